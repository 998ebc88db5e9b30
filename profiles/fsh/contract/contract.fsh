// The contract: who is covered, by which team, with which packages, who pays, from when to when, and where it stands.

// A party of a term: its role, and what it may be.
RuleSet: PartyOf(slice, role, target, english, chinese, requirements)
* term.offer.party[{slice}] insert Means([[{english}]], [[{chinese}]], [[{requirements}]])
* term.offer.party[{slice}].role = https://family-doctor-fhir.github.io/CodeSystem/contract-party#{role}
* term.offer.party[{slice}].role insert Means([[Always {role}]], [[固定为 {role}]], [[{requirements}]])
* term.offer.party[{slice}].reference MS
* term.offer.party[{slice}].reference only Reference({target})
* term.offer.party[{slice}].reference insert Means([[Who]], [[约定方]], [[{requirements}]])

// One who signs: the role, and who it may be.
RuleSet: SignerOf(slice, role, target, english, chinese, requirements)
* signer[{slice}] insert Means([[{english}]], [[{chinese}]], [[{requirements}]])
* signer[{slice}].type = https://family-doctor-fhir.github.io/CodeSystem/signer-role#{role}
* signer[{slice}].type insert Means([[Always {role}]], [[固定为 {role}]], [[{requirements}]])
* signer[{slice}].party MS
* signer[{slice}].party only Reference({target})
* signer[{slice}].party insert Means([[Who signed]], [[签字人]], [[{requirements}]])

Profile: FDContract
Parent: Contract
Id: fd-contract
Title: "Family doctor contract"
Description: """
A family doctor service contract of a resident, a household or a functional community with a team (or a single family doctor) of an institution; also its renewals and its supplementary agreements. The text of the agreement itself, before anybody signs it, is an FDAgreementTemplate.

- **Who is covered**: `subject` names every covered resident, and with them the household or the functional community that signed.
- **The parties** stand in `term.offer.party`, who signed for them in `signer`.
- **One `term` per package**: the package in `offer.topic`, its kind in `offer.type`, the team in `action.performer`, price and payer shares of a service year in `asset`.
- **Dates**: signed on `issued`, agreed for `applies`; an early end stands in the extension `ended-on` and leaves `applies` as it was signed.
- **Where it stands**: `contract-state` in the words of the service, `status` in those of FHIR; the first rule below ties the two together.

How long a term may be, how many packages one may choose, who may sign with whom and what is paid back is policy of the region, checked by the server and not by this profile.
"""
* insert About([[家庭医生签约服务协议]], [[A1 A9 A11 C5 D1 D2 D3 D4 D5 D6 D7 D8 D9 D10 D11 D12 D13 D14 D15 D16 D17 D18 E2 E7 E11 E13 E14 E15 E16 E17]], [[Shenzhen family-doctor service measures (2017 figures); a city's 2017 implementation plan; national guiding opinion 2022; Hainan implementation plan, effective 2024-01-01]])
* insert Tells([[居民、家庭或功能社区与机构的团队（或单独签约的家庭医生）签订的家庭医生签约服务协议，含续签协议和补充协议；签署之前的统一文本见协议文本（FDAgreementTemplate）。subject 列出全部签约居民及所属家庭或功能社区；约定双方见 term.offer.party，签字人见 signer；每个服务包一条 term：服务包在 offer.topic，种类在 offer.type，团队在 action.performer，各服务年度的价格和费用分担在 asset；签订日期为 issued，约定期限为 applies，提前终止只写扩展 ended-on，不改 applies；业务状态为扩展 contract-state，FHIR 的 status 由它决定。期限长短、可选服务包数、签约方资格和退费属各地政策，由服务器检查，不在本结构定义内。]])
* obeys fd-contract-1 and fd-contract-2 and fd-contract-3 and fd-contract-4 and fd-contract-6 and fd-contract-7 and fd-contract-8 and fd-contract-9 and fd-contract-10 and fd-contract-11 and fd-contract-12 and fd-contract-13 and fd-contract-15 and fd-contract-16 and fd-contract-17

* extension contains
    ContractState named state 1..1 MS and
    KeyPopulation named keyPopulation 0..* MS and
    SigningChannel named signingChannel 0..1 MS and
    EndedOn named endedOn 0..1 MS and
    EarlyEndReason named earlyEndReason 0..1 MS and
    Renews named renews 0..1 MS and
    RenewedBy named renewedBy 0..1 MS and
    SupplementOf named supplementOf 0..1 MS
* extension[state] insert Means([[Where the contract stands, in the words of the service]], [[协议的业务状态]], [[D9 D10 D11]])
* extension[keyPopulation] insert Means([[Key population group for which it was signed; once per group]], [[签约时所属重点人群，每类一条]], [[H1 H2 H3 I3]])
* extension[signingChannel] insert Means([[How it was signed: on paper, online, at home …]], [[签约方式（现场、线上、上门等）]], [[D16 A9]])
* extension[endedOn] insert Means([[Last day of the contract where it ends before `applies` does]], [[提前终止时的最后一日]], [[D10 D11]])
* extension[earlyEndReason] insert Means([[Why it ends early]], [[提前终止原因]], [[D10 D11 B8]])
* extension[renews] insert Means([[The contract this one continues]], [[本协议所续签的原协议]], [[D9 I3]])
* extension[renewedBy] insert Means([[The contract that continues this one]], [[续签后的新协议]], [[D9 I3]])
* extension[supplementOf] insert Means([[The contract to which this is a supplement]], [[本补充协议所属的主协议]], [[D14]])

* identifier MS
* identifier insert Means([[Number of the agreement]], [[协议编号]], [[D15 D18]])
* identifier.system 1..1 MS
* identifier.system insert Means([[Who numbers: institution or platform]], [[编号所属系统]], [[D18]])
* identifier.value 1..1 MS
* identifier.value insert Means([[The number]], [[编号]], [[D18]])

* status 1..1 MS
* status insert Means([[Where the contract stands, in the words of FHIR]], [[FHIR 合同状态，由业务状态决定]], [[D9 D10 D11]])
* instantiatesCanonical MS
* instantiatesCanonical only Reference(FDAgreementTemplate)
* instantiatesCanonical insert Means([[The uniform agreement text it follows]], [[所依据的统一协议文本]], [[D12 D13]])
* instantiatesCanonical ^comment = "In R4 this element is a Reference to a Contract, not a canonical. A text that is published elsewhere goes into instantiatesUri."
* insert Translated(instantiatesCanonical ^comment, zh, [[R4 中此元素是对 Contract 的引用，不是 canonical；发布在别处的文本写入 instantiatesUri。]])
* issued MS
* issued obeys fd-contract-5
* issued insert Means([[Day of signing in law; a date without time]], [[签订日期（仅日期）]], [[D6 D7 D16]])
* applies MS
* applies insert Means([[Period as signed, both days included; an early end does not change it]], [[签约服务期限（起止日均含），提前终止不改此项]], [[D6 D7 D8]])
* applies.start 1..1 MS
* applies.start obeys fd-contract-5
* applies.start insert Means([[First day]], [[起始日]], [[D6 D7 D8]])
* applies.end 1..1 MS
* applies.end obeys fd-contract-5
* applies.end insert Means([[Last day]], [[终止日]], [[D6 D7 D8]])

* subject 1..* MS
* subject only Reference(FDResident or FDHousehold or FDFunctionalCommunity or FDCommunityMembers)
* subject insert Means([[Every covered resident, and the household or functional community that signed with its group of members]], [[全部签约居民；以家庭或功能社区签约的，另列该家庭或功能社区及其成员组]], [[D1 D2 D3]])
* subject ^comment = "A household alone is not enough: the search Contract?patient= sees residents only, and a member who is not named is not covered."
* insert Translated(subject ^comment, zh, [[只列家庭不够：按 Contract?patient= 只能查到居民，未列明的成员不在签约范围内。]])
* subject.extension contains Covered named covered 0..1 MS
* subject.extension[covered] insert Means([[When this resident is covered, where that is not the whole period: joined or left in between]], [[中途加入或退出的成员的服务起止日]], [[D2 D3]])

* type 1..1 MS
* type from https://family-doctor-fhir.github.io/ValueSet/service-contract-kind (required)
* type insert Means([[Contract or supplementary agreement]], [[协议种类：签约服务协议或补充协议]], [[D12 D14]])
* subType ..1 MS
* subType from https://family-doctor-fhir.github.io/ValueSet/signing-kind (required)
* subType insert Means([[Signed for the first time, or a renewal]], [[首次签约或续签]], [[D9 I3]])

* term 1..* MS
* term insert Means([[One per package]], [[每个服务包一条]], [[D13 E1 E2]])
* term.offer MS
* term.offer obeys fd-contract-14
* term.offer insert Means([[The package and for whom it is agreed]], [[服务包及约定双方]], [[D13]])
* term.offer.party MS
* term.offer.party insert Means([[Parties of this term]], [[约定方]], [[D1 D2 D3]])
* term.offer.party ^slicing.discriminator.type = #pattern
* term.offer.party ^slicing.discriminator.path = "role"
* term.offer.party ^slicing.rules = #open
* term.offer.party ^slicing.description = "By the role of the party"
* term.offer.party.role from https://family-doctor-fhir.github.io/ValueSet/contract-party (required)
* term.offer.party.role insert Means([[Resident, household, functional community or provider]], [[约定方类别]], [[D1 D2 D3]])
* term.offer.party.reference MS
* term.offer.party.reference insert Means([[Who]], [[约定方]], [[D1 D2 D3]])
* term.offer.party contains
    resident 0..* MS and
    household 0..1 MS and
    functionalCommunity 0..1 MS and
    provider 1..* MS
* insert PartyOf(resident, resident, FDResident, [[Party A: the residents who take this package]], [[甲方：享有本服务包的居民]], [[D1]])
* insert PartyOf(household, household, FDHousehold, [[Party A: the household]], [[甲方：家庭]], [[D2 D5]])
* insert PartyOf(functionalCommunity, functional-community, FDFunctionalCommunity, [[Party A: the functional community]], [[甲方：功能社区]], [[D3 E11]])
* insert PartyOf(provider, provider, FDInstitution, [[Party B: the institutions that provide]], [[乙方：服务机构]], [[B5 B7 C9]])
* term.offer.topic 1..1 MS
* term.offer.topic only Reference(FDServicePackage or FDServiceItem)
* term.offer.topic insert Means([[The package, in exactly the version that was signed; in a supplement also a single service]], [[所签服务包（确切版本）；补充协议可为单项服务]], [[D13 D14 E1 E2]])
* term.offer.type 1..1 MS
* term.offer.type from https://family-doctor-fhir.github.io/ValueSet/package-kind (required)
* term.offer.type insert Means([[Kind of package]], [[服务包种类]], [[E1 E2 E3 E5 E6]])

* term.asset MS
* term.asset obeys fd-contract-18
* term.asset insert Means([[What the package costs in one service year, and who pays]], [[服务包一个服务年度的价格与费用分担]], [[E7 E13]])
* term.asset.extension contains AgreedPrice named price 1..1 MS and FilingNumber named filingNumber 0..1 MS
* term.asset.extension[price] insert Means([[Price of the package for all whom it covers; 0 where it is free]], [[该服务包总价，免费为 0]], [[E3 E5 E6 E7 E11]])
* term.asset.extension[filingNumber] insert Means([[Filing with healthcare security of a rate negotiated with a functional community, which precedes any charge]], [[与功能社区协商的收费标准向医保部门备案的编号，收费前应已取得]], [[E11]])
* term.asset.period ..1 MS
* term.asset.period insert Means([[The service year; without it the whole of `applies`]], [[服务年度，省略时为整个服务期限]], [[E7 D8]])
* term.asset.valuedItem MS
* term.asset.valuedItem obeys fd-contract-20 and fd-contract-21
* term.asset.valuedItem insert Means([[The share of one payer]], [[一个付费方的分担份额]], [[E13 E14 E15 E16 E17]])
* term.asset.valuedItem.extension contains PayerKind named payerKind 1..1 MS
* term.asset.valuedItem.extension[payerKind] insert Means([[Kind of payer]], [[付费方类别]], [[E13 E14 E15 E16 E17]])
* term.asset.valuedItem.quantity MS
* term.asset.valuedItem.quantity insert Means([[Number of persons or households paid for]], [[计费人数或户数]], [[E5 E6 E7]])
* term.asset.valuedItem.unitPrice MS
* term.asset.valuedItem.unitPrice obeys fd-contract-19
* term.asset.valuedItem.unitPrice insert Means([[Share per person or household]], [[每人或每户份额]], [[E5 E6 E7]])
* term.asset.valuedItem.net 1..1 MS
* term.asset.valuedItem.net obeys fd-contract-19
* term.asset.valuedItem.net insert Means([[Amount of the share]], [[份额金额]], [[E13]])
* term.asset.valuedItem.responsible MS
* term.asset.valuedItem.responsible only Reference(FDResident or FDRelatedPerson or Organization)
* term.asset.valuedItem.responsible insert Means([[Who pays; for a household an adult member, funds as organizations]], [[付费方；家庭由一名成年人付费，基金以机构表示]], [[E13 E14 E15 E16]])
* term.asset.valuedItem.recipient MS
* term.asset.valuedItem.recipient only Reference(FDInstitution)
* term.asset.valuedItem.recipient insert Means([[Who is paid]], [[收款机构]], [[E13 E18]])

* term.action MS
* term.action insert Means([[Who provides the package]], [[服务提供方]], [[C1 C5 D4]])
* term.action ^slicing.discriminator.type = #pattern
* term.action ^slicing.discriminator.path = "type"
* term.action ^slicing.rules = #open
* term.action ^slicing.description = "By the kind of action"
* term.action contains provide 1..1 MS
* term.action[provide] insert Means([[Providing the package]], [[提供服务包]], [[C1 D13]])
* term.action[provide].type = https://family-doctor-fhir.github.io/CodeSystem/contract-action#provide-package
* term.action[provide].type insert Means([[Always provide-package]], [[固定为 provide-package]], [[C1 D13]])
* term.action[provide].intent ^comment = "R4 demands an intent; TREAT of v3-ActReason says what is meant."
* insert Translated(term.action[provide].intent ^comment, zh, [[R4 要求填写 intent，按其本意取 v3-ActReason 的 TREAT。]])
* term.action[provide].status ^comment = "R4 demands a status and offers only `complete`, for an action that was agreed; how far the contract has come is said by `contract-state`."
* insert Translated(term.action[provide].status ^comment, zh, [[R4 要求填写 status，且只有 `complete` 可用，表示已约定；协议进展以 `contract-state` 为准。]])
* term.action[provide].performer 1..1 MS
* term.action[provide].performer only Reference(FDTeam or FDFamilyDoctor)
* term.action[provide].performer insert Means([[The team, or the family doctor who signed alone]], [[签约团队，或单独签约的家庭医生]], [[C1 C5 D4 D5]])

* supportingInfo MS
* supportingInfo insert Means([[Household register or residence permit, cancellation letter, other evidence]], [[户口簿或居住证、书面解约申请等材料]], [[D2 D10]])
* relevantHistory MS
* relevantHistory only Reference(FDProvenance)
* relevantHistory insert Means([[Who changed it; the two signatures under an end for breach]], [[变更记录；违约解约时双方签字]], [[D11 A4]])

* signer MS
* signer insert Means([[Those who signed]], [[签字各方]], [[D2 D3 D16]])
* signer ^slicing.discriminator.type = #pattern
* signer ^slicing.discriminator.path = "type"
* signer ^slicing.rules = #open
* signer ^slicing.description = "By the role in which one signs"
* signer.type from https://family-doctor-fhir.github.io/ValueSet/signer-role (required)
* signer.type insert Means([[In which role]], [[签字身份]], [[D2 D3]])
* signer.party MS
* signer.party insert Means([[Who signed]], [[签字人]], [[D2 D3 D16]])
* signer.signature MS
* signer.signature insert Means([[The signature; on paper the day of signing at 00:00+08:00]], [[签名；纸质签约取签订日零时（东八区）]], [[D16]])
* signer contains
    resident 0..* MS and
    guardian 0..* MS and
    household 0..* MS and
    communityRepresentative 0..* MS and
    familyDoctor 0..* MS and
    institution 0..* MS
* insert SignerOf(resident, resident, FDResident, [[A resident for himself or herself]], [[居民本人]], [[D1]])
* insert SignerOf(guardian, guardian, FDRelatedPerson, [[A guardian, for a resident under 18 or one who cannot act]], [[监护人，代未满 18 岁或无民事行为能力的居民签字]], [[D1]])
* signer[guardian].signature.onBehalfOf 1..1 MS
* signer[guardian].signature.onBehalfOf only Reference(FDResident)
* signer[guardian].signature.onBehalfOf insert Means([[For which resident]], [[被监护的居民]], [[D1]])
* insert SignerOf(household, household-representative, [[FDResident or FDRelatedPerson]], [[An adult for the household; the register or permit is in supportingInfo]], [[代表家庭签字的成年人，户口簿或居住证见佐证材料]], [[D2]])
* insert SignerOf(communityRepresentative, community-representative, FDFunctionalCommunity, [[The functional community, through its representative]], [[功能社区，由其代表签字]], [[D3]])
* insert SignerOf(familyDoctor, family-doctor, FDFamilyDoctor, [[Lead of the team, or each of its doctors who sign]], [[团队负责人，或团队中签字的各位医生]], [[C4 C5 D16]])
* insert SignerOf(institution, institution, FDInstitution, [[The institution, by its seal]], [[服务机构，盖章]], [[B5 D10]])

* legal MS
* legal insert Means([[A copy handed out: one for the team, one for the family]], [[交付的协议文本，一式两份，双方各执一份]], [[D15]])
* legal.extension contains CopyHolder named holder 0..1 MS
* legal.extension[holder] insert Means([[Who holds this copy]], [[本份文本的持有方]], [[D15]])
* legal.content[x] only Attachment or Reference(FDAgreementDocument)
* legal.content[x] insert Means([[The document]], [[文件]], [[D15]])
* legallyBinding[x] MS
* legallyBinding[x] only Attachment or Reference(FDAgreementDocument)
* legallyBinding[x] insert Means([[The signed agreement]], [[已签署的协议]], [[D15 D16 F1]])

// ---- Rules ----

Invariant: fd-contract-1
Description: "The FHIR status is the one that belongs to the contract state: draft - negotiable; applied - offered; rejected, withdrawn, lapsed - rejected; pending-payment, pending-receipt - executable; pending-start, active - executed; disputed - disputed; expired, renewed - terminated; terminated - revoked or cancelled; void - entered-in-error."
Severity: #error
Expression: "status.exists() implies extension('https://family-doctor-fhir.github.io/StructureDefinition/contract-state').value.all(($this = 'draft' implies %context.status = 'negotiable') and ($this = 'applied' implies %context.status = 'offered') and ($this in ('rejected' | 'withdrawn' | 'lapsed') implies %context.status = 'rejected') and ($this in ('pending-payment' | 'pending-receipt') implies %context.status = 'executable') and ($this in ('pending-start' | 'active') implies %context.status = 'executed') and ($this = 'disputed' implies %context.status = 'disputed') and ($this in ('expired' | 'renewed') implies %context.status = 'terminated') and ($this = 'terminated' implies %context.status in ('revoked' | 'cancelled')) and ($this = 'void' implies %context.status = 'entered-in-error'))"
* insert Says([[FHIR 状态须与业务状态对应：草稿—negotiable；已申请—offered；已拒绝、已撤回、逾期失效—rejected；待付款、待回执—executable；待生效、履约中—executed；有争议—disputed；到期结束、已续约—terminated；提前解除—revoked 或 cancelled；作废—entered-in-error]], [[D9 D10 D11]])

Invariant: fd-contract-2
Description: "A contract is cancelled exactly where it was ended early because the provider did not deliver; every other early end is revoked."
Severity: #error
Expression: "status.where($this in ('revoked' | 'cancelled')).all(($this = 'cancelled') = %context.extension('https://family-doctor-fhir.github.io/StructureDefinition/early-end-reason').value.coding.where(system = 'https://family-doctor-fhir.github.io/CodeSystem/contract-end-reason' and code = 'provider-breach').exists())"
* insert Says([[因服务方未履约而提前终止的协议状态为 cancelled，其他提前终止为 revoked]], [[D10 D11]])

Invariant: fd-contract-3
Description: "A contract that was signed says on which day and for which period."
Severity: #error
Expression: "extension('https://family-doctor-fhir.github.io/StructureDefinition/contract-state').where(value in ('pending-payment' | 'pending-receipt' | 'pending-start' | 'active' | 'disputed' | 'expired' | 'renewed' | 'terminated')).exists() implies (issued.exists() and applies.exists())"
* insert Says([[已签订的协议须有签订日期和服务期限]], [[D6 D7 D8 D16]])

Invariant: fd-contract-4
Description: "A contract that was signed bears the signature of party A (resident, guardian, representative of the household, or functional community) and of a family doctor."
Severity: #error
Expression: "extension('https://family-doctor-fhir.github.io/StructureDefinition/contract-state').where(value in ('pending-payment' | 'pending-receipt' | 'pending-start' | 'active' | 'disputed' | 'expired' | 'renewed' | 'terminated')).exists() implies (signer.type.where(system = 'https://family-doctor-fhir.github.io/CodeSystem/signer-role' and code in ('resident' | 'guardian' | 'household-representative' | 'community-representative')).exists() and signer.type.where(system = 'https://family-doctor-fhir.github.io/CodeSystem/signer-role' and code = 'family-doctor').exists())"
* insert Says([[已签订的协议须有甲方（居民、监护人、家庭代表或功能社区）和家庭医生的签字]], [[D2 D3 D16]])

Invariant: fd-contract-5
Description: "A date of law is a whole day without a time."
Severity: #error
Expression: "toString().length() = 10"
* insert Says([[法律日期只写到日，不带时间]], [[D6 D7]])

Invariant: fd-contract-6
Description: "A contract that was terminated early says on which day it ended and why."
Severity: #error
Expression: "extension('https://family-doctor-fhir.github.io/StructureDefinition/contract-state').where(value = 'terminated').exists() implies (extension('https://family-doctor-fhir.github.io/StructureDefinition/ended-on').exists() and extension('https://family-doctor-fhir.github.io/StructureDefinition/early-end-reason').exists())"
* insert Says([[提前解除的协议须写明终止日期和原因]], [[D10 D11]])

Invariant: fd-contract-7
Description: "Only a contract that was signed and did not run to its end has a day of early end: while it is still pending, in force or disputed the day is announced, afterwards it is past."
Severity: #error
Expression: "extension('https://family-doctor-fhir.github.io/StructureDefinition/ended-on').exists() implies extension('https://family-doctor-fhir.github.io/StructureDefinition/contract-state').where(value in ('pending-start' | 'active' | 'disputed' | 'terminated' | 'void')).exists()"
* insert Says([[仅已签订且未履行至期满的协议可有提前终止日期]], [[D10 D11]])

Invariant: fd-contract-8
Description: "An early end lies not after the last day of the period as signed."
Severity: #error
Expression: "applies.end.exists() implies extension('https://family-doctor-fhir.github.io/StructureDefinition/ended-on').value.all($this <= %context.applies.end)"
* insert Says([[提前终止日期不得晚于服务期限的终止日]], [[D10 D11]])

Invariant: fd-contract-9
Description: "A contract that ended by renewal names the contract that continues it."
Severity: #error
Expression: "extension('https://family-doctor-fhir.github.io/StructureDefinition/contract-state').where(value = 'renewed').exists() implies extension('https://family-doctor-fhir.github.io/StructureDefinition/renewed-by').exists()"
* insert Says([[已续签的协议须指明续签后的新协议]], [[D9]])

Invariant: fd-contract-10
Description: "A contract that continues another is coded as a renewal."
Severity: #error
Expression: "extension('https://family-doctor-fhir.github.io/StructureDefinition/renews').exists() implies subType.coding.where(system = 'https://family-doctor-fhir.github.io/CodeSystem/signing-kind' and code = 'renewal').exists()"
* insert Says([[续签原协议的，签约类型须为续签]], [[D9 I3]])

Invariant: fd-contract-11
Description: "A supplementary agreement names the contract it supplements, and only a supplementary agreement does."
Severity: #error
Expression: "extension('https://family-doctor-fhir.github.io/StructureDefinition/supplement-of').exists() = type.coding.where(system = 'https://family-doctor-fhir.github.io/CodeSystem/contract-kind' and code = 'supplement').exists()"
* insert Says([[补充协议须指明主协议，且仅补充协议如此]], [[D14]])

Invariant: fd-contract-12
Description: "All packages of a contract are provided by the same team or family doctor."
Severity: #error
Expression: "term.action.where(type.coding.where(system = 'https://family-doctor-fhir.github.io/CodeSystem/contract-action' and code = 'provide-package').exists()).performer.reference.distinct().count() <= 1"
* insert Says([[同一协议的全部服务包由同一团队或家庭医生提供]], [[D4 D5]])

Invariant: fd-contract-13
Description: "A package stands in one term only."
Severity: #error
Expression: "term.offer.topic.reference.isDistinct()"
* insert Says([[同一服务包只列一条]], [[D13 E2]])

Invariant: fd-contract-14
Description: "A term is agreed with residents, with a household or with a functional community: one of the three."
Severity: #error
Expression: "party.role.coding.where(system = 'https://family-doctor-fhir.github.io/CodeSystem/contract-party' and code in ('resident' | 'household' | 'functional-community')).code.distinct().count() = 1"
* insert Says([[每条约定的甲方为居民、家庭或功能社区三者之一]], [[D1 D2 D3]])

Invariant: fd-contract-15
Description: "Whoever is party A of a term is a subject of the contract."
Severity: #error
Expression: "subject.exists() implies term.offer.party.where(role.coding.where(system = 'https://family-doctor-fhir.github.io/CodeSystem/contract-party' and code in ('resident' | 'household' | 'functional-community')).exists()).reference.reference.distinct().subsetOf(%context.subject.reference)"
* insert Says([[甲方须列入协议主体]], [[D1 D2 D3]])

Invariant: fd-contract-16
Description: "A contract of a household or functional community names the covered residents, or their group, beside it."
Severity: #error
Expression: "term.offer.party.role.coding.where(system = 'https://family-doctor-fhir.github.io/CodeSystem/contract-party' and code in ('household' | 'functional-community')).exists() implies subject.count() > 1"
* insert Says([[以家庭或功能社区签约的，另须列明签约居民或其成员组]], [[D2 D3]])

Invariant: fd-contract-17
Description: "A resident is covered within the period of the contract."
Severity: #error
Expression: "(applies.start.exists() and applies.end.exists()) implies subject.extension('https://family-doctor-fhir.github.io/StructureDefinition/covered').value.all((start.exists() implies start >= %context.applies.start) and (end.exists() implies end <= %context.applies.end))"
* insert Says([[成员的服务起止日须在协议服务期限之内]], [[D2 D3 D7]])

Invariant: fd-contract-18
Description: "The shares of the payers add up to the price."
Severity: #error
Expression: "extension('https://family-doctor-fhir.github.io/StructureDefinition/agreed-price').exists() implies (valuedItem.net.value.aggregate($this + $total, 0) - extension('https://family-doctor-fhir.github.io/StructureDefinition/agreed-price').value.value).abs() < 0.005"
* insert Says([[各付费方份额之和须等于价格]], [[E13 E14]])

Invariant: fd-contract-19
Description: "An amount is in yuan (CNY), in whole fen, and not negative."
Severity: #error
Expression: "currency = 'CNY' and value >= 0 and value - value.round(2) = 0"
* insert Says([[金额以人民币元计，至多两位小数，且不为负]], [[E7 E13]])

Invariant: fd-contract-20
Description: "Where a share per person or household is given, the amount is that share times the number, to the fen."
Severity: #error
Expression: "unitPrice.exists() implies (net.value - unitPrice.value * iif(quantity.exists(), quantity.value, 1) * iif(factor.exists(), factor, 1)).abs() < 0.01"
* insert Says([[给出每人或每户份额时，份额金额等于单价乘以数量，精确到分]], [[E5 E6 E7]])

Invariant: fd-contract-21
Description: "The resident's share is paid by a resident or relative, every other share by an organization, where the payer is named."
Severity: #error
Expression: "extension('https://family-doctor-fhir.github.io/StructureDefinition/payer-kind').exists() implies responsible.reference.where(contains('Patient/') or contains('RelatedPerson/') or contains('Organization/')).all(contains('Organization/') != (%context.extension('https://family-doctor-fhir.github.io/StructureDefinition/payer-kind').value = 'resident'))"
* insert Says([[写明付费方的，居民个人份额由居民或其亲属支付，其他份额由机构支付]], [[E13 E14 E15 E16]])

// ---- Extensions ----

Extension: ContractState
Id: contract-state
Title: "Contract state"
Description: """
Where a family doctor contract stands, in the words of the service. FHIR has its own status, which follows from this:

| contract-state | Contract.status |
|---|---|
| draft | negotiable |
| applied | offered |
| rejected, withdrawn, lapsed | rejected |
| pending-payment, pending-receipt | executable |
| pending-start, active | executed |
| disputed | disputed |
| expired, renewed | terminated |
| terminated | cancelled if the provider did not deliver, else revoked |
| void | entered-in-error |

In R4 `terminated` means that a contract reached its normal end, and `renewed` the beginning of a successor: hence the last lines. "Expiring" is no state: it follows from the period and today's date.
"""
* insert About([[协议业务状态]], [[D9 D10 D11]], [[Shenzhen family-doctor service measures (2017 figures); a city's 2017 implementation plan; the list of states is our own]])
* insert Tells([[协议的业务状态。FHIR 的 status 由它决定：草稿 draft—negotiable；已申请 applied—offered；已拒绝 rejected、已撤回 withdrawn、逾期失效 lapsed—rejected；待付款 pending-payment、待回执 pending-receipt—executable；待生效 pending-start、履约中 active—executed；有争议 disputed—disputed；到期 expired、已续约 renewed—terminated；提前解除 terminated—服务方未履约的为 cancelled，其他为 revoked；作废 void—entered-in-error。R4 的 terminated 意为正常到期，renewed 意为后续协议开始，故有此对应。“待续约”由期限和当日日期得出，不是状态。]])
* insert On(Contract)
* value[x] 1..1
* value[x] only code
* value[x] from https://family-doctor-fhir.github.io/ValueSet/contract-state (required)
* value[x] insert Means([[The state]], [[业务状态]], [[D9 D10 D11]])

Extension: EndedOn
Id: ended-on
Title: "Ended on"
Description: "The last day on which a contract is in force, where it ends before the period that was signed; `Contract.applies` stays as signed. For a cancellation it is the day on which the institution received the letter, or a later day that was asked for."
* insert About([[提前终止日期]], [[D10 D11]], [[Shenzhen family-doctor service measures (2017 figures); a city's 2017 implementation plan]])
* insert Tells([[协议在约定期限之前终止时的最后有效日；Contract.applies 保持签订时的内容。书面解约的，为机构收到解约书之日，或解约书要求的更晚日期。]])
* insert On(Contract)
* value[x] 1..1
* value[x] only date
* value[x] insert Means([[Last day]], [[最后一日]], [[D10 D11]])

Extension: EarlyEndReason
Id: early-end-reason
Title: "Reason of the early end"
Description: "Why a contract ends before the period that was signed."
* insert About([[提前终止原因]], [[D10 D11 B8]], [[Shenzhen family-doctor service measures (2017 figures); a city's 2017 implementation plan; Hainan implementation plan, effective 2024-01-01]])
* insert Tells([[协议在约定期限之前终止的原因。]])
* insert On(Contract)
* value[x] 1..1
* value[x] only CodeableConcept
* value[x] from https://family-doctor-fhir.github.io/ValueSet/contract-end-reason (required)
* value[x] insert Means([[The reason]], [[原因]], [[D10 D11]])

Extension: Renews
Id: renews
Title: "Renews"
Description: "The contract that this one continues."
* insert About([[续签的原协议]], [[D9 I3]], [[Shenzhen family-doctor service measures (2017 figures); a city's 2017 implementation plan; Hainan implementation plan, effective 2024-01-01]])
* insert Tells([[本协议所接续的协议。]])
* insert On(Contract)
* value[x] 1..1
* value[x] only Reference(FDContract)
* value[x] insert Means([[The earlier contract]], [[原协议]], [[D9]])

Extension: RenewedBy
Id: renewed-by
Title: "Renewed by"
Description: "The contract that continues this one. It may be there while this one is still in force."
* insert About([[续签后的新协议]], [[D9 I3]], [[Shenzhen family-doctor service measures (2017 figures); a city's 2017 implementation plan; Hainan implementation plan, effective 2024-01-01]])
* insert Tells([[接续本协议的协议；本协议仍有效时即可填写。]])
* insert On(Contract)
* value[x] 1..1
* value[x] only Reference(FDContract)
* value[x] insert Means([[The later contract]], [[新协议]], [[D9]])

Extension: SupplementOf
Id: supplement-of
Title: "Supplement of"
Description: "The contract which a supplementary agreement, made for special needs and with a fee of its own, supplements."
* insert About([[补充协议的主协议]], [[D14]], [[a city's 2017 implementation plan]])
* insert Tells([[补充协议所补充的协议；补充协议就特殊需求另行约定，费用另计。]])
* insert On(Contract)
* value[x] 1..1
* value[x] only Reference(FDContract)
* value[x] insert Means([[The main contract]], [[主协议]], [[D14]])

Extension: SigningChannel
Id: signing-channel
Title: "Signing channel"
Description: "How a contract was signed."
* insert About([[签约方式]], [[D16 A9 A11]], [[Shenzhen family-doctor service measures (2017 figures); Hainan implementation plan, effective 2024-01-01]])
* insert Tells([[协议的签订方式。]])
* insert On(Contract)
* value[x] 1..1
* value[x] only CodeableConcept
* value[x] from https://family-doctor-fhir.github.io/ValueSet/contract-signing-channel (required)
* value[x] insert Means([[The channel]], [[签约方式]], [[D16]])

Extension: Covered
Id: covered
Title: "Covered"
Description: "When a resident is covered by a contract, where that is not its whole period: a newborn, a member who married, moved or died. An added member is covered to the end of the contract."
* insert About([[成员服务起止日]], [[D2 D3]], [[a city's 2017 implementation plan; Hainan implementation plan, effective 2024-01-01]])
* insert Tells([[居民在协议中的服务起止日，与整个服务期限不同时填写：新生、婚入、迁出、死亡。中途加入的成员服务至协议终止日。]])
* insert On(Contract.subject)
* value[x] 1..1
* value[x] only Period
* value[x] insert Means([[First and last day, both included]], [[起止日，均含]], [[D2 D3]])

Extension: CopyHolder
Id: copy-holder
Title: "Holder of the copy"
Description: "Who holds a copy of the signed agreement. The agreement is made in duplicate: one copy for the team, one for the family."
* insert About([[协议文本持有方]], [[D15]], [[a city's 2017 implementation plan]])
* insert Tells([[已签协议的持有方。协议一式两份，团队和家庭各执一份。]])
* insert On(Contract.legal)
* value[x] 1..1
* value[x] only Reference(FDTeam or FDFamilyDoctor or FDInstitution or FDResident or FDRelatedPerson or FDHousehold or FDFunctionalCommunity)
* value[x] insert Means([[The holder]], [[持有方]], [[D15]])

Extension: AgreedPrice
Id: agreed-price
Title: "Agreed price"
Description: "What a package costs in a contract, for all whom it covers and for one service year; 0 where it is free."
* insert About([[约定价格]], [[E3 E5 E6 E7 E11]], [[a city's 2017 implementation plan; Hainan implementation plan, effective 2024-01-01]])
* insert Tells([[服务包在协议中一个服务年度的总价，涵盖其全部服务对象；免费为 0。]])
* insert On(Contract.term.asset)
* value[x] 1..1
* value[x] only Money
* value[x] obeys fd-contract-19
* value[x] insert Means([[The price]], [[价格]], [[E3 E5 E6 E7 E11]])

Extension: PayerKind
Id: payer-kind
Title: "Kind of payer"
Description: "Who pays this share: the resident, the medical insurance fund, the funds of basic public health services, local fiscal resources, commercial insurance, or the functional community."
* insert About([[付费方类别]], [[E11 E13 E14 E15 E16 E17]], [[National guiding opinion 2022; Hainan implementation plan, effective 2024-01-01; Shenzhen family-doctor service measures (2017 figures)]])
* insert Tells([[该份额由谁承担：居民个人、医保基金、基本公共卫生服务经费、地方财政、商业保险或功能社区单位。]])
* insert On(Contract.term.asset.valuedItem)
* value[x] 1..1
* value[x] only code
* value[x] from https://family-doctor-fhir.github.io/ValueSet/payer-kind (required)
* value[x] insert Means([[The kind]], [[类别]], [[E13]])

Extension: ByContract
Id: by-contract
Title: "By contract"
Description: "Marks the family doctor among a resident's general practitioners who is there because of a contract. The life cycle of the contract owns this entry: it comes with the contract and goes with it, and what other writers say of it is not taken over. The extension contract beside it may name the contract."
* insert About([[由签约产生]], [[G9 B3]], [[Hainan implementation plan, effective 2024-01-01]])
* insert Tells([[标记居民的家庭医生中由签约产生的一项。该项随协议产生和终止，由协议的生命周期维护，其他来源的改动不予采纳；旁边的 contract 扩展可指明协议。]])
* insert On(Patient.generalPractitioner)
* value[x] 1..1
* value[x] only boolean
* valueBoolean = true
* value[x] insert Means([[Always true]], [[固定为 true]], [[G9]])
