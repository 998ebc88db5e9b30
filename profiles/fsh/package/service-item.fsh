Profile: FDServiceItem
Parent: ActivityDefinition
Id: fd-service-item
Title: "Service item"
Description: "One item of a service package: what is done, how often at least, by whom, for whom and up to which limit; or a reduction or preference, which nobody has to perform. Once active, a version does not change: another content is a higher version under the same URL."
* insert About([[服务项目]], [[D13 E4 E5 E6 E8 E10 E12 E22 F1 F4 F7 F8 F9 F11 F12]], [[a city's 2017 implementation plan; Hainan implementation plan, effective 2024-01-01 (its Attachment 1, the reference table of services, is not public: the table of codes is the project's own)]])
* insert Tells([[服务包中的一个项目：做什么、至少多少次、由谁做、为谁做、上限多少；也可以是无需履行的减免或优惠。版本启用后内容不变，内容变更须以相同URL发布更高版本。]])
* obeys fd-item-1
* extension contains Price named price 0..1 MS and FilingNumber named filingNumber 0..1 MS and Limit named limit 0..1 MS and Eligibility named eligibility 0..* MS and Comprises named comprises 0..* MS
* extension[price] insert Means([[What one performance costs, where it is charged each time]], [[按次收费的单价]], [[E10]])
* extension[filingNumber] insert Means([[Filing with healthcare security of an item without a clear price, which precedes any charge]], [[无明确价格项目向医保部门备案的编号，收费前应已取得]], [[E10]])
* extension[limit] insert Means([[Upper bounds]], [[使用上限]], [[E5 E6]])
* extension[eligibility] insert Means([[Whom the item is for; without it, everybody the package covers]], [[适用对象，未写则为服务包的全部对象]], [[E4 E22 H2]])
* extension[comprises] insert Means([[What one performance comprises]], [[一次服务的内容组成]], [[E6]])
* url 1..1 MS
* url insert Means([[The same in every version; packages cite it with the version]], [[各版本相同的标识，服务包按版本引用]], [[E12]])
* version 1..1 MS
* version insert Means([[Version; its content no longer changes once active]], [[版本号，启用后内容不变]], [[E12]])
* title 1..1 MS
* title insert Means([[Name of the item as the agreement prints it]], [[项目名称，与协议文本一致]], [[D13]])
* status MS
* status insert Means([[draft, active or retired]], [[状态：草案、启用、停用]], [[E12]])
* publisher MS
* publisher insert Means([[The authority or institution that issued the item]], [[发布机构]], [[E12]])
* description MS
* description insert Means([[What is done]], [[服务内容说明]], [[D13]])
* jurisdiction MS
* jurisdiction insert Means([[The region: ISO 3166, and the division code of GB/T 2260 beside it]], [[适用地区：ISO 3166代码，并列GB/T 2260行政区划代码]], [[E12]])
* effectivePeriod MS
* effectivePeriod insert Means([[When the item may be part of a new contract]], [[有效期]], [[E12]])
* topic 0..1 MS
* topic from https://family-doctor-fhir.github.io/ValueSet/service-nature (required)
* topic insert Means([[Public health, basic medical or personalised service]], [[服务性质]], [[E3 E18 E19]])
* kind MS
* kind = #Task
* kind insert Means([[Task where somebody has to perform it; absent for reductions and preferences]], [[需要履行的项目为Task，减免和优惠不填]], [[F13]])
* code 1..1 MS
* code from https://family-doctor-fhir.github.io/ValueSet/package-item (extensible)
* code insert Means([[What the item is; the code of the price list may stand beside it]], [[项目代码，可并列本地价目代码]], [[D13 E10 E12]])
* timing[x] only Timing
* timing[x] MS
* timing[x] insert Means([[How often: frequency is the least number, repeat.count the number in the whole term; absent where it is done on demand]], [[频次：frequency为最少次数，repeat.count为整个签约周期的次数；按需提供的不填]], [[E4 E6 F4]])
* participant MS
* participant insert Means([[Who performs it]], [[由谁完成]], [[C1 F4]])
* participant.role MS
* participant.role from https://family-doctor-fhir.github.io/ValueSet/team-role (extensible)
* participant.role insert Means([[The role in the team, such as the specialist for the yearly face-to-face follow-up]], [[团队角色，如每年面对面随访的专科医生]], [[C2 C3 F4]])

Invariant: fd-item-1
Description: "A reduction or settlement preference is no task: nobody performs it."
* severity = #error
* expression = "code.coding.where(system = 'https://family-doctor-fhir.github.io/CodeSystem/service-item' and (code = 'exam-discount' or code = 'settlement-preference')).exists() implies kind.empty()"
* insert Says([[减免和结算优惠无需履行，不产生任务]], [[E5 E22]])
