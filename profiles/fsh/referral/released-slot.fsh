Profile: FDReleasedSlot
Parent: Slot
Id: fd-released-slot
Title: "Released slot"
Description: "A slot of a hospital that was released to primary institutions for their family doctors' appointments. Which share of a hospital's slots of a day is released, and how many days ahead, is counted over all slots of the kind, released or not, blocked ones too."
* insert About([[下沉号源]], [[G5 G6 G7 A7]], [[Hainan implementation plan, effective 2024-01-01: at least 20 % of specialist outpatient slots 14 days ahead; examinations and beds in advance]])
* insert Tells([[医院提前下沉给基层机构、供家庭医生预约的号源。下沉比例和提前天数按医院、日期对同类全部号源（含停用号源）统计。]])
* obeys fd-referral-10 and fd-referral-11
* extension contains
    ReleasedTo named releasedTo 1..* MS and
    ReleasedOn named releasedOn 1..1 MS and
    Reserved named reserved 0..1 MS
* extension[releasedTo] insert Means([[Institution to which it was released]], [[号源下沉机构]], [[G6]])
* extension[releasedOn] insert Means([[Day of the release]], [[号源下沉日期]], [[G6]])
* extension[reserved] insert Means([[Referral for which it is kept]], [[预留给的转诊单]], [[G5]])
* identifier MS
* identifier insert Means([[Number of the slot]], [[号源编号]], [[G6]])
* serviceCategory 1..1 MS
* serviceCategory from https://family-doctor-fhir.github.io/ValueSet/slot-kind (required)
* serviceCategory insert Means([[What the slot is for]], [[号源类别]], [[G6 G7]])
* serviceType MS
* serviceType insert Means([[The service or examination]], [[服务或检查项目]], [[G7]])
* specialty MS
* specialty insert Means([[Specialty]], [[专业科室]], [[G6]])
* schedule only Reference(FDReleasedSchedule)
* schedule MS
* schedule insert Means([[The schedule it belongs to]], [[所属排班]], [[G6]])
* status MS
* status insert Means([[Free, busy or blocked]], [[号源状态（可约、已约、停用）]], [[G6]])
* start MS
* start insert Means([[Start]], [[开始时间]], [[G6]])
* end MS
* end insert Means([[End]], [[结束时间]], [[G6]])
* comment MS
* comment insert Means([[Remarks: where to come, what to bring]], [[说明（就诊地点、注意事项）]], [[G6]])

Extension: ReleasedTo
Id: released-to
Title: "Released to"
Description: "The primary institution, or the consortium of institutions, to which a slot was released; once per institution."
* insert About([[号源下沉机构]], [[G6 G7]], [[Hainan implementation plan, effective 2024-01-01: slots released to community-level institutions]])
* insert Tells([[号源下沉给的基层机构或医共体；每个机构一条。]])
* insert On(Slot)
* value[x] 1..1
* value[x] only Reference(FDInstitution or Organization)

Extension: ReleasedOn
Id: released-on
Title: "Released on"
Description: "The day on which a slot was first released to primary institutions; released again, it keeps this day."
* insert About([[号源下沉日期]], [[G6 G7]], [[Hainan implementation plan, effective 2024-01-01: 14 days in advance]])
* insert Tells([[号源首次下沉的日期；再次下沉不改变。]])
* insert On(Slot)
* value[x] 1..1
* value[x] only date

Extension: Reserved
Id: reserved
Title: "Reserved for a referral"
Description: "The referral for which a slot or a bed is kept until it is taken or given back."
* insert About([[转诊预留]], [[G5 G7]], [[Hainan implementation plan, effective 2024-01-01: priority in consultation, examination and hospitalisation]])
* insert Tells([[为某一转诊预留的号源或床位，至使用或释放为止。]])
* insert On(Slot)
* insert On(Location)
* value[x] 1..1
* value[x] only Reference(FDReferralUp or FDReferralDown)

Invariant: fd-referral-10
Description: "A slot is released on the day it begins at the latest."
Severity: #error
Expression: "extension('https://family-doctor-fhir.github.io/StructureDefinition/released-on').value.where($this is date).all($this.toString() <= %resource.start.toString().substring(0, 10))"
* insert Says([[号源下沉日期不得晚于号源日期]], [[G6]])

Invariant: fd-referral-11
Description: "A slot ends after it starts."
Severity: #error
Expression: "start < end"
* insert Says([[号源结束时间应晚于开始时间]], [[G6]])
