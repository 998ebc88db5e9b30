// What a resident lets be passed on: to which platform, for what, since when.

Profile: FDConsent
Parent: Consent
Id: fd-consent
Title: "Consent to share data"
Description: """
A resident's consent, or refusal, that data go to one platform for one purpose: one resource for each pair, so that one can be withdrawn without the others. Data leave for a platform only where such a consent permits it.

- **Purpose**: `category` has one code of consent-purpose. R4 binds `category` extensibly, so a code of R4 stands beside it (`INFA`, information access; `RESEARCH` for research).
- **Platform**: the actor whose `role` has a code of platform (with `IRCP`, information recipient); `reference` is the organization that runs it.
- **The text that was agreed to** is named in `policy.uri`, with its version.
- A withdrawal is `inactive` with the end of `provision.period`; a refusal is `rejected` and denies.
- Kinds of data that are left out (for instance those of a mental illness) are nested provisions that deny.
"""
* insert About([[数据共享同意]], [[A1 A2 A3 A4 A6 A9 I9]], [[no policy of the service speaks of consent; the personal information protection law asks for a separate consent to the use of sensitive information (recalled, not checked); per platform and purpose is a decision of this project]])
* insert Tells([[居民同意或拒绝将数据为某一用途提供给某一平台；每个平台、每种用途一条，可分别撤回。只有同意有效时数据才可外传。category 填用途代码，并列 R4 代码；provision.actor 中角色带平台代码者为接收平台；policy.uri 写明所同意的告知文本及版本；撤回为 inactive 并写明 provision.period.end，拒绝为 rejected 且 provision.type 为 deny；不予提供的数据种类写在下级 provision（deny）中。]])
* obeys fd-consent-1 and fd-consent-2 and fd-consent-3 and fd-consent-4
* identifier MS
* identifier insert Means([[Number of the consent]], [[同意书编号]], [[A4]])
* status MS
* status insert Means([[active: given; inactive: withdrawn or past; rejected: refused; draft or proposed: asked for]], [[active 已同意，inactive 已撤回或过期，rejected 拒绝，draft/proposed 待答复]], [[A4]])
* scope = http://terminology.hl7.org/CodeSystem/consentscope#patient-privacy
* scope insert Means([[Always patient-privacy]], [[固定为 patient-privacy]], [[A4]])
* category MS
* category ^slicing.discriminator.type = #pattern
* category ^slicing.discriminator.path = "$this"
* category ^slicing.rules = #open
* category ^slicing.description = "By code system"
* category insert Means([[For what, and other classes of consent]], [[用途及其他分类]], [[A4 A6]])
* category contains purpose 1..1 MS
* category[purpose] ^patternCodeableConcept.coding.system = "https://family-doctor-fhir.github.io/CodeSystem/consent-purpose"
* category[purpose] from https://family-doctor-fhir.github.io/ValueSet/consent-purpose (required)
* category[purpose] insert Means([[The purpose; one]], [[用途，仅一个]], [[A4 A6 A9 I9]])
* patient 1..1 MS
* patient only Reference(FDResident)
* patient insert Means([[Whose data]], [[数据所属居民]], [[A6 A9]])
* dateTime MS
* dateTime insert Means([[When the resident decided]], [[居民作出决定的时间]], [[A4]])
* performer MS
* performer only Reference(FDResident or FDRelatedPerson)
* performer insert Means([[Who decided: the resident, or the guardian]], [[作出决定者：本人或监护人]], [[A9]])
* organization 1..* MS
* organization only Reference(FDInstitution or Organization)
* organization insert Means([[Who passes the data on and keeps this consent]], [[提供数据并保管同意书的机构]], [[A1 A2 A3]])
* source[x] MS
* source[x] only Attachment or Reference(DocumentReference or FDContract or QuestionnaireResponse)
* source[x] insert Means([[The paper or answers; the contract where its clause says it]], [[同意书、答卷，或载有同意条款的协议]], [[D13 D16]])
* policy 1..* MS
* policy insert Means([[The text that was agreed to, and the rules behind it]], [[所同意的告知文本及依据]], [[A4]])
* policy.uri 1..1 MS
* policy.uri insert Means([[URI of the text, with its version]], [[告知文本的标识及版本]], [[A4]])
* verification MS
* verification insert Means([[Whether it was checked with the resident]], [[是否已向居民核实]], [[D18]])
* verification.verified MS
* verification.verified insert Means([[Confirmed or not]], [[是否确认]], [[D18]])
* verification.verificationDate MS
* verification.verificationDate insert Means([[When]], [[核实时间]], [[D18]])
* provision 1..1 MS
* provision insert Means([[What is allowed or refused]], [[同意或拒绝的内容]], [[A6]])
* provision.type 1..1 MS
* provision.type insert Means([[permit or deny]], [[permit 同意，deny 拒绝]], [[A6]])
* provision.period MS
* provision.period insert Means([[From when to when; ends with a withdrawal]], [[有效期间，撤回时写明结束]], [[A4]])
* provision.actor MS
* provision.actor ^slicing.discriminator.type = #pattern
* provision.actor ^slicing.discriminator.path = "role"
* provision.actor ^slicing.rules = #open
* provision.actor ^slicing.description = "By code system of the role"
* provision.actor ^comment = "Nested provisions have this shape as well, so that a platform is asked for by a rule and not by a minimum here."
* insert Translated(provision.actor ^comment, zh, [[下级 provision 结构相同，故以规则要求写明平台，不在此处规定最小基数。]])
* provision.actor insert Means([[Who receives the data, and others who take part]], [[数据接收方及其他相关方]], [[A1 A2 A3 A6]])
* provision.actor contains platform 0..* MS
* provision.actor[platform] insert Means([[The platform that receives the data; one]], [[接收数据的平台，仅一个]], [[A1 A2 A3 A5 A6 A7 A8 A9]])
* provision.actor[platform].role MS
* provision.actor[platform].role ^patternCodeableConcept.coding.system = "https://family-doctor-fhir.github.io/CodeSystem/platform"
* provision.actor[platform].role from https://family-doctor-fhir.github.io/ValueSet/platform (required)
* provision.actor[platform].role insert Means([[Which platform; IRCP beside it]], [[平台类别，并列 IRCP]], [[A1 A2 A3]])
* provision.actor[platform].reference only Reference(Organization)
* provision.actor[platform].reference MS
* provision.actor[platform].reference insert Means([[The organization that runs it]], [[平台运营单位]], [[A1 A2 A3]])
* provision.action MS
* provision.action insert Means([[What may be done, such as disclose or use]], [[允许的处理方式]], [[A6]])
* provision.purpose MS
* provision.purpose insert Means([[The purpose in the words of HL7, such as TREAT or HPAYMT]], [[HL7 用途代码]], [[A6]])
* provision.class MS
* provision.class insert Means([[Kinds of resources; without any, all that the purpose needs]], [[数据种类，不填为该用途所需全部]], [[A6 F13]])
* provision.provision MS
* provision.provision insert Means([[Exceptions]], [[例外]], [[A6 H2]])

Invariant: fd-consent-1
Description: "A decision, given, withdrawn or refused, says when it was taken and by whom."
Severity: #error
Expression: "(status = 'active' or status = 'inactive' or status = 'rejected') implies (dateTime.exists() and performer.exists())"
* insert Says([[已作出的决定（同意、撤回、拒绝）须写明时间和决定人]], [[A4 A9]])

Invariant: fd-consent-2
Description: "A consent that is no longer in force says since when."
Severity: #error
Expression: "status = 'inactive' implies provision.period.end.exists()"
* insert Says([[已失效的同意须写明结束时间]], [[A4]])

Invariant: fd-consent-3
Description: "A refusal denies."
Severity: #error
Expression: "status = 'rejected' implies provision.type = 'deny'"
* insert Says([[拒绝的，provision.type 须为 deny]], [[A4]])

Invariant: fd-consent-4
Description: "One platform receives the data."
Severity: #error
Expression: "provision.empty() or provision.actor.where(role.coding.where(system = 'https://family-doctor-fhir.github.io/CodeSystem/platform').exists()).count() = 1"
* insert Says([[接收数据的平台有且仅有一个]], [[A1 A2 A3 A6]])
