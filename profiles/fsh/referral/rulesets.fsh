// What the profiles of this folder have in common.

// A part of a complex extension: its type and what it means.
RuleSet: Part(name, type, english, chinese, requirements)
* extension[{name}] insert Means([[{english}]], [[{chinese}]], [[{requirements}]])
* extension[{name}].value[x] 1..1
* extension[{name}].value[x] only {type}

// Every referral, whatever its direction.
RuleSet: Referral(direction)
* obeys fd-referral-1
* extension contains
    ReferralLevel named level 0..1 MS and
    ReferralSummary named summary 0..1 MS
* extension[level] insert Means([[Levels of the sending and the receiving institution]], [[转出、转入机构层级]], [[G1]])
* extension[summary] insert Means([[The text fields of the referral form]], [[转诊单文字内容]], [[G3]])
* identifier MS
* identifier insert Means([[Number of the referral form]], [[转诊单号]], [[G3 A7]])
* basedOn MS
* status MS
* status insert Means([[Stage of the request; the business state is in the tasks]], [[转诊单状态（业务状态见任务）]], [[G3]])
* intent = #order
* intent insert Means([[Always order]], [[医嘱性质，固定为 order]], [[G3]])
* category 1..* MS
* category insert Means([[Direction; other classifications may stand beside it]], [[转诊方向，可并列其他分类]], [[G1 G3]])
* category ^slicing.discriminator.type = #pattern
* category ^slicing.discriminator.path = "$this"
* category ^slicing.rules = #open
* category contains direction 1..1 MS
* category[direction] = https://family-doctor-fhir.github.io/CodeSystem/referral-direction#{direction}
* category[direction] insert Means([[Direction of the referral]], [[转诊方向]], [[G1 G3]])
* priority MS
* priority insert Means([[Urgency; none means routine]], [[紧急程度（未填为普通）]], [[G5 G1]])
* doNotPerform = false
* doNotPerform insert Means([[A referral is never a request not to do something]], [[不得用于否定性申请]], [[G3]])
* code 1..1 MS
* code = https://family-doctor-fhir.github.io/CodeSystem/service-item#referral
* code insert Means([[The service item referral]], [[服务项目：转诊]], [[E8 G3]])
* orderDetail MS
* orderDetail from https://family-doctor-fhir.github.io/ValueSet/slot-kind (extensible)
* orderDetail insert Means([[What is asked of the receiver: consultation, examination, bed …]], [[申请接收方提供的服务（门诊、检查、住院等）]], [[G5 G7]])
* subject only Reference(FDResident)
* subject MS
* subject insert Means([[The resident referred]], [[转诊居民]], [[G3]])
* encounter MS
* encounter insert Means([[The visit or stay at which the referral was decided]], [[决定转诊的就诊或住院]], [[G3]])
* occurrence[x] MS
* occurrence[x] insert Means([[Day of the referral, or days on which the resident may be received]], [[转诊日期或期望就诊时间]], [[G3]])
* authoredOn 1..1 MS
* authoredOn insert Means([[When the referral was written]], [[申请时间]], [[G3 A12]])
* requester 1..1 MS
* performerType MS
* performerType insert Means([[Department or specialty asked for]], [[申请转入科室（专业）]], [[G2]])
* performer 1..* MS
* reasonCode MS
* reasonCode from https://family-doctor-fhir.github.io/ValueSet/referral-reason (example)
* reasonCode insert Means([[Reason for the referral]], [[转诊原因]], [[G3 G4]])
* reasonReference MS
* reasonReference insert Means([[Diagnoses and findings behind it]], [[相关诊断及依据]], [[G3 G4]])
* insurance MS
* insurance only Reference(FDCoverage or ClaimResponse)
* insurance insert Means([[Who pays at the receiver]], [[医疗保障（付费方式）]], [[E22 A6]])
* supportingInfo MS
* supportingInfo insert Means([[Contract, results, medication, history, documents]], [[协议、检查检验结果、用药、既往史、病历文书等]], [[G3 A12]])
* supportingInfo ^slicing.discriminator.type = #type
* supportingInfo ^slicing.discriminator.path = "resolve()"
* supportingInfo ^slicing.rules = #open
* supportingInfo contains contract 0..1 MS
* supportingInfo[contract] only Reference(FDContract)
* supportingInfo[contract] insert Means([[The contract under which the referral is made]], [[所属签约协议]], [[A12 G9]])
* note MS
* note insert Means([[What the receiver should mind]], [[转诊注意事项]], [[G3]])
* patientInstruction MS
* patientInstruction insert Means([[What the resident is told]], [[对居民的嘱咐]], [[G3]])

// Every task of a referral; `kind` is a code of task-kind.
RuleSet: ReferralTask(kind)
* identifier MS
* identifier insert Means([[Number of the task]], [[任务编号]], [[G3]])
* status MS
* status insert Means([[Stage of the task; follows the referral state]], [[任务状态（与转诊业务状态一致）]], [[G3 G4]])
* statusReason MS
* businessStatus MS
* businessStatus from https://family-doctor-fhir.github.io/ValueSet/referral-state (required)
* businessStatus insert Means([[State of the referral]], [[转诊业务状态]], [[G3 G4]])
* intent = #order
* intent insert Means([[Always order]], [[任务性质，固定为 order]], [[G3]])
* priority MS
* priority insert Means([[Urgency, as in the referral]], [[紧急程度（同转诊单）]], [[G5]])
* code 1..1 MS
* code = https://family-doctor-fhir.github.io/CodeSystem/task-kind#{kind}
* code insert Means([[What kind of task]], [[任务类型]], [[G3 G4]])
* focus 1..1 MS
* for 1..1 MS
* for only Reference(FDResident)
* for insert Means([[The resident referred]], [[转诊居民]], [[G3]])
* executionPeriod MS
* authoredOn 1..1 MS
* authoredOn insert Means([[When the task was opened]], [[任务创建时间]], [[A12 G3]])
* lastModified MS
* lastModified insert Means([[Last change of the task]], [[最后修改时间]], [[A12 A4]])
* requester MS
* owner 1..1 MS
* restriction MS
* restriction insert Means([[When it is due]], [[时限]], [[G3 G4]])
* restriction.period MS
* note MS
* note insert Means([[Remarks]], [[备注]], [[G3]])

// Outputs of a task, told apart by their type.
RuleSet: OutputSlices
* output MS
* output ^slicing.discriminator.type = #pattern
* output ^slicing.discriminator.path = "type"
* output ^slicing.rules = #open

RuleSet: OutputSlice(name, english, chinese, requirements)
* output[{name}].type = https://family-doctor-fhir.github.io/CodeSystem/referral-output#{name}
* output[{name}] insert Means([[{english}]], [[{chinese}]], [[{requirements}]])
