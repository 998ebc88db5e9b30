// Agreement texts, households, communities, episodes and papers. All persons, institutions and numbers are invented.

RuleSet: ExClause(n, kind, kindName, text)
* term[{n}].type = https://family-doctor-fhir.github.io/CodeSystem/agreement-clause#{kind} "{kindName}"
* term[{n}].offer.text = "{text}"

Instance: example-agreement-template
InstanceOf: FDAgreementTemplate
Usage: #example
Title: "An agreement text with rights, responsibilities and services"
Description: "A text of our own in the shape that the Hainan plan asks for: rights and responsibilities of both parties and the list of services. The province's own template was not found in public."
* language = #zh-CN
* url = "https://example.org/agreements/family-doctor-service"
* version = "2024"
* status = #policy
* issued = "2024-01-01"
* applies.start = "2024-01-01"
* authority.display = "示例市卫生健康委员会"
* title = "家庭医生签约服务协议（示例文本）"
* type = https://family-doctor-fhir.github.io/CodeSystem/contract-kind#template "协议模板"
* insert ExClause(0, party-a-rights, 甲方权利, [[甲方自愿选择家庭医生，享有本协议所列服务，对服务有知情、监督和评价的权利。]])
* insert ExClause(1, party-a-duties, 甲方义务, [[甲方如实提供健康信息，配合随访和健康管理，按约定支付个人承担的费用。]])
* insert ExClause(2, party-b-rights, 乙方权利, [[乙方按约定收取签约服务费；甲方不配合服务的，可记录并说明。]])
* insert ExClause(3, party-b-duties, 乙方义务, [[乙方建立健康档案，开展健康评估，制定健康管理方案，提供基本医疗、公共卫生、转诊和用药指导等服务，并如实记录。]])
* insert ExClause(4, services, 服务内容, [[基础服务包为必选；个性化服务包由甲方自愿选择，原则上至多一个。]])
* term[4].offer.topic = Reference(PlanDefinition/hainan-basic-1)
* term[4].offer.topic.display = "基础服务包"
* insert ExClause(5, charges, 收费标准, [[签约服务费按年、按人收取，由医保基金、基本公共卫生服务经费和居民个人分担。]])
* insert ExClause(6, period, 服务期限, [[协议期限为一至三年，以自然年为服务周期，期满可以续签。]])
* insert ExClause(7, personal-information, 个人信息保护, [[乙方仅为提供签约服务处理甲方个人信息，并依法保护。]])

Instance: example-agreement-template-household
InstanceOf: FDAgreementTemplate
Usage: #example
Title: "An agreement text for households"
Description: "A text of our own for the rules of a city's plan of 2017: service items, charges, compensation, end for breach, two copies. The city's own text was not found in public."
* language = #zh-CN
* url = "https://example.org/agreements/household-service"
* version = "2017"
* status = #policy
* issued = "2017-11-01"
* title = "家庭医生签约服务协议（家庭，示例文本）"
* type = https://family-doctor-fhir.github.io/CodeSystem/contract-kind#template "协议模板"
* insert ExClause(0, services, 服务内容, [[甲方在基本服务组合、诊疗优惠组合、健康管理组合中选择一种。]])
* insert ExClause(1, charges, 收费标准, [[基本服务组合免费；诊疗优惠组合每人 10 元；健康管理组合每户 300 元。]])
* insert ExClause(2, compensation, 补偿与优惠, [[签约患者在村卫生室、卫生院门诊就诊，免除一般诊疗费个人自付部分。]])
* insert ExClause(3, period, 服务期限, [[首次签约自签约之日起至次年 12 月 31 日止，以后每年 1 月 1 日至 12 月 31 日为一个周期。]])
* insert ExClause(4, ending, 解约与退费, [[乙方未履行承诺、甲方要求退出的，双方签字确认解约，一次性退还全部签约费。]])
* insert ExClause(5, copies, 协议份数, [[本协议一式两份，家庭医生团队和签约家庭各执一份。]])

// ---- Households ----

RuleSet: ExMember(n, relation, relationName, member, name)
* member[{n}].extension[relationshipToHead].valueCodeableConcept = urn:oid:2.16.156.10011.2.3.3.8#{relation} "{relationName}"
* member[{n}].entity = Reference({member})
* member[{n}].entity.display = "{name}"

Instance: example-household
InstanceOf: FDHousehold
Usage: #example
Title: "A household of three generations"
Description: "Head, wife, mother and a newborn who joined later; an uncle has moved out."
* language = #zh-CN
* identifier.system = "https://example.org/household-number"
* identifier.value = "H-0007"
* active = true
* type = #person
* actual = true
* code = https://family-doctor-fhir.github.io/CodeSystem/group-kind#household "家庭"
* name = "张示例家庭"
* quantity = 4
* managingEntity = Reference(Organization/example-institution-township)
* managingEntity.display = "示例镇中心卫生院"
* insert ExMember(0, 02, 户主, Patient/example-resident-father, 张示例)
* insert ExMember(1, 12, 妻, Patient/example-resident-mother, 李示例)
* insert ExMember(2, 52, 母亲, Patient/example-resident, 赵示例)
* insert ExMember(3, 22, 长子, Patient/example-resident-child, 张小例)
* member[3].period.start = "2018-05-01"
* insert ExMember(4, 89, 姑父, Patient/example-resident-old-number, 孙示例)
* member[4].period.end = "2016-08-01"
* member[4].inactive = true

Instance: example-household-alone
InstanceOf: FDHousehold
Usage: #example
Title: "A household of one"
Description: "An elderly resident who lives alone."
* language = #zh-CN
* active = true
* type = #person
* actual = true
* code = https://family-doctor-fhir.github.io/CodeSystem/group-kind#household "家庭"
* name = "孙示例家庭"
* quantity = 1
* insert ExMember(0, 02, 户主, Patient/example-resident-old-number, 孙示例)

// ---- Functional communities ----

Instance: example-school
InstanceOf: FDFunctionalCommunity
Usage: #example
Title: "A school"
Description: "A functional community that signs for its staff, with its unified social credit code."
* language = #zh-CN
* identifier[uscc].system = "https://family-doctor-fhir.github.io/NamingSystem/uscc"
* identifier[uscc].value = "12990000MA0000X74M"
* active = true
* type = https://family-doctor-fhir.github.io/CodeSystem/community-kind#school "学校"
* name = "示例学校"
* telecom.system = #phone
* telecom.value = "13800000000"
* telecom.use = #work
* address.use = #work
* address.text = "示例省示例市示例区示例街道示例路8号"
* contact.name.text = "何示例"
* contact.telecom.system = #phone
* contact.telecom.value = "13800000000"

Instance: example-enterprise
InstanceOf: FDFunctionalCommunity
Usage: #example
Title: "An enterprise"
Description: "A functional community of which only kind and name are known."
* language = #zh-CN
* type = https://family-doctor-fhir.github.io/CodeSystem/community-kind#enterprise "企业"
* name = "示例制造有限公司"

Instance: example-school-members
InstanceOf: FDCommunityMembers
Usage: #example
Title: "Staff of a school"
Description: "Two who work there, and one of them with an earlier time of employment."
* language = #zh-CN
* active = true
* type = #person
* actual = true
* code = https://family-doctor-fhir.github.io/CodeSystem/group-kind#community-members "功能社区成员"
* name = "示例学校教职工"
* quantity = 2
* managingEntity = Reference(example-school)
* managingEntity.display = "示例学校"
* member[0].entity = Reference(Patient/example-resident-mother)
* member[0].entity.display = "李示例"
* member[0].period.start = "2022-10-01"
* member[1].entity = Reference(Patient/example-resident-foreign)
* member[1].entity.display = "EXAMPLE ALEX"
* member[2].entity = Reference(Patient/example-resident-mother)
* member[2].entity.display = "李示例"
* member[2].period.start = "2015-01-05"
* member[2].period.end = "2018-06-30"
* member[2].inactive = true

Instance: example-enterprise-members
InstanceOf: FDCommunityMembers
Usage: #example
Title: "Staff of an enterprise"
Description: "A list whose members are not named yet."
* language = #zh-CN
* type = #person
* actual = true
* code = https://family-doctor-fhir.github.io/CodeSystem/group-kind#community-members "功能社区成员"
* quantity = 46
* managingEntity = Reference(example-enterprise)
* managingEntity.display = "示例制造有限公司"

// ---- Episodes ----

RuleSet: ExEpisode(contract, status, start, end)
* extension[contract].valueReference = Reference({contract})
* status = #{status}
* type[contract].coding.display = "家庭医生签约"
* period.start = "{start}"
* period.end = "{end}"

Instance: example-episode-resident
InstanceOf: FDCareEpisode
Usage: #example
Title: "A resident in the care of a team"
Description: "Runs as long as the contract; names the two diseases it looks after."
* language = #zh-CN
* insert ExEpisode(example-contract-tailored, active, 2024-03-01, 2025-12-31)
* diagnosis[0].condition = Reference(Condition/example-condition-hypertension)
* diagnosis[0].condition.display = "原发性高血压"
* diagnosis[1].condition = Reference(Condition/example-condition-diabetes)
* diagnosis[1].condition.display = "2型糖尿病"
* patient = Reference(Patient/example-resident)
* patient.display = "赵示例"
* managingOrganization = Reference(Organization/example-institution)
* managingOrganization.display = "示例社区卫生服务中心"
* careManager = Reference(Practitioner/example-practitioner-gp)
* careManager.display = "陈示例"
* team = Reference(CareTeam/example-team)
* team.display = "示例社区陈示例家庭医生团队"

Instance: example-episode-signed
InstanceOf: FDCareEpisode
Usage: #example
Title: "Cover that began with a signature online"
Description: "Made by the same step that signed the contract."
* language = #zh-CN
* insert ExEpisode(example-contract-resident, active, 2024-09-01, 2024-12-31)
* patient = Reference(Patient/example-resident-old-number)
* patient.display = "孙示例"
* managingOrganization = Reference(Organization/example-institution)
* managingOrganization.display = "示例社区卫生服务中心"
* careManager = Reference(Practitioner/example-practitioner-gp)
* careManager.display = "陈示例"
* team = Reference(CareTeam/example-team)
* team.display = "示例社区陈示例家庭医生团队"

Instance: example-episode-child
InstanceOf: FDCareEpisode
Usage: #example
Title: "A newborn who joined a household contract"
Description: "Begins on the day of birth, later than the contract of the household."
* language = #zh-CN
* insert ExEpisode(example-contract-household, active, 2018-05-01, 2018-12-31)
* patient = Reference(Patient/example-resident-child)
* patient.display = "张小例"
* managingOrganization = Reference(Organization/example-institution-township)
* managingOrganization.display = "示例镇中心卫生院"
* team = Reference(CareTeam/example-team-township)
* team.display = "示例村家庭医生团队"

Instance: example-episode-switch
InstanceOf: FDCareEpisode
Usage: #example
Title: "Cover that ended early"
Description: "Ends on the day on which the contract ended by letter, not on the last day that was signed for."
* language = #zh-CN
* insert ExEpisode(example-contract-switch, finished, 2023-07-03, 2023-12-31)
* patient = Reference(Patient/example-resident-mother)
* patient.display = "李示例"
* managingOrganization = Reference(Organization/example-institution)
* managingOrganization.display = "示例社区卫生服务中心"
* team = Reference(CareTeam/example-team)
* team.display = "示例社区陈示例家庭医生团队"

Instance: example-episode-individual-doctor
InstanceOf: FDCareEpisode
Usage: #example
Title: "A child in the care of a doctor who works alone"
Description: "There is no team, only a family doctor."
* language = #zh-CN
* insert ExEpisode(example-contract-individual-doctor, active, 2024-01-10, 2026-12-31)
* patient = Reference(Patient/example-resident-child)
* patient.display = "张小例"
* managingOrganization = Reference(Organization/example-institution-village)
* managingOrganization.display = "示例村卫生室"
* careManager = Reference(Practitioner/example-practitioner-rural)
* careManager.display = "王示例"

// ---- Papers ----

RuleSet: ExPaper(kind, kindName, subject, name, date, title)
* status = #current
* type = https://family-doctor-fhir.github.io/CodeSystem/document-kind#{kind} "{kindName}"
* subject = Reference({subject})
* subject.display = "{name}"
* date = "{date}"
* content.attachment.title = "{title}"

RuleSet: ExFile(kind, url)
* content.attachment.contentType = #{kind}
* content.attachment.language = #zh-CN
* content.attachment.url = "{url}"

Instance: example-document-agreement
InstanceOf: FDAgreementDocument
Usage: #example
Title: "A signed agreement"
Description: "The electronic agreement of a resident, with the digest of the file."
* language = #zh-CN
* insert ExPaper(agreement, 签约协议, Patient/example-resident-old-number, 孙示例, 2024-09-01T15:40:00+08:00, 家庭医生签约服务协议（孙示例）)
* insert ExFile(application/pdf, https://example.org/agreements/EX-2024-000123.pdf)
* content.attachment.hash = "2jmj7l5rSw0yVb/vlWAYkK/YBwk="
* docStatus = #final
* author = Reference(Organization/example-institution)
* author.display = "示例社区卫生服务中心"
* custodian = Reference(Organization/example-institution)
* custodian.display = "示例社区卫生服务中心"
* context.related = Reference(example-contract-resident)

Instance: example-document-cancellation
InstanceOf: FDAgreementDocument
Usage: #example
Title: "A letter of cancellation"
Description: "Received on 18 December; it asks for the end of the year, so the contract ends on 31 December."
* language = #zh-CN
* extension[receivedOn].valueDate = "2023-12-18"
* extension[requestedEnd].valueDate = "2023-12-31"
* insert ExPaper(cancellation, 解约书, Patient/example-resident-mother, 李示例, 2023-12-18T11:05:00+08:00, 书面解约申请)
* insert ExFile(image/jpeg, https://example.org/cancellations/EX-2023-000045.jpg)
* author = Reference(Patient/example-resident-mother)
* author.display = "李示例"
* authenticator = Reference(Organization/example-institution)
* authenticator.display = "示例社区卫生服务中心"
* custodian = Reference(Organization/example-institution)
* custodian.display = "示例社区卫生服务中心"
* context.related = Reference(example-contract-switch)

Instance: example-document-household-agreement
InstanceOf: FDAgreementDocument
Usage: #example
Title: "The agreement of a household, copy of the team"
Description: "One of the two copies, scanned."
* language = #zh-CN
* insert ExPaper(agreement, 签约协议, example-household, 张示例家庭, 2017-11-20T16:00:00+08:00, 家庭医生签约服务协议（团队存）)
* insert ExFile(application/pdf, https://example.org/agreements/EX-2017-0007.pdf)
* docStatus = #final
* custodian = Reference(Organization/example-institution-township)
* custodian.display = "示例镇中心卫生院"

Instance: example-document-household-agreement-copy
InstanceOf: FDAgreementDocument
Usage: #example
Title: "The agreement of a household, copy of the family"
Description: "The other copy, kept on paper at home: no file, only a title."
* language = #zh-CN
* insert ExPaper(agreement, 签约协议, example-household, 张示例家庭, 2017-11-20T16:00:00+08:00, 家庭医生签约服务协议（家庭存，纸质）)
* docStatus = #final

Instance: example-document-household-register
InstanceOf: FDAgreementDocument
Usage: #example
Title: "A household register"
Description: "The page of the register by which the members sign; restricted, for it shows identity numbers."
* language = #zh-CN
* insert ExPaper(household-register, 户口簿, example-household, 张示例家庭, 2017-11-20T16:00:00+08:00, 户口簿)
* insert ExFile(image/jpeg, https://example.org/registers/H-0007.jpg)
* securityLabel = http://terminology.hl7.org/CodeSystem/v3-Confidentiality#R "restricted"

Instance: example-document-disability
InstanceOf: FDAgreementDocument
Usage: #example
Title: "Proof of disability"
Description: "By it local fiscal resources bear a part of the personal share."
* language = #zh-CN
* insert ExPaper(eligibility-proof, 特殊人群证明, Patient/example-resident-old-number, 孙示例, 2024-09-01T09:20:00+08:00, 残疾人证)
* insert ExFile(image/jpeg, https://example.org/proofs/EX-2024-000123.jpg)
* securityLabel = http://terminology.hl7.org/CodeSystem/v3-Confidentiality#R "restricted"

Instance: example-document-breach
InstanceOf: FDAgreementDocument
Usage: #example
Title: "Confirmation of an end for breach"
Description: "Signed by both sides."
* language = #zh-CN
* insert ExPaper(termination-confirmation, 解约确认书, example-household-alone, 孙示例家庭, 2018-11-15T15:30:00+08:00, 解约确认书（双方签字）)
* insert ExFile(application/pdf, https://example.org/terminations/EX-2017-0012.pdf)
* docStatus = #final
* context.related = Reference(example-contract-breach)
