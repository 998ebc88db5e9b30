Profile: FDAccount
Parent: Account
Id: fd-account
Title: "Account"
Description: """
What the charges of the service are gathered in: the fees of a contract in a service year; the reductions that a resident had in a year, against which the yearly cap is checked; the budget per head of an institution or team.
R4 gives an account no balance: it is the sum of its charge items.
"""
* insert About([[账户]], [[E5 E7 E13 E16 E23]], [[a city's 2017 implementation plan: reductions with a yearly cap; Hainan implementation plan, effective 2024-01-01: yearly charges, budget per head]])
* insert Tells([[费用的归集：一份协议一个服务年度的费用；一名居民一年内享受的减免（用于核对年度封顶）；机构或团队的包干额度。R4 的账户没有余额，余额为其费用之和。]])
* extension contains ContractLink named contract 0..1 MS
* extension[contract] insert Means([[The contract whose fees it gathers]], [[所属签约协议]], [[E7]])
* identifier MS
* identifier insert Means([[Number of the account]], [[账户编号]], [[E7]])
* status MS
* status insert Means([[Whether charges may still be entered]], [[状态：是否可记账]], [[E7]])
* type 1..1 MS
* type from AccountKindVS (required)
* type insert Means([[What it gathers]], [[账户类别]], [[E5 E7 E23]])
* name MS
* name insert Means([[Name]], [[账户名称]], [[E7]])
* subject 1..* MS
* subject only Reference(FDResident or FDInstitution or FDFamilyDoctor)
* subject insert Means([[Whose account it is: covered residents; institution for a budget]], [[账户对象：签约居民；包干额度为机构]], [[E5 E7 E23]])
* servicePeriod 1..1 MS
* servicePeriod insert Means([[The year, both days included]], [[所属年度（起止日均含）]], [[E5 E7]])
* servicePeriod.start 1..1 MS
* servicePeriod.start insert Means([[First day]], [[起始日]], [[E5 E7]])
* servicePeriod.end 1..1 MS
* servicePeriod.end insert Means([[Last day]], [[截止日]], [[E5 E7]])
* coverage MS
* coverage insert Means([[Coverages that bear a share]], [[分担费用的医疗保障]], [[E13 E16]])
* coverage.coverage MS
* coverage.coverage only Reference(FDCoverage)
* coverage.coverage insert Means([[The coverage]], [[医疗保障]], [[E13 E16]])
* coverage.priority MS
* coverage.priority insert Means([[Order in which they are asked]], [[支付顺序]], [[E16]])
* owner 1..1 MS
* owner only Reference(FDInstitution)
* owner insert Means([[Institution that keeps it]], [[账户所属机构]], [[E7]])
* guarantor MS
* guarantor insert Means([[Who bears the resident's share: an adult of the household, or funds that take it over]], [[承担个人部分者：家庭成年人，或代付的单位、财政]], [[E13 E15]])
* guarantor.party MS
* guarantor.party only Reference(FDResident or FDRelatedPerson or Organization)
* guarantor.party insert Means([[Who]], [[承担者]], [[E13 E15]])
* partOf MS
* partOf only Reference(FDAccount)
* partOf insert Means([[The account it is part of]], [[上级账户]], [[E23]])
