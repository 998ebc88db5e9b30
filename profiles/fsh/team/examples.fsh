// Division 990000 is not assigned by GB/T 2260: numbers over it pass their checks and belong to nobody.

Instance: example-institution
InstanceOf: FDInstitution
Usage: #example
Title: "Community health centre"
Description: "A government-run community health centre with all three codes."
* language = #zh-CN
* extension[runBy].valueCode = #government
* identifier[uscc].system = $uscc
* identifier[uscc].value = "12990000MA0000A193"
* identifier[organisationCode].system = $organisation-code
* identifier[organisationCode].value = "MA0000A1-9"
* identifier[institutionCode].system = $institution-code
* identifier[institutionCode].value = "MA0000A1999000011B1001"
* active = true
* type[class] = $ws218#B100 "社区卫生服务中心"
* name = "示例社区卫生服务中心"
* alias = "Example Community Health Centre"
* telecom.system = #phone
* telecom.value = "000-555-0100"
* telecom.use = #work
* address.extension[division].valueCoding = $division#990000001001 "示例省示例市示例区示例街道示例社区"
* address.use = #work
* address.text = "示例省示例市示例区示例街道示例路1号"
* address.line = "示例路1号"
* address.city = "示例市"
* address.district = "示例区"
* address.state = "示例省"
* address.country = "CN"

Instance: example-institution-station
InstanceOf: FDInstitution
Usage: #example
Title: "Community health station"
Description: "A station of the centre; its region gave it a code of its own."
* language = #zh-CN
* extension[runBy].valueCode = #government
* identifier[institutionCode].system = $institution-code
* identifier[institutionCode].value = "9900000010"
* active = true
* type[class] = $ws218#B200 "社区卫生服务站"
* name = "示例社区卫生服务站"
* partOf = Reference(example-institution) "示例社区卫生服务中心"

Instance: example-institution-clinic
InstanceOf: FDInstitution
Usage: #example
Title: "Private clinic"
Description: "A social-run clinic that offers contracts."
* language = #zh-CN
* extension[runBy].valueCode = #social
* identifier[uscc].system = $uscc
* identifier[uscc].value = "91990000MA0000F61N"
* active = true
* type[class] = $ws218#D211 "普通诊所"
* name = "示例诊所"

Instance: example-institution-county-hospital
InstanceOf: FDInstitution
Usage: #example
Title: "County hospital"
Description: "The secondary hospital that receives referrals."
* language = #zh-CN
* extension[runBy].valueCode = #government
* extension[level].valueCode = #level-2-a
* identifier[uscc].system = $uscc
* identifier[uscc].value = "12990000MA0000B237"
* active = true
* type[class] = $ws218#A100 "综合医院"
* name = "示例县人民医院"
* telecom.system = #phone
* telecom.value = "000-555-0200"
* telecom.use = #work

Instance: example-institution-provincial-hospital
InstanceOf: FDInstitution
Usage: #example
Title: "Provincial hospital"
Description: "The tertiary hospital of a 1+1+1."
* language = #zh-CN
* extension[runBy].valueCode = #government
* extension[level].valueCode = #level-3-a
* identifier[uscc].system = $uscc
* identifier[uscc].value = "12990000MA0000C38D"
* active = true
* type[class] = $ws218#A100 "综合医院"
* name = "示例省人民医院"

Instance: example-institution-township
InstanceOf: FDInstitution
Usage: #example
Title: "Township health centre"
Description: "A central township health centre."
* language = #zh-CN
* extension[runBy].valueCode = #government
* identifier[uscc].system = $uscc
* identifier[uscc].value = "12990000MA0000D42H"
* active = true
* type[class] = $ws218#C210 "中心卫生院"
* name = "示例镇中心卫生院"

Instance: example-institution-village
InstanceOf: FDInstitution
Usage: #example
Title: "Village clinic"
Description: "A village clinic that the township health centre manages."
* language = #zh-CN
* extension[runBy].valueCode = #government
* identifier[institutionCode].system = $institution-code
* identifier[institutionCode].value = "9900001011"
* active = true
* type[class] = $ws218#D600 "村卫生室"
* name = "示例村卫生室"
* partOf = Reference(example-institution-township) "示例镇中心卫生院"

Instance: example-health-commission
InstanceOf: Organization
Usage: #example
Title: "Health commission"
Description: "The authority with which family doctors are filed."
* language = #zh-CN
* active = true
* name = "示例市卫生健康委员会"

Instance: example-office
InstanceOf: Location
Usage: #example
Title: "Family doctor's office"
Description: "The fixed place of a family doctor."
* language = #zh-CN
* status = #active
* name = "示例社区家庭医生工作室"
* mode = #instance
* managingOrganization = Reference(example-institution) "示例社区卫生服务中心"

RuleSet: Person(family, given, worker)
* identifier[healthWorker].system = $health-worker
* identifier[healthWorker].value = "{worker}"
* active = true
* name.use = #official
* name.text = "{family}{given}"
* name.family = "{family}"
* name.given = "{given}"

Instance: example-practitioner-gp
InstanceOf: FDPractitioner
Usage: #example
Title: "General practitioner"
Description: "A general practitioner of intermediate title with licence and identity card."
* language = #zh-CN
* insert Person(陈, 示例, 990000-0001)
* identifier[idCard].use = #official
* identifier[idCard].system = $id-document
* identifier[idCard].value = "990000197904080033"
* telecom.system = #phone
* telecom.value = "000-555-0111"
* telecom.use = #work
* gender = #male
* birthDate = "1979-04-08"
* qualification[licence].identifier.system = "https://family-doctor-fhir.github.io/NamingSystem/practising-licence"
* qualification[licence].identifier.value = "EX0000000000001"
* qualification[licence].code = $licence-kind#physician-practice "医师执业证书"
* qualification[licence].code.text = "执业医师(全科医学专业)"
* qualification[licence].period.start = "2006-07-01"
* qualification[licence].issuer = Reference(example-health-commission) "示例市卫生健康委员会"
* qualification[titleLevel].code = $title-level#intermediate "中级"
* qualification[titleLevel].code.text = "主治医师"
* qualification[titleLevel].period.start = "2012-09-01"

Instance: example-practitioner-nurse
InstanceOf: FDPractitioner
Usage: #example
Title: "Community nurse"
Description: "A nurse of the community health centre."
* language = #zh-CN
* insert Person(林, 示例, 990000-0002)
* gender = #female
* qualification[licence].code = $licence-kind#nurse-practice "护士执业证书"
* qualification[titleLevel].code = $title-level#junior "初级（师）"
* qualification[titleLevel].code.text = "护师"

Instance: example-practitioner-public-health
InstanceOf: FDPractitioner
Usage: #example
Title: "Public health physician"
Description: "A public health physician of the community health centre."
* language = #zh-CN
* insert Person(黄, 示例, 990000-0003)
* gender = #female
* qualification[licence].code = $licence-kind#physician-practice "医师执业证书"
* qualification[licence].code.text = "公共卫生执业医师"

Instance: example-practitioner-specialist
InstanceOf: FDPractitioner
Usage: #example
Title: "Cardiologist"
Description: "A specialist of the county hospital."
* language = #zh-CN
* insert Person(吴, 示例, 990000-0004)
* gender = #male
* qualification[licence].code = $licence-kind#physician-practice "医师执业证书"
* qualification[titleLevel].code = $title-level#associate-senior "副高级"
* qualification[titleLevel].code.text = "副主任医师"

Instance: example-practitioner-township
InstanceOf: FDPractitioner
Usage: #example
Title: "Township clinician"
Description: "A clinician of the township health centre."
* language = #zh-CN
* insert Person(周, 示例, 990000-0005)
* gender = #male
* qualification[licence].code = $licence-kind#physician-practice "医师执业证书"
* qualification[titleLevel].code = $title-level#intermediate "中级"
* qualification[titleLevel].code.text = "主治医师"

Instance: example-practitioner-rural
InstanceOf: FDPractitioner
Usage: #example
Title: "Rural doctor"
Description: "The doctor of a village clinic."
* language = #zh-CN
* insert Person(王, 示例, 990000-0006)
* gender = #male
* qualification[licence].code = $licence-kind#rural-doctor-practice "乡村医生执业证书"
* qualification[titleLevel].code = $title-level#none "无职称"

Instance: example-practitioner-disqualified
InstanceOf: FDPractitioner
Usage: #example
Title: "A former family doctor"
Description: "A person who was disqualified as family doctor."
* language = #zh-CN
* insert Person(何, 示例, 990000-0007)
* gender = #female

Instance: example-family-doctor
InstanceOf: FDFamilyDoctor
Usage: #example
Title: "Registered family doctor"
Description: "A general practitioner, registered at the centre and filed with the commission, with fixed hours in his office."
* language = #zh-CN
* extension[registrationStatus].valueCode = #registered
* extension[filing].extension[status].valueCode = #filed
* extension[filing].extension[date].valueDate = "2024-02-20"
* extension[filing].extension[authority].valueReference = Reference(example-health-commission) "示例市卫生健康委员会"
* extension[filing].extension[number].valueString = "示例备〔2024〕1号"
* identifier.system = "https://family-doctor-fhir.github.io/NamingSystem/family-doctor-registration"
* identifier.value = "JY-0001"
* active = true
* period.start = "2019-03-01"
* practitioner = Reference(example-practitioner-gp) "陈示例"
* organization = Reference(example-institution) "示例社区卫生服务中心"
* code[teamRole] = $team-role#gp "全科医生"
* code[titleLevel] = $title-level#intermediate "中级"
* code[titleLevel].text = "主治医师"
* location = Reference(example-office) "示例社区家庭医生工作室"
* telecom.system = #phone
* telecom.value = "000-555-0111"
* telecom.use = #work
* availableTime.daysOfWeek[+] = #mon
* availableTime.daysOfWeek[+] = #tue
* availableTime.daysOfWeek[+] = #wed
* availableTime.daysOfWeek[+] = #thu
* availableTime.daysOfWeek[+] = #fri
* availableTime.availableStartTime = "08:00:00"
* availableTime.availableEndTime = "17:00:00"

Instance: example-family-doctor-nurse
InstanceOf: FDFamilyDoctor
Usage: #example
Title: "Community nurse at work"
Description: "A member of the team who is no family doctor and needs no registration as one."
* language = #zh-CN
* active = true
* period.start = "2019-03-01"
* practitioner = Reference(example-practitioner-nurse) "林示例"
* organization = Reference(example-institution) "示例社区卫生服务中心"
* code[teamRole] = $team-role#community-nurse "社区护士"

Instance: example-family-doctor-public-health
InstanceOf: FDFamilyDoctor
Usage: #example
Title: "Public health physician at work"
Description: "Another member of the team."
* language = #zh-CN
* active = true
* period.start = "2019-03-01"
* practitioner = Reference(example-practitioner-public-health) "黄示例"
* organization = Reference(example-institution) "示例社区卫生服务中心"
* code[teamRole] = $team-role#public-health-physician "公卫医师"

Instance: example-family-doctor-specialist
InstanceOf: FDFamilyDoctor
Usage: #example
Title: "Cardiologist at work"
Description: "The specialist of the county hospital who works with the team and receives its referrals."
* language = #zh-CN
* active = true
* practitioner = Reference(example-practitioner-specialist) "吴示例"
* organization = Reference(example-institution-county-hospital) "示例县人民医院"
* code[teamRole] = $team-role#specialist "专科医生"
* code[2] = $team-role#referral-coordinator "转诊对接人"
* code[titleLevel] = $title-level#associate-senior "副高级"
* specialty.text = "心血管内科"

Instance: example-family-doctor-township
InstanceOf: FDFamilyDoctor
Usage: #example
Title: "Township clinician at work"
Description: "A clinician of the township health centre, as the 2017 city plan wants."
* language = #zh-CN
* extension[registrationStatus].valueCode = #registered
* active = true
* practitioner = Reference(example-practitioner-township) "周示例"
* organization = Reference(example-institution-township) "示例镇中心卫生院"
* code[teamRole] = $team-role#township-clinician "乡镇卫生院临床医生"
* code[titleLevel] = $title-level#intermediate "中级"

Instance: example-family-doctor-rural
InstanceOf: FDFamilyDoctor
Usage: #example
Title: "Rural doctor at work"
Description: "The doctor of the village clinic."
* language = #zh-CN
* extension[registrationStatus].valueCode = #registered
* active = true
* practitioner = Reference(example-practitioner-rural) "王示例"
* organization = Reference(example-institution-village) "示例村卫生室"
* code[teamRole] = $team-role#rural-doctor "乡村医生"

Instance: example-family-doctor-disqualified
InstanceOf: FDFamilyDoctor
Usage: #example
Title: "Disqualified family doctor"
Description: "A family doctor who may sign no longer, with date, reason and authority."
* language = #zh-CN
* extension[registrationStatus].valueCode = #disqualified
* extension[filing].extension[status].valueCode = #withdrawn
* extension[filing].extension[date].valueDate = "2024-08-01"
* extension[disqualification].extension[date].valueDate = "2024-08-01"
* extension[disqualification].extension[reason].valueString = "年度考核不合格"
* extension[disqualification].extension[authority].valueReference = Reference(example-health-commission) "示例市卫生健康委员会"
* active = false
* period.start = "2020-01-01"
* period.end = "2024-07-31"
* practitioner = Reference(example-practitioner-disqualified) "何示例"
* organization = Reference(example-institution) "示例社区卫生服务中心"
* code[teamRole] = $team-role#gp "全科医生"

Instance: example-team
InstanceOf: FDTeam
Usage: #example
Title: "Team of a community health centre: 2+X"
Description: "General practitioner and nurse, a public health physician and a specialist of the county hospital, in a 1+1+1 of centre, county and provincial hospital; at most 2000 residents, two communities."
* language = #zh-CN
* extension[capacity].extension[unit].valueCode = #resident
* extension[capacity].extension[max].valuePositiveInt = 2000
* extension[serviceArea][0].valueCoding = $division#990000001001 "示例社区"
* extension[serviceArea][1].valueCoding = $division#990000001002 "示范社区"
* identifier.system = "https://family-doctor-fhir.github.io/NamingSystem/team-number"
* identifier.value = "T-01"
* status = #active
* name = "示例社区陈示例家庭医生团队"
* period.start = "2023-01-01"
* participant[gp].role = $team-role#gp "全科医生"
* participant[gp].member = Reference(example-family-doctor) "陈示例"
* participant[gp].period.start = "2023-01-01"
* participant[communityNurse].role = $team-role#community-nurse "社区护士"
* participant[communityNurse].member = Reference(example-family-doctor-nurse) "林示例"
* participant[communityNurse].period.start = "2023-01-01"
* participant[publicHealthPhysician].role = $team-role#public-health-physician "公卫医师"
* participant[publicHealthPhysician].member = Reference(example-family-doctor-public-health) "黄示例"
* participant[publicHealthPhysician].period.start = "2023-01-01"
* participant[specialist].role = $team-role#specialist "专科医生"
* participant[specialist].member = Reference(example-family-doctor-specialist) "吴示例"
* participant[specialist].period.start = "2024-01-01"
* managingOrganization[0] = Reference(example-institution) "示例社区卫生服务中心"
* managingOrganization[1] = Reference(example-institution-county-hospital) "示例县人民医院"
* managingOrganization[2] = Reference(example-institution-provincial-hospital) "示例省人民医院"
* telecom.system = #phone
* telecom.value = "000-555-0101"
* telecom.use = #work

Instance: example-team-township
InstanceOf: FDTeam
Usage: #example
Title: "Team of a township: clinician and rural doctor"
Description: "As the 2017 city plan has it, about 500 households."
* language = #zh-CN
* extension[capacity].extension[unit].valueCode = #household
* extension[capacity].extension[max].valuePositiveInt = 500
* extension[serviceArea].valueCoding = $division#990000101101 "示例村"
* status = #active
* name = "示例村家庭医生团队"
* participant[townshipClinician].role = $team-role#township-clinician "乡镇卫生院临床医生"
* participant[townshipClinician].member = Reference(example-family-doctor-township) "周示例"
* participant[ruralDoctor].role = $team-role#rural-doctor "乡村医生"
* participant[ruralDoctor].member = Reference(example-family-doctor-rural) "王示例"
* managingOrganization = Reference(example-institution-township) "示例镇中心卫生院"
