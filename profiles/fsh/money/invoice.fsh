Profile: FDInvoice
Parent: Invoice
Id: fd-invoice
Title: "Invoice and settlement"
Description: """
A settlement with one payer: with the resident for the resident's share, with the insurance fund or the finance bureau for theirs, of one contract or of many. What is paid is what stands on settlements that are `balanced`. After a breach the resident gets a refund of all the resident paid, and the share of each fund is reversed: settlements of kind refund, with negative lines of their own.

Each line is a charge item; its base price component is this payer's share of it, coded with the kind of payer. The whole price of the charge may stand beside it as an informational component.
"""
* insert About([[费用结算]], [[D11 E13 E14 E15 E16 E17 E18 E24]], [[National guiding opinion 2022 and Hainan implementation plan, effective 2024-01-01: several payers; a city's 2017 implementation plan: one-time refund of all fees; Shenzhen family-doctor service measures (2017 figures): subsidy]])
* insert Tells([[与一个付费方的结算：居民结算个人部分，医保基金、财政等结算各自部分，可涉及一份或多份协议。已付以状态为 balanced 的结算单为准。违约解约时，居民所付全额退还，各基金分担逐一冲销，均为退费冲销类结算单，以负数单列。每行对应一笔费用，base 价格成分为该付费方的分担并以付费方类别编码，费用总额可作为 informational 成分并列。]])
* obeys fd-invoice-1 and fd-invoice-2 and fd-invoice-3 and fd-invoice-4
* extension contains ContractLink named contract 0..1 MS
* extension[contract] insert Means([[The contract, where it settles only one]], [[所属签约协议（仅涉及一份时）]], [[E7 D11]])
* identifier MS
* identifier insert Means([[Number of the settlement or receipt]], [[结算单或票据编号]], [[E13]])
* status MS
* status insert Means([[issued until paid, then balanced]], [[状态：已开具；付清为 balanced]], [[E13 D11]])
* cancelledReason MS
* cancelledReason insert Means([[Why it was cancelled]], [[作废原因]], [[E13]])
* type 1..1 MS
* type from InvoiceKindVS (required)
* type insert Means([[Settlement or refund]], [[结算收款或退费冲销]], [[D11 E13]])
* subject MS
* subject only Reference(FDResident or FDHousehold or FDCommunityMembers)
* subject insert Means([[Resident, household or members, where it settles only theirs]], [[居民、家庭或成员（仅涉及其一时）]], [[E7]])
* recipient 1..1 MS
* recipient only Reference(FDResident or FDRelatedPerson or Organization)
* recipient insert Means([[The payer]], [[付费方]], [[E13 E14 E15 E16 E17]])
* date 1..1 MS
* date insert Means([[Day of the settlement]], [[结算日期]], [[E13]])
* participant MS
* participant insert Means([[Who settled it]], [[经办人]], [[A12]])
* issuer 1..1 MS
* issuer only Reference(FDInstitution)
* issuer insert Means([[Institution that is paid, or pays back]], [[收款（退款）机构]], [[E13 E18]])
* account MS
* account only Reference(FDAccount)
* account insert Means([[The account that is balanced]], [[所结账户]], [[E7]])
* lineItem 1..* MS
* lineItem insert Means([[One per charge]], [[每笔费用一行]], [[E13 D11]])
* lineItem.sequence MS
* lineItem.sequence insert Means([[Number of the line]], [[行号]], [[E13]])
* lineItem.chargeItem[x] only Reference(FDChargeItem)
* lineItem.chargeItem[x] MS
* lineItem.chargeItem[x] insert Means([[The charge, refund or reversal]], [[费用、退费或冲销]], [[E13 D11]])
* lineItem.priceComponent MS
* lineItem.priceComponent insert Means([[What the line is made of; reductions are negative]], [[价格成分；减免为负数]], [[E5 E9 E13]])
* lineItem.priceComponent ^slicing.discriminator.type = #value
* lineItem.priceComponent ^slicing.discriminator.path = "type"
* lineItem.priceComponent ^slicing.rules = #open
* lineItem.priceComponent contains base 1..1 MS and informational 0..* MS
* lineItem.priceComponent.amount 1..1 MS
* insert Amount(lineItem.priceComponent.amount)
* lineItem.priceComponent.amount insert Means([[Amount]], [[金额]], [[E13]])
* lineItem.priceComponent[base].type = #base
* lineItem.priceComponent[base] insert Means([[This payer's share of the charge]], [[该付费方对此笔费用的分担]], [[E13 E14 E15 E16 E17]])
* lineItem.priceComponent[base].code 1..1 MS
* lineItem.priceComponent[base].code from https://family-doctor-fhir.github.io/ValueSet/payer-kind (required)
* lineItem.priceComponent[base].code insert Means([[Kind of payer]], [[付费方类别]], [[E13 E14 E15 E16 E17]])
* lineItem.priceComponent[informational].type = #informational
* lineItem.priceComponent[informational] insert Means([[For information, as the whole price of the charge]], [[仅供参考，如该笔费用总额]], [[E13]])
* totalNet 1..1 MS
* insert Amount(totalNet)
* totalNet insert Means([[What the payer pays; negative where it gets money back]], [[付费方应付合计；退款为负数]], [[E13 D11]])
* totalGross MS
* totalGross insert Means([[The same with tax, where there is any]], [[含税合计（如有税）]], [[E13]])
* note MS
* note insert Means([[Remarks]], [[备注]], [[E13]])

Invariant: fd-invoice-1
Description: "The total is the sum of the price components of the lines, informational ones left out."
Severity: #error
Expression: "totalNet.value.exists() implies ((lineItem.priceComponent.where(type != 'informational').amount.value.aggregate($this + $total, 0) - totalNet.value).abs() < 0.005)"
* insert Says([[合计应等于各行价格成分之和（informational 不计）]], [[E13]])

Invariant: fd-invoice-2
Description: "A settlement is with one kind of payer."
Severity: #error
Expression: "lineItem.priceComponent.where(type = 'base').code.coding.where(system = 'https://family-doctor-fhir.github.io/CodeSystem/payer-kind').code.distinct().count() <= 1"
* insert Says([[一张结算单只对应一类付费方]], [[E13]])

Invariant: fd-invoice-3
Description: "A refund is not positive in total, a settlement not negative."
Severity: #error
Expression: "totalNet.value.exists() implies (iif(type.coding.where(system = 'https://family-doctor-fhir.github.io/CodeSystem/invoice-kind' and code = 'refund').exists(), totalNet.value <= 0, totalNet.value >= 0))"
* insert Says([[退费冲销合计不为正数，结算收款合计不为负数]], [[D11 E13]])

Invariant: fd-invoice-4
Description: "A settlement that was cancelled says why."
Severity: #error
Expression: "status = 'cancelled' implies cancelledReason.exists()"
* insert Says([[作废的结算单应写明原因]], [[E13]])
