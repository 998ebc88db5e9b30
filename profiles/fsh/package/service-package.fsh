Profile: FDServicePackage
Parent: PlanDefinition
Id: fd-service-package
Title: "Service package"
Description: """
A package of service items that residents, households or functional communities sign for. A contract has one term for each package and cites the very resource that was signed for.

- **Kind** in `topic`: basic, tailored, treatment discount, health management, functional community. Every package but a basic one contains a basic package, named with its version in `relatedArtifact`, and does not repeat its items.
- **Items** in `action`, a flat list: each cites its definition with the version, and says how often, by whom and up to which limit in this package. What the package says stands above what the item says; `prefix` keeps the numbering of the agreement.
- **Money**: `price` (0 where free, absent where it is negotiated with each community), and one `fee-share` per payer; the shares sum to the price. An item is paid with the package unless it says that it is charged each time.
- **For whom, where, since when**: `eligibility`, `jurisdiction`, `effectivePeriod`.

Once active, a version changes neither in items nor in price nor in shares: a change is a higher version under the same URL, and the contracts that cite the earlier one keep it. How many packages one may choose, and what an uninsured resident pays, are rules of the region, checked by the server.
"""
* insert About([[服务包]], [[D12 D13 E1 E2 E3 E4 E5 E6 E7 E8 E9 E11 E12 E13 F1 F8 F12]], [[a city's 2017 implementation plan; national guiding opinion 2022; Hainan implementation plan, effective 2024-01-01]])
* insert Tells([[居民、家庭或功能社区签约的服务包：类别、项目及频次和上限、价格及分担、适用对象与地区、有效期。版本启用后项目、价格和分担均不变，变更须以相同URL发布更高版本；协议引用签约时的那一份资源。]])
* obeys fd-package-1 and fd-package-2 and fd-package-3
* extension contains Price named price 0..1 MS and FeeShare named feeShare 0..* MS and Eligibility named eligibility 0..* MS
* extension[price] insert Means([[The price; 0 where free; absent where it is negotiated with each functional community]], [[价格，免费填0；与功能社区协商定价的不填]], [[E3 E5 E6 E7 E11]])
* extension[feeShare] insert Means([[Who bears the price]], [[费用分担]], [[E13 E14 E15 E16]])
* extension[eligibility] insert Means([[Whom the package is for; without it, everybody]], [[适用对象，未写则不限]], [[D3 H1 H2 H3]])
* url 1..1 MS
* url insert Means([[The same in every version]], [[各版本相同的标识]], [[E12]])
* version 1..1 MS
* version insert Means([[Version; items, price and shares no longer change once active]], [[版本号，启用后项目、价格和分担不变]], [[D12 E12]])
* title 1..1 MS
* title insert Means([[Name of the package as the agreement prints it]], [[服务包名称，与协议文本一致]], [[D13]])
* status MS
* status insert Means([[draft, active or retired; only an active package can be signed for]], [[状态：草案、启用、停用；仅启用的可签约]], [[D12 E12]])
* date MS
* date insert Means([[When this version was issued]], [[本版本发布日期]], [[E12]])
* publisher MS
* publisher insert Means([[The authority or institution that issued the package]], [[发布机构]], [[D12 E12]])
* description MS
* description insert Means([[What the package is for]], [[服务包说明]], [[D13]])
* jurisdiction MS
* jurisdiction insert Means([[The region: ISO 3166, and the division code of GB/T 2260 beside it]], [[适用地区：ISO 3166代码，并列GB/T 2260行政区划代码]], [[E7 E12]])
* effectivePeriod 1..1 MS
* effectivePeriod insert Means([[When the package may be signed for at this price; both days included]], [[有效期，在此期间可按此价格签约，含首尾两日]], [[E7 E12]])
* effectivePeriod.start 1..1 MS
* effectivePeriod.start insert Means([[First day]], [[首日]], [[E7]])
* topic 1..1 MS
* topic from https://family-doctor-fhir.github.io/ValueSet/package-kind (required)
* topic insert Means([[Kind of the package; the same code as in Contract.term.offer.type]], [[服务包类别，与Contract.term.offer.type同一代码]], [[E1 E2 E5 E6 E11]])
* relatedArtifact MS
* relatedArtifact insert Means([[The basic package it contains, the policy it rests on, the version before]], [[所含基础服务包、政策依据和上一版本]], [[D12 E1 E12]])
* relatedArtifact ^slicing.discriminator.type = #value
* relatedArtifact ^slicing.discriminator.path = "type"
* relatedArtifact ^slicing.rules = #open
* relatedArtifact contains basicPackage 0..* MS and policy 0..* MS and previous 0..1 MS
* relatedArtifact[basicPackage] insert Means([[The basic package that this one contains]], [[所包含的基础服务包]], [[E1]])
* relatedArtifact[basicPackage].type = #depends-on
* relatedArtifact[basicPackage].type insert Means([[Always depends-on]], [[固定为depends-on]], [[E1 E12]])
* relatedArtifact[basicPackage].resource 1..1 MS
* relatedArtifact[basicPackage].resource only Canonical(FDServicePackage)
* relatedArtifact[basicPackage].resource insert Means([[Its URL and version]], [[其URL和版本]], [[E1]])
* relatedArtifact[policy] insert Means([[The policy the package rests on]], [[政策依据]], [[D12 E12]])
* relatedArtifact[policy].type = #citation
* relatedArtifact[policy].type insert Means([[Always citation]], [[固定为citation]], [[E1 E12]])
* relatedArtifact[policy].citation 1..1 MS
* relatedArtifact[policy].citation insert Means([[The policy in words]], [[政策名称]], [[E12]])
* relatedArtifact[previous] insert Means([[The version before this one]], [[上一版本]], [[E12]])
* relatedArtifact[previous].type = #predecessor
* relatedArtifact[previous].type insert Means([[Always predecessor]], [[固定为predecessor]], [[E1 E12]])
* relatedArtifact[previous].resource 1..1 MS
* relatedArtifact[previous].resource only Canonical(FDServicePackage)
* relatedArtifact[previous].resource insert Means([[Its URL and version]], [[其URL和版本]], [[E12]])
* action 1..* MS
* action insert Means([[An item of the package; items of the basic package are not repeated]], [[服务包的项目，不重复列出基础服务包的项目]], [[D13 E1]])
* action.extension contains Limit named limit 0..1 MS and ItemChargingExtension named charging 0..1 MS
* action.extension[limit] insert Means([[Upper bounds in this package]], [[在本服务包中的使用上限]], [[E5 E6]])
* action.extension[charging] insert Means([[Paid with the package, or each time]], [[含在包内或按次另收]], [[E8 E10]])
* action.prefix MS
* action.prefix insert Means([[Number of the clause in the agreement; items of one clause share it]], [[协议条款序号，同一条款的项目序号相同]], [[D13 E4]])
* action.title 1..1 MS
* action.title insert Means([[Name of the item]], [[项目名称]], [[D13]])
* action.description MS
* action.description insert Means([[What is done in this package]], [[在本服务包中的内容]], [[D13]])
* action.timing[x] only Timing
* action.timing[x] MS
* action.timing[x] insert Means([[How often in this package; stands above the timing of the item]], [[在本服务包中的频次，优先于项目自身的频次]], [[E4 E6 F4]])
* action.participant MS
* action.participant insert Means([[Who performs it in this package]], [[在本服务包中由谁完成]], [[F4]])
* action.participant.role MS
* action.participant.role from https://family-doctor-fhir.github.io/ValueSet/team-role (extensible)
* action.participant.role insert Means([[The role in the team]], [[团队角色]], [[C2 C3 F4]])
* action.definition[x] 1..1 MS
* action.definition[x] only Canonical(FDServiceItem)
* action.definition[x] insert Means([[The item, with its version]], [[引用的服务项目及版本]], [[D13 E4]])
* action.action 0..0
* action.action insert Means([[None: a package is a flat list, clauses are told by the prefix]], [[不使用：服务包是平铺的项目列表，条款以序号区分]], [[D13]])

Invariant: fd-package-1
Description: "The shares of the payers sum to the price."
* severity = #error
* expression = "extension('https://family-doctor-fhir.github.io/StructureDefinition/fee-share').exists() implies (extension('https://family-doctor-fhir.github.io/StructureDefinition/price').exists() and extension('https://family-doctor-fhir.github.io/StructureDefinition/fee-share').extension('amount').value.select((value * 100).round(0)).aggregate($total + $this, 0) = extension('https://family-doctor-fhir.github.io/StructureDefinition/price').extension('amount').value.select((value * 100).round(0)).aggregate($total + $this, 0))"
* insert Says([[各付费方承担金额之和等于价格]], [[E13]])

Invariant: fd-package-2
Description: "Every package but a basic one contains a basic package."
* severity = #error
* expression = "topic.coding.where(system = 'https://family-doctor-fhir.github.io/CodeSystem/package-kind' and code = 'basic').exists() or relatedArtifact.where(type = 'depends-on').exists()"
* insert Says([[基础服务包以外的服务包都包含一个基础服务包]], [[E1]])

Invariant: fd-package-3
Description: "Items and the basic package are cited with their version, so that what was signed for stays what it is."
* severity = #error
* expression = "(action.definition | relatedArtifact.where(type = 'depends-on').resource).all($this.contains('|'))"
* insert Says([[引用项目和基础服务包须写明版本，签约内容不因更新而改变]], [[D12 E1]])
