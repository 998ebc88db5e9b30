// Who did what, why, and what changed by it.

Profile: FDProvenance
Parent: Provenance
Id: fd-provenance
Title: "Provenance of a step"
Description: """
The record that each step of the service leaves: which step, when, by whom and on whose behalf, why, which requirement it rests on, and the states before and after. Data received from a platform or hospital have one as well.

- `target` is the version that the step made; `entity` of role `revision` the version before it, of role `source` the message, paper or resource it came from.
- The two signatures under an end for breach stand in `signature`.
- A mini-program or adapter is an agent of type `assembler` or `enterer`, the person it acts for stands beside it or in `onBehalfOf`.
"""
* insert About([[业务步骤记录]], [[A4 A9 A12 B1 B8 D9 D10 D11 D16 F13 G3 G4 I8]], [[a city's 2017 implementation plan: both parties sign an end for breach, records are kept; Hainan implementation plan, effective 2024-01-01: only recorded services count; proposals on three platforms: control of the whole process]])
* insert Tells([[每个业务步骤留下的记录：何种步骤、何时、何人、代表何人、原因、所依据的需求，以及前后状态；从平台或医院接收的数据亦有记录。target 为步骤产生的版本，entity（revision）为之前的版本，entity（source）为来源报文、文件或资源；违约解约的双方签字记在 signature；小程序或适配器作为 agent，其所代表的人并列或写在 onBehalfOf。]])
* obeys fd-provenance-1 and fd-provenance-2
* extension contains
    RequirementLink named requirement 0..* MS and
    StateChange named stateChange 0..1 MS
* extension[requirement] insert Means([[Requirements that the step serves or rests on]], [[所依据的需求编号]], [[A4]])
* extension[stateChange] insert Means([[Business state before and after]], [[步骤前后的业务状态]], [[A4 D9 G3]])
* target MS
* target insert Means([[What was changed, in the version made]], [[被改变的资源（新版本）]], [[A4 A12]])
* occurred[x] MS
* occurred[x] insert Means([[When it happened, if not when recorded]], [[发生时间]], [[A12 D16]])
* recorded MS
* recorded insert Means([[When it was recorded]], [[记录时间]], [[A4 A12]])
* policy MS
* policy insert Means([[Regional policy under which it was judged]], [[所适用的地区政策]], [[A4 D12]])
* reason MS
* reason insert Means([[Why; the reason of an early end, of a late entry and the like]], [[原因，如提前结束、补录的原因]], [[D10 D11 D18]])
* reason ^comment = "R4 binds this element extensibly to purposes of use: a code of v3-ActReason, such as HOPERAT, stands beside one of ours; or the reason is said in words."
* insert Translated(reason ^comment, zh, [[R4 以可扩展绑定（extensible）要求使用目的代码：v3-ActReason 的代码（如 HOPERAT）与本规范代码并列，或用文字说明原因。]])
* activity 1..1 MS
* activity insert Means([[The step]], [[步骤]], [[A4 F13]])
* activity ^comment = "R4 binds this element extensibly: a code of v3-DataOperation (CREATE, UPDATE, DELETE) stands beside the step."
* insert Translated(activity ^comment, zh, [[R4 为可扩展绑定（extensible）：v3-DataOperation 的代码（CREATE、UPDATE、DELETE）与业务步骤代码并列。]])
* activity.coding ^slicing.discriminator.type = #value
* activity.coding ^slicing.discriminator.path = "system"
* activity.coding ^slicing.rules = #open
* activity.coding ^slicing.description = "By code system"
* activity.coding contains step 1..1 MS and operation 0..1 MS
* activity.coding[step] from https://family-doctor-fhir.github.io/ValueSet/service-activity (required)
* activity.coding[step] insert Means([[The step in the words of the service]], [[业务步骤代码]], [[A4]])
* activity.coding[step].system 1..1
* activity.coding[step].system = "https://family-doctor-fhir.github.io/CodeSystem/service-activity" (exactly)
* activity.coding[operation] insert Means([[What it did to the resource, in the words of HL7]], [[HL7 数据操作代码]], [[A4]])
* activity.coding[operation].system 1..1
* activity.coding[operation].system = "http://terminology.hl7.org/CodeSystem/v3-DataOperation" (exactly)
* agent MS
* agent insert Means([[Who took part]], [[参与者]], [[A12 F13]])
* agent.type MS
* agent.type insert Means([[How: performer, author, enterer, verifier …]], [[参与方式]], [[A12]])
* agent.role MS
* agent.role insert Means([[In which role in the team or institution]], [[在团队或机构中的角色]], [[A12 G4]])
* agent.who MS
* agent.who only Reference(FDFamilyDoctor or FDPractitioner or PractitionerRole or FDResident or FDRelatedPerson or FDInstitution or Organization or Device)
* agent.who insert Means([[Who; an app or adapter is a Device]], [[何人或何系统（程序为 Device）]], [[A9 A12]])
* agent.onBehalfOf MS
* agent.onBehalfOf insert Means([[For whom, such as the institution or the resident]], [[代表谁]], [[A9 A12]])
* entity MS
* entity insert Means([[The version before, the message or paper it came from]], [[之前的版本、来源报文或文件]], [[A4 A12]])
* signature MS
* signature insert Means([[Signatures of those who agreed]], [[签字]], [[D11 D16]])

Invariant: fd-provenance-1
Description: "Nobody signs twice for the same."
Severity: #error
Expression: "signature.where(who.reference.exists()).select(who.reference & ' for ' & onBehalfOf.reference).isDistinct()"
* insert Says([[同一签字人代表同一人只签一次]], [[D11]])

Invariant: fd-provenance-2
Description: "A change of state leads from one state to another."
Severity: #error
Expression: "extension('https://family-doctor-fhir.github.io/StructureDefinition/state-change').where(extension('from').value.code = extension('to').value.code).empty()"
* insert Says([[状态变更的前后状态应不同]], [[A4]])

Extension: RequirementLink
Id: requirement
Title: "Requirement"
Description: "A requirement that a step or a finding rests on, by its id."
* insert About([[需求编号]], [[A4]], [[table of requirements of this project]])
* insert Tells([[步骤或结论所依据的需求编号。]])
* insert On(Provenance)
* insert On(OperationOutcome.issue)
* value[x] 1..1
* value[x] only code
* value[x] from https://family-doctor-fhir.github.io/ValueSet/requirement (required)
* value[x] insert Means([[The id]], [[编号]], [[A4]])

Extension: StateChange
Id: state-change
Title: "Change of state"
Description: "The business state before a step, none where the step made the resource, and the state after it."
* insert About([[状态变更]], [[A4 D9 D10 D11 G3 G4]], [[Shenzhen family-doctor service measures (2017 figures); a city's 2017 implementation plan; Hainan implementation plan, effective 2024-01-01; list of this project]])
* insert Tells([[步骤前的业务状态（新建时无）和步骤后的业务状态。]])
* insert On(Provenance)
* extension contains from 0..1 and to 1..1
* extension[from] insert Means([[State before]], [[之前的状态]], [[A4]])
* extension[from].value[x] 1..1
* extension[from].value[x] only Coding
* extension[from].value[x] from https://family-doctor-fhir.github.io/ValueSet/business-state (required)
* extension[to] insert Means([[State after]], [[之后的状态]], [[A4]])
* extension[to].value[x] 1..1
* extension[to].value[x] only Coding
* extension[to].value[x] from https://family-doctor-fhir.github.io/ValueSet/business-state (required)
