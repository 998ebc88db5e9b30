Alias: $uscc = https://family-doctor-fhir.github.io/NamingSystem/uscc
Alias: $organisation-code = https://family-doctor-fhir.github.io/NamingSystem/organisation-code
Alias: $ws218 = https://family-doctor-fhir.github.io/CodeSystem/ws218-institution-class

Profile: FDInstitution
Parent: Organization
Id: fd-institution
Title: "Institution"
Description: """
A health institution that provides, supports or receives under family doctor contracts: community health centre and station, township health centre, village clinic, clinic, hospital.
Its class (WS 218), its level and who runs it decide which rules on institutions and charges apply to it.
Departments of a hospital, authorities, funds and platforms are plain Organizations.
"""
* insert About([[医疗卫生机构]], [[A3 B2 B5 B6 B7 C9 E18 E19 G1]], [[WS 218-2002; GB 32100; GB 11714; Shenzhen family-doctor service measures (2017 figures); a city's 2017 implementation plan; Hainan implementation plan, effective 2024-01-01]])
* insert Tells([[提供、支持或承接签约服务的医疗卫生机构：社区卫生服务中心（站）、乡镇卫生院、村卫生室、诊所、医院。适用哪些机构和收费规则，由机构分类（WS 218）、级别和举办主体决定。医院科室、主管部门、基金和平台用普通 Organization 表示。]])
* extension contains
    RunBy named runBy 0..1 MS and
    InstitutionLevel named level 0..1 MS
* extension[runBy] insert Means([[Government-run or social-run]], [[政府办或社会办]], [[B5 B7 E18 E19]])
* extension[level] insert Means([[Level of the hospital: first, second, third, with its grade]], [[医院等级(一、二、三级及等次)]], [[B5 B6 C9 G1]])
* identifier 1..* MS
* identifier insert Means([[Numbers of the institution: at least one]], [[机构代码，至少一个]], [[A3]])
* identifier ^slicing.discriminator.type = #pattern
* identifier ^slicing.discriminator.path = "$this"
* identifier ^slicing.rules = #open
* identifier ^slicing.description = "By system"
* identifier contains
    uscc 0..1 MS and
    organisationCode 0..1 MS and
    institutionCode 0..* MS
* identifier[uscc] insert Means([[Unified social credit code (GB 32100): 18 characters]], [[统一社会信用代码(GB 32100)，18位]], [[A3 B2]])
* identifier[uscc] ^patternIdentifier.system = $uscc
* identifier[uscc] obeys fd-institution-1
* identifier[uscc].value 1..1 MS
* identifier[uscc].value insert Means([[The code, in upper case]], [[代码，字母大写]], [[A3]])
* identifier[organisationCode] insert Means([[Organisation code (GB 11714): 8 characters and a check character]], [[组织机构代码(GB 11714)，8位本体代码加1位校验码]], [[A3 B2]])
* identifier[organisationCode] ^patternIdentifier.system = $organisation-code
* identifier[organisationCode] obeys fd-institution-2
* identifier[organisationCode].value 1..1 MS
* identifier[organisationCode].value insert Means([[The code, in upper case; a hyphen may stand before the check character]], [[代码，字母大写；校验码前可有连字符]], [[A3]])
* identifier[institutionCode] insert Means([[Institution code of the health service: the 22 characters of WS 218, or the code a region gave]], [[医疗卫生机构代码：WS 218的22位代码，或本地区代码]], [[A3 B2]])
* identifier[institutionCode] ^patternIdentifier.system = $institution-code
* identifier[institutionCode] obeys fd-institution-3
* identifier[institutionCode].value 1..1 MS
* identifier[institutionCode].value insert Means([[22 characters: organisation code 9, division 6, economic type 2, class 4, management class 1 (recalled, not checked)]], [[22位：组织机构代码9位、行政区划6位、经济类型2位、类别4位、分类管理1位(凭记忆，未核对)]], [[A3 B6]])
* active MS
* active insert Means([[Whether the institution still works]], [[机构是否仍在运行]], [[B8]])
* type 1..* MS
* type insert Means([[Class of the institution; further types may stand beside it]], [[机构类别，可另列其他类型]], [[B6]])
* type ^slicing.discriminator.type = #pattern
* type ^slicing.discriminator.path = "$this"
* type ^slicing.rules = #open
* type ^slicing.description = "By code system"
* type contains class 1..1 MS
* type[class] insert Means([[Class by WS 218, such as community health centre B100, village clinic D600]], [[WS 218机构类别，如社区卫生服务中心B100、村卫生室D600]], [[B5 B6]])
* type[class] ^patternCodeableConcept.coding.system = $ws218
* type[class] from https://family-doctor-fhir.github.io/ValueSet/ws218-institution-class (required)
* name 1..1 MS
* name insert Means([[Name as on the licence]], [[执业登记名称]], [[B2 B3]])
* alias MS
* alias insert Means([[Other names]], [[其他名称]], [[B3]])
* telecom MS
* telecom insert Means([[Telephone for residents]], [[对外联系电话]], [[B3]])
* address MS
* address insert Means([[Where the institution is]], [[机构地址]], [[B3 B10]])
* address.extension contains Division named division 0..1 MS
* address.extension[division] insert Means([[Division code]], [[行政区划代码]], [[B10]])
* partOf MS
* partOf only Reference(FDInstitution)
* partOf insert Means([[The centre a station belongs to, the health centre that manages a village clinic, the hospital of a campus]], [[上级机构：站所属中心、管理村卫生室的卫生院、院区所属医院]], [[C9 G1]])

Extension: RunBy
Id: run-by
Title: "Run by"
Description: "Who runs an institution: the government or others."
* insert About([[举办主体]], [[B5 B7 E18 E19]], [[Shenzhen family-doctor service measures (2017 figures); Hainan implementation plan, effective 2024-01-01]])
* insert Tells([[机构的举办主体：政府办或社会办。]])
* insert On(Organization)
* value[x] 1..1
* value[x] only code
* value[x] from https://family-doctor-fhir.github.io/ValueSet/run-by (required)
* value[x] insert Means([[government or social]], [[政府办或社会办]], [[B5 B7 E18 E19]])

Extension: InstitutionLevel
Id: institution-level
Title: "Level of an institution"
Description: "The level of a hospital and its grade. A primary-level institution is one by its class (WS 218) or, if a hospital, by level one."
* insert About([[医院等级]], [[B5 B6 C9 G1]], [[Shenzhen family-doctor service measures (2017 figures); a city's 2017 implementation plan; Hainan implementation plan, effective 2024-01-01]])
* insert Tells([[医院的级别和等次。基层医疗卫生机构按机构分类（WS 218）认定；医院则按一级认定。]])
* insert On(Organization)
* value[x] 1..1
* value[x] only code
* value[x] from https://family-doctor-fhir.github.io/ValueSet/institution-level (required)
* value[x] insert Means([[The level]], [[等级]], [[B6 C9 G1]])

Invariant: fd-institution-1
Description: "A unified social credit code has 18 characters, digits and capitals but I O S V Z, and its check character is right (GB 32100: their values weighted by the powers of 3 modulo 31, and the check character, sum to 0 modulo 31)"
* severity = #error
* expression = "value.hasValue() implies value.where(matches('^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$')).exists(('0123456789ABCDEFGHJKLMNPQRTUWXY'.indexOf($this.substring(0, 1)) + '0123456789ABCDEFGHJKLMNPQRTUWXY'.indexOf($this.substring(1, 1)) * 3 + '0123456789ABCDEFGHJKLMNPQRTUWXY'.indexOf($this.substring(2, 1)) * 9 + '0123456789ABCDEFGHJKLMNPQRTUWXY'.indexOf($this.substring(3, 1)) * 27 + '0123456789ABCDEFGHJKLMNPQRTUWXY'.indexOf($this.substring(4, 1)) * 19 + '0123456789ABCDEFGHJKLMNPQRTUWXY'.indexOf($this.substring(5, 1)) * 26 + '0123456789ABCDEFGHJKLMNPQRTUWXY'.indexOf($this.substring(6, 1)) * 16 + '0123456789ABCDEFGHJKLMNPQRTUWXY'.indexOf($this.substring(7, 1)) * 17 + '0123456789ABCDEFGHJKLMNPQRTUWXY'.indexOf($this.substring(8, 1)) * 20 + '0123456789ABCDEFGHJKLMNPQRTUWXY'.indexOf($this.substring(9, 1)) * 29 + '0123456789ABCDEFGHJKLMNPQRTUWXY'.indexOf($this.substring(10, 1)) * 25 + '0123456789ABCDEFGHJKLMNPQRTUWXY'.indexOf($this.substring(11, 1)) * 13 + '0123456789ABCDEFGHJKLMNPQRTUWXY'.indexOf($this.substring(12, 1)) * 8 + '0123456789ABCDEFGHJKLMNPQRTUWXY'.indexOf($this.substring(13, 1)) * 24 + '0123456789ABCDEFGHJKLMNPQRTUWXY'.indexOf($this.substring(14, 1)) * 10 + '0123456789ABCDEFGHJKLMNPQRTUWXY'.indexOf($this.substring(15, 1)) * 30 + '0123456789ABCDEFGHJKLMNPQRTUWXY'.indexOf($this.substring(16, 1)) * 28 + '0123456789ABCDEFGHJKLMNPQRTUWXY'.indexOf($this.substring(17, 1))) mod 31 = 0)"
* insert Says([[统一社会信用代码为18位数字或大写字母(不含I、O、S、V、Z)，校验码应按GB 32100计算正确]], [[A3 B2]])

Invariant: fd-institution-2
Description: "An organisation code has 8 digits or capitals and a check character that is right (GB 11714: values weighted by 3 7 9 10 5 8 4 2, and the check character, X for ten, sum to 0 modulo 11)"
* severity = #error
* expression = "value.hasValue() implies value.where(matches('^[0-9A-Z]{8}-?[0-9X]$')).exists(('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'.indexOf($this.substring(0, 1)) * 3 + '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'.indexOf($this.substring(1, 1)) * 7 + '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'.indexOf($this.substring(2, 1)) * 9 + '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'.indexOf($this.substring(3, 1)) * 10 + '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'.indexOf($this.substring(4, 1)) * 5 + '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'.indexOf($this.substring(5, 1)) * 8 + '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'.indexOf($this.substring(6, 1)) * 4 + '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'.indexOf($this.substring(7, 1)) * 2 + iif(substring(length() - 1, 1) = 'X', 10, substring(length() - 1, 1).toInteger())) mod 11 = 0)"
* insert Says([[组织机构代码为8位数字或大写字母加1位校验码，校验码应按GB 11714计算正确]], [[A3 B2]])

Invariant: fd-institution-3
Description: "An institution code of 22 characters is built as WS 218 says: organisation code with its check character, division, economic type, class, management class 1, 2 or 9"
* severity = #error
* expression = "value.where(replace('-', '').length() = 22).all(matches('^[0-9A-Z]{8}-?[0-9X][0-9]{8}[A-Z][0-9]{3}[129]$') and ('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'.indexOf($this.substring(0, 1)) * 3 + '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'.indexOf($this.substring(1, 1)) * 7 + '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'.indexOf($this.substring(2, 1)) * 9 + '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'.indexOf($this.substring(3, 1)) * 10 + '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'.indexOf($this.substring(4, 1)) * 5 + '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'.indexOf($this.substring(5, 1)) * 8 + '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'.indexOf($this.substring(6, 1)) * 4 + '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'.indexOf($this.substring(7, 1)) * 2 + iif(replace('-', '').substring(8, 1) = 'X', 10, replace('-', '').substring(8, 1).toInteger())) mod 11 = 0)"
* insert Says([[22位机构代码应符合WS 218结构：组织机构代码(含校验码)、行政区划、经济类型、类别、分类管理(1、2、9)]], [[A3 B6]])
