Profile: FDChargeItem
Parent: ChargeItem
Id: fd-charge-item
Title: "Charge item"
Description: """
One charge under a contract, and who bears it: the yearly fee of a package, the fee of a single service or of a supplement, a subsidy, a reduction; or, after a breach, what is given back.

- **Price**: `priceOverride` is the whole price of the charge in yuan, 0 where it is free. The extension payer-share says who bears how much; the shares add up to the price.
- **Minus**: discounts, reductions, waivers, refunds and reversals are charges of their own with negative amounts; refunds and reversals name, in `partOf`, the charge they undo, one for each payer.
- **Staff**: what of the charge goes to whom of the staff stands with the performer (extension staff-share).

How prices are split in a region, who is free of charge and what is paid back is policy, checked by the server.
"""
* insert About([[收费项目]], [[A6 D11 D14 E3 E5 E6 E7 E9 E10 E11 E13 E14 E15 E16 E17 E18 E20 E21 E22]], [[Shenzhen family-doctor service measures (2017 figures): subsidy of 120 yuan; a city's 2017 implementation plan: packages, reductions, refund, labour subsidy of 8 yuan; national guiding opinion 2022: three payers; Hainan implementation plan, effective 2024-01-01: payers, filing, over 70 % to the staff]])
* insert Tells([[签约协议下的一笔费用及其承担方：服务包年费、单项服务费、补充协议费、补助、减免，以及违约后的退费和冲销。priceOverride 为该笔费用总额（元，免费为 0），payer-share 扩展列明各付费方分担，合计等于总额；折扣、减免、免收、退费、冲销各为单独一笔负数费用，退费和冲销以 partOf 指明原费用，每个付费方一笔；人员分配写在 performer 的 staff-share 扩展。]])
* obeys fd-charge-2 and fd-charge-3 and fd-charge-4 and fd-charge-5 and fd-charge-6 and fd-charge-7
* extension contains
    ContractLink named contract 1..1 MS and
    PayerShare named payerShare 0..* MS and
    FilingNumber named filingNumber 0..1 MS
* extension[contract] insert Means([[The contract under which it is charged]], [[所属签约协议]], [[A12 E7]])
* extension[payerShare] insert Means([[Who bears how much; once per payer]], [[各付费方分担金额，每个付费方一条]], [[E13 E14 E15 E16 E17]])
* extension[filingNumber] insert Means([[Filing of the price with healthcare security]], [[向医保部门备案编号]], [[E10 E11]])
* identifier MS
* identifier insert Means([[Number of the charge]], [[费用编号]], [[A6 E7]])
* definitionCanonical MS
* definitionCanonical insert Means([[The rule that set the price]], [[定价规则]], [[E7 E12]])
* status MS
* status insert Means([[billable, billed once in a settlement, or entered in error]], [[状态：可结算、已结算、录入错误等]], [[E7]])
* partOf MS
* partOf only Reference(FDChargeItem)
* partOf insert Means([[The charge that this one reduces, refunds or reverses]], [[所减免、退还或冲销的原费用]], [[D11 E5]])
* code MS
* code from https://family-doctor-fhir.github.io/ValueSet/fee-kind (required)
* code insert Means([[Kind of fee; the code of the price list may stand beside it]], [[费用类别，可并列本地价目代码]], [[E5 E7 E10 E17 E21]])
* subject only Reference(FDResident or FDHousehold or FDCommunityMembers)
* subject MS
* subject insert Means([[For whom it is charged]], [[费用对象]], [[E5 E6 E7 E11]])
* context MS
* context only Reference(FDCareEpisode or Encounter)
* context insert Means([[Care under the contract, or the visit]], [[签约服务期或就诊]], [[E5 E7]])
* occurrence[x] 1..1 MS
* occurrence[x] only Period or dateTime
* occurrence[x] insert Means([[The service year, or the day of a single service]], [[服务年度，或单项服务日期]], [[E7 E14]])
* performer MS
* performer insert Means([[Who performed it, and the part that goes to the staff]], [[服务人员及人员分配]], [[E20 E21]])
* performer.extension contains StaffShare named staffShare 0..1 MS
* performer.extension[staffShare] insert Means([[What of the charge goes to this person or team]], [[分配金额]], [[E20 E21]])
* performer.function MS
* performer.function from https://family-doctor-fhir.github.io/ValueSet/team-role (extensible)
* performer.function insert Means([[Role in the team]], [[团队角色]], [[E21]])
* performer.actor MS
* performer.actor only Reference(FDTeam or FDFamilyDoctor or FDPractitioner or FDInstitution)
* performer.actor insert Means([[Team or member]], [[团队或成员]], [[E20 E21]])
* performingOrganization 1..1 MS
* performingOrganization only Reference(FDInstitution)
* performingOrganization insert Means([[Institution that charges]], [[收费机构]], [[E7 E18]])
* quantity MS
* quantity insert Means([[Number of persons, households or times]], [[人数、户数或次数]], [[E5 E6 E7]])
* factorOverride MS
* factorOverride insert Means([[Factor of a discount on the list price]], [[折扣系数]], [[E9]])
* priceOverride 1..1 MS
* insert Amount(priceOverride)
* priceOverride insert Means([[Whole price of the charge; negative where it reduces or gives back]], [[费用总额；减免、退还为负数]], [[E3 E7 D11]])
* overrideReason MS
* overrideReason insert Means([[Why the price differs from the list, or why it is given back]], [[与标价不同或退还的原因]], [[D11 E9 E15]])
* enteredDate MS
* enteredDate insert Means([[When it was entered]], [[记账时间]], [[A12]])
* service MS
* service insert Means([[The service charged]], [[对应的服务记录]], [[E10 A12]])
* account MS
* account only Reference(FDAccount)
* account insert Means([[The account it belongs to]], [[所属账户]], [[E5 E7]])
* note MS
* note insert Means([[Remarks]], [[备注]], [[E7]])
* supportingInformation MS
* supportingInformation insert Means([[The package or item in the version signed, and evidence]], [[所签服务包（项目）版本及依据材料]], [[E7 E15]])

Extension: PayerShare
Id: payer-share
Title: "Share of a payer"
Description: "What one payer bears of a charge: the resident, the medical insurance fund, the funds of basic public health services, local fiscal resources, commercial insurance, or an organisation for its members. The shares of a charge add up to its price."
* insert About([[付费方分担]], [[E13 E14 E15 E16 E17]], [[National guiding opinion 2022; Hainan implementation plan, effective 2024-01-01; Shenzhen family-doctor service measures (2017 figures)]])
* insert Tells([[一笔费用中一个付费方承担的部分：居民个人、医保基金、基本公共卫生服务经费、地方财政、商业保险或单位。各方分担合计等于费用总额。]])
* insert On(ChargeItem)
* extension contains payer 1..1 and amount 1..1 and party 0..1 and coverage 0..1
* insert Part(payer, code, Kind of payer, 付费方类别, E13 E14 E15 E16 E17)
* extension[payer].value[x] from https://family-doctor-fhir.github.io/ValueSet/payer-kind (required)
* insert Part(amount, Money, Amount of the share, 分担金额, E13)
* insert Amount(extension[amount].value[x])
* insert Part(party, [[Reference(FDResident or FDRelatedPerson or Organization)]], Who pays, 付费方, E13 E16)
* insert Part(coverage, [[Reference(FDCoverage)]], [[The coverage under which it is paid]], 所依据的医疗保障, E14 E16)

Extension: StaffShare
Id: staff-share
Title: "Share of the staff"
Description: "What of a charge goes to one performer. In Hainan over 70 % of the charges go to the staff in principle; in the 2017 pilot of a city the labour subsidy of 8 yuan a household was 5 for the rural doctor and 3 for the township clinician."
* insert About([[人员分配金额]], [[E20 E21]], [[Hainan implementation plan, effective 2024-01-01; a city's 2017 implementation plan]])
* insert Tells([[一笔费用分配给一名服务人员（或团队）的金额。]])
* insert On(ChargeItem.performer)
* value[x] 1..1
* value[x] only Money
* insert Amount(value[x])

Extension: FilingNumber
Id: filing-number
Title: "Filing number"
Description: "The number under which an item without a clear price, or the rate of a functional community, is registered with healthcare security. It is there before anything is charged."
* insert About([[备案编号]], [[E10 E11]], [[Hainan implementation plan, effective 2024-01-01]])
* insert Tells([[无明确价格的服务项目或功能社区收费标准向医保部门备案的编号，收费前应已取得。]])
* insert On(ChargeItem)
* insert On(ChargeItemDefinition)
* insert On(ActivityDefinition)
* insert On(PlanDefinition)
* insert On(Contract.term.asset)
* value[x] 1..1
* value[x] only Identifier
* valueIdentifier.value 1..1 MS
* valueIdentifier.value insert Means([[The number]], [[备案编号]], [[E10 E11]])
* valueIdentifier.assigner MS
* valueIdentifier.assigner insert Means([[The authority]], [[备案部门]], [[E10 E11]])
* valueIdentifier.period MS
* valueIdentifier.period insert Means([[When the filing holds]], [[有效期]], [[E10 E11]])

Invariant: fd-charge-1
Description: "An amount is in yuan (CNY) and in whole fen."
Severity: #error
Expression: "value.exists() and currency = 'CNY' and value - value.round(2) = 0"
* insert Says([[金额以人民币元计，精确到分]], [[E7 E13]])

Invariant: fd-charge-2
Description: "The shares of the payers add up to the price."
Severity: #error
Expression: "priceOverride.value.exists() implies ((extension('https://family-doctor-fhir.github.io/StructureDefinition/payer-share').extension('amount').value.value.aggregate($this + $total, 0) - priceOverride.value).abs() < 0.005)"
* insert Says([[各付费方分担之和应等于费用总额]], [[E13 E14]])

Invariant: fd-charge-3
Description: "No share has the other sign than the price: nobody pays while others are paid back."
Severity: #error
Expression: "priceOverride.value.exists() implies (extension('https://family-doctor-fhir.github.io/StructureDefinition/payer-share').extension('amount').value.value.all($this * %context.priceOverride.value >= 0))"
* insert Says([[各付费方分担的正负应与费用总额一致]], [[D11 E13]])

Invariant: fd-charge-4
Description: "Discounts, reductions, waivers, refunds and reversals are negative, all other charges are not."
Severity: #error
Expression: "priceOverride.value.exists() implies (iif(code.coding.where(system = 'https://family-doctor-fhir.github.io/CodeSystem/fee-kind' and (code in ('discount' | 'exam-reduction' | 'waiver' | 'refund' | 'reversal'))).exists(), priceOverride.value <= 0, priceOverride.value >= 0))"
* insert Says([[折扣、减免、免收、退费、冲销为负数（或零），其他费用不为负数]], [[D11 E5 E9 E22]])

Invariant: fd-charge-5
Description: "A refund or reversal names the charge it undoes, and is one payer's alone: the resident's for a refund, another payer's for a reversal."
Severity: #error
Expression: "code.coding.where(system = 'https://family-doctor-fhir.github.io/CodeSystem/fee-kind').all((code = 'refund' implies (%context.partOf.exists() and %context.extension('https://family-doctor-fhir.github.io/StructureDefinition/payer-share').extension('payer').value.all($this = 'resident'))) and (code = 'reversal' implies (%context.partOf.exists() and %context.extension('https://family-doctor-fhir.github.io/StructureDefinition/payer-share').extension('payer').value.all($this != 'resident') and %context.extension('https://family-doctor-fhir.github.io/StructureDefinition/payer-share').count() <= 1)))"
* insert Says([[退费、冲销应指明原费用；退费只退居民个人所付，冲销每个其他付费方一笔]], [[D11]])

Invariant: fd-charge-6
Description: "The staff gets no more than the charge."
Severity: #error
Expression: "(priceOverride.value.exists() and performer.extension('https://family-doctor-fhir.github.io/StructureDefinition/staff-share').exists()) implies performer.extension('https://family-doctor-fhir.github.io/StructureDefinition/staff-share').value.value.aggregate($this + $total, 0) <= priceOverride.value + 0.005"
* insert Says([[人员分配之和不得超过费用总额]], [[E20 E21]])

Invariant: fd-charge-7
Description: "A labour subsidy, or an allocation to the staff, is shared out wholly, where it says to whom."
Severity: #error
Expression: "(priceOverride.value.exists() and code.coding.where(system = 'https://family-doctor-fhir.github.io/CodeSystem/fee-kind' and (code = 'labour-subsidy' or code = 'staff-allocation')).exists() and performer.extension('https://family-doctor-fhir.github.io/StructureDefinition/staff-share').exists()) implies performer.extension('https://family-doctor-fhir.github.io/StructureDefinition/staff-share').value.value.aggregate($this + $total, 0) >= priceOverride.value - 0.005"
* insert Says([[劳务补助、人员分配写明分配对象的，应全部分完]], [[E20 E21]])
