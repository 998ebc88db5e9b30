// What packages and items say that R4 has no element for.

Invariant: fd-money-1
Description: "An amount is in yuan, not negative, and has no part of a fen."
* severity = #error
* expression = "value.exists() and currency = 'CNY' and value >= 0 and value - value.round(2) = 0"
* insert Says([[金额以人民币元计，不为负数，最小单位为分]], [[E7 E13]])

Extension: Price
Id: price
Title: "Price"
Description: "What a package costs, or what one performance of an item costs that is charged each time. It holds for the validity period of the definition it stands on; another price is a new version."
* insert About([[价格]], [[E3 E5 E6 E7 E9 E11]], [[a city's 2017 implementation plan; Hainan implementation plan, effective 2024-01-01]])
* insert Tells([[服务包的价格，或按次收费项目的单价。价格在所属定义的有效期内不变，调价须发布新版本。]])
* insert On(PlanDefinition)
* insert On(ActivityDefinition)
* obeys fd-price-1
* extension contains amount 1..1 MS and unit 1..1 MS and listAmount 0..1 MS
* insert Field(amount, Money, [[The amount charged]], [[收费金额]], E3 E7)
* extension[amount].value[x] obeys fd-money-1
* insert Field(unit, code, [[Whom and how long the amount pays for]], [[计价单位]], E5 E6 E7)
* extension[unit].value[x] from https://family-doctor-fhir.github.io/ValueSet/charge-unit (required)
* insert Field(listAmount, Money, [[The sum of the rate bases before the discount on the package]], [[优惠前合计]], E9)
* extension[listAmount].value[x] obeys fd-money-1

Invariant: fd-price-1
Description: "A discount makes the price no higher than the list amount."
* severity = #error
* expression = "extension('listAmount').empty() or extension('amount').empty() or extension('amount').value.value.first() <= extension('listAmount').value.value.first()"
* insert Says([[优惠后的价格不高于优惠前合计]], [[E9]])

Extension: FeeShare
Id: fee-share
Title: "Fee share"
Description: "The part of the price that one payer bears for an insured resident; once per payer. The shares sum to the price. What an uninsured resident or a member of a supported group pays is worked out from them when the contract is signed."
* insert About([[费用分担]], [[E13 E14 E15 E16 E17]], [[national guiding opinion 2022; Hainan implementation plan, effective 2024-01-01; Shenzhen family-doctor service measures (2017 figures)]])
* insert Tells([[参保居民的服务费中各付费方承担的部分，每个付费方一项，合计等于价格。未参保居民和受补助人群的实付金额在签约时据此计算。]])
* insert On(PlanDefinition)
* extension contains payer 1..1 MS and amount 1..1 MS
* insert Field(payer, code, [[Who pays]], [[付费方]], E13 E15 E16)
* extension[payer].value[x] from https://family-doctor-fhir.github.io/ValueSet/payer-kind (required)
* insert Field(amount, Money, [[How much, in the unit of the price]], [[承担金额，单位与价格相同]], E13)
* extension[amount].value[x] obeys fd-money-1

Extension: Eligibility
Id: eligibility
Title: "Eligibility"
Description: "Whom a package or item is for. All parts of one eligibility apply together, and of the groups named one is enough; several eligibilities are alternatives. Without any, it is for everybody."
* insert About([[适用对象]], [[D3 E4 E15 E22 F4 H1 H2 H3]], [[national guiding opinion 2022; Hainan implementation plan, effective 2024-01-01; a city's 2017 implementation plan]])
* insert Tells([[服务包或项目的适用对象。同一条内各条件须同时满足，所列人群满足其一即可；多条之间为“或”。未写则不限。]])
* insert On(PlanDefinition)
* insert On(ActivityDefinition)
* extension contains keyGroup 0..* MS and age 0..1 MS and insured 0..1 MS and communityKind 0..* MS
* insert Field(keyGroup, CodeableConcept, [[A key population group]], [[重点人群]], H1 H2 H3)
* extension[keyGroup].value[x] from https://family-doctor-fhir.github.io/ValueSet/key-population-group (required)
* insert Field(age, Range, [[Age in completed years, bounds included]], [[周岁年龄范围，含上下限]], H1 H2)
* insert Field(insured, boolean, [[Whether only for residents with basic medical insurance]], [[是否限参保居民]], E14 E22)
* insert Field(communityKind, CodeableConcept, [[A kind of functional community]], [[功能社区类型]], D3 E11)
* extension[communityKind].value[x] from https://family-doctor-fhir.github.io/ValueSet/community-kind (required)

Extension: Limit
Id: limit
Title: "Limit"
Description: "The upper bounds of what an item gives. Bounds on an item of a package stand above those of the item itself."
* insert About([[使用上限]], [[E5 E6]], [[a city's 2017 implementation plan: 25 yuan a visit, 300 yuan per person and year, two persons]])
* insert Tells([[项目的使用上限。服务包中另有规定的，以服务包为准。]])
* insert On(PlanDefinition.action)
* insert On(ActivityDefinition)
* extension contains persons 0..1 MS and timesPerYear 0..1 MS and amountPerVisit 0..1 MS and amountPerYear 0..1 MS
* insert Field(persons, positiveInt, [[At most so many persons of a household]], [[每户最多享受人数]], E6)
* insert Field(timesPerYear, positiveInt, [[At most so many times per person and year]], [[每人每年最多次数]], E5 E6)
* insert Field(amountPerVisit, Money, [[At most so much a visit]], [[每次最高金额]], E5)
* extension[amountPerVisit].value[x] obeys fd-money-1
* insert Field(amountPerYear, Money, [[At most so much per person and year]], [[每人每年最高金额]], E5)
* extension[amountPerYear].value[x] obeys fd-money-1

Extension: ItemChargingExtension
Id: item-charging
Title: "How the item is charged"
Description: "Whether the item is paid with the package or each time. Without it the item is paid with the package."
* insert About([[项目收费方式]], [[E8 E10]], [[Hainan implementation plan, effective 2024-01-01]])
* insert Tells([[项目费用含在服务包内，还是按次另收；未写即含在包内。]])
* insert On(PlanDefinition.action)
* value[x] 1..1
* value[x] only code
* value[x] insert Means([[With the package, or each time]], [[含在包内或按次另收]], [[E8 E10]])
* value[x] from https://family-doctor-fhir.github.io/ValueSet/item-charging (required)

Extension: Comprises
Id: comprises
Title: "Part of the service"
Description: "One of the things a single performance of the service comprises, such as the parts of a health examination; once per part."
* insert About([[服务内容组成]], [[E6 G7]], [[a city's 2017 implementation plan, health management package]])
* insert Tells([[一次服务所包含的内容，如体检的各个项目；每个内容一项。]])
* insert On(ActivityDefinition)
* value[x] 1..1
* value[x] only CodeableConcept
* value[x] insert Means([[The part]], [[内容]], [[E6]])
* value[x] from https://family-doctor-fhir.github.io/ValueSet/exam-item (extensible)
