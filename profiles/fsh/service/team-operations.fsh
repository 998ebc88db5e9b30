// Teams and doctors that leave, residents that are the same, packages, slots.

Instance: CareTeamDissolve
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(careteam-dissolve, CareTeamDissolve, [[Dissolve a team]], [[撤销团队]], CareTeam, dissolve, false, true, true, [[B3 B8 C1]], [[Hainan implementation plan, effective 2024-01-01: exit mechanism; days and tasks are decisions of this project]])
* insert InBoth(description, [[Makes a team with live contracts inactive, the only way to do so. With a successor that has room, residents are proposed to it; each contract gets a reassignment task. Contracts stay in force; the resident may choose freely, or end without a letter.]], [[撤销有在约协议的团队，此为唯一途径。有接续团队且有名额的，建议居民转入；每份协议生成重新安排任务。协议继续有效，居民可自由选择团队，或不需书面解约而解除。]])
* insert OpRules([[An active team becomes inactive.]], [[在用团队转为停用。]])
* insert OpIn(date, 1, 1, date, [[The last day of the team.]], [[团队最后一日。]])
* insert OpIn(reason, 1, 1, string, [[Why.]], [[原因。]])
* insert OpIn(successor, 0, 1, Reference, [[A team that would take the contracts and has room for them.]], [[可承接且有名额的团队。]])
* insert OpTo(fd-team)
* insert OpIn(due, 0, 1, date, [[By when each contract is to be reassigned; after the days of the policy without it.]], [[重新安排截止日期，默认按政策天数。]])
* insert OpActor(0)
* insert OpOut(team, 1, 1, CareTeam, [[The team.]], [[团队。]])
* insert OpOut(contracts, 1, 1, integer, [[How many contracts are concerned.]], [[涉及协议数。]])
* insert OpOut(task, 0, *, Reference, [[The reassignment tasks.]], [[重新安排任务。]])
* insert OpToAny(Task)
* insert OpOutcome

Instance: PractitionerRoleDisqualify
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(practitionerrole-disqualify, PractitionerRoleDisqualify, [[Disqualify a family doctor]], [[取消家庭医生资格]], PractitionerRole, disqualify, false, true, true, [[B1 B8 C5]], [[Hainan implementation plan, effective 2024-01-01: registration, tracking and disqualification]])
* insert InBoth(description, [[Records that a family doctor is disqualified from a day on. No contract can be signed with the doctor from then; contracts that the doctor signed alone get reassignment tasks; a team that now lacks a required role signs no new contracts and keeps those it has.]], [[登记家庭医生自某日起取消资格。此后不得与其签约；其单独签订的协议生成重新安排任务；因此缺少必备角色的团队不得新签，已有协议不受影响。]])
* insert OpRules([[A registered or suspended doctor becomes disqualified. A signing at the same moment either comes first or is refused.]], [[已登记或暂停的医生转为取消资格；同时进行的签约要么在先完成，要么被拒绝。]])
* insert OpIn(date, 1, 1, date, [[First day of the disqualification.]], [[取消资格之日。]])
* insert OpIn(reason, 1, 1, string, [[Why.]], [[原因。]])
* insert OpIn(authority, 0, 1, Reference, [[Who decided.]], [[决定机关。]])
* insert OpToAny(Organization)
* insert OpIn(document, 0, *, Reference, [[The decision.]], [[决定文书。]])
* insert OpToAny(DocumentReference)
* insert OpActor(0)
* insert OpOut(practitionerRole, 1, 1, PractitionerRole, [[The doctor in the role.]], [[家庭医生。]])
* insert OpOut(task, 0, *, Reference, [[The reassignment tasks.]], [[重新安排任务。]])
* insert OpToAny(Task)
* insert OpOutcome

Instance: PatientMatch
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(patient-match, PatientMatch, [[Find a resident, graded]], [[居民匹配（分级）]], Patient, match, true, false, false, [[A2 A8 A10]], [[R4 Patient/$match; GB 11643; grades are decisions of this project]])
* base = "http://hl7.org/fhir/OperationDefinition/Patient-match"
* insert InBoth(description, [[$match of R4 with stated grades: certain where ID number, normalised name and birth date agree; probable where the ID number and one of the others, or a newborn's birth certificate and the mother agree; possible where name, birth date and a telephone or address agree. Old numbers of 15 digits are compared as those of 18. Candidates that contradict each other are never merged here.]], [[R4 的 $match，并规定分级：证件号、规范化姓名和出生日期均一致为 certain；证件号与其余一项一致，或新生儿出生证号与母亲一致为 probable；姓名、出生日期与电话或住址一致为 possible。15 位旧号折合 18 位比对；相互矛盾的候选不在此合并。]])
* insert InBoth(comment, [[Each entry has search.score and the extension match-grade of R4. An ID number whose birth date contradicts the one given is no match.]], [[每个条目有 search.score 和 R4 的 match-grade 扩展。证件号所含出生日期与所给不符的不算匹配。]])
* insert OpIn(resource, 1, 1, Patient, [[What is known of the resident.]], [[已知的居民信息。]])
* insert OpIn(onlyCertainMatches, 0, 1, boolean, [[Only certain ones; nothing where there are two.]], [[仅返回 certain；有两个时不返回。]])
* insert OpIn(count, 0, 1, integer, [[At most this many; 10 without it.]], [[最多返回数，默认 10。]])
* insert OpOut(return, 1, 1, Bundle, [[A searchset of Patients, best first.]], [[按匹配程度排序的 searchset。]])

Instance: PlanDefinitionApply
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(plandefinition-apply, PlanDefinitionApply, [[Make a plan of a package]], [[由服务包生成方案]], PlanDefinition, apply, true, true, false, [[D13 E4 F1 F4 F13]], [[R4 PlanDefinition/$apply; a city's 2017 implementation plan; Hainan implementation plan, effective 2024-01-01]])
* base = "http://hl7.org/fhir/OperationDefinition/PlanDefinition-apply"
* insert InBoth(description, [[$apply of R4 on a service package, for one resident, household or group of members: a care plan with a task for each time an item falls due, contained in it. Nothing is stored: signing does that. Dates come from the contract that has the package, in force or about to start; without one the plan is a trial over one year from today.]], [[对服务包执行 R4 的 $apply，对象为一名居民、一个家庭或一个成员组：生成方案及其中每次应做服务的任务（contained）。不保存，保存由签约完成。日期取自含该服务包的在约或待生效协议；没有协议的，按自今日起一年试算。]])
* insert InBoth(comment, [[Parameters are those of R4; the ones that make no difference to a service package are not used. Called on the type, planDefinition is given as a resource.]], [[参数同 R4，对服务包无作用的不采用；在类型上调用时 planDefinition 以资源给出。]])
* insert OpIn(planDefinition, 0, 1, PlanDefinition, [[The package, where the operation is called on the type.]], [[服务包，在类型上调用时给出。]])
* insert OpReference(subject, 1, 1, [[The resident (Patient), or the Group of a household or of members; one.]], [[居民（Patient），或家庭、成员的 Group，仅一个。]])
* insert OpReference(practitioner, 0, 1, [[The family doctor who plans; that of the contract without it.]], [[制定方案的家庭医生，默认为协议所列。]])
* insert OpReference(organization, 0, 1, [[The institution; that of the contract without it.]], [[机构，默认为协议所列。]])
* insert OpReference(encounter, 0, 0, [[Not used.]], [[不采用。]])
* insert OpIn(userType, 0, 0, CodeableConcept, [[Not used.]], [[不采用。]])
* insert OpIn(userLanguage, 0, 0, CodeableConcept, [[Not used.]], [[不采用。]])
* insert OpIn(userTaskContext, 0, 0, CodeableConcept, [[Not used.]], [[不采用。]])
* insert OpIn(setting, 0, 0, CodeableConcept, [[Not used.]], [[不采用。]])
* insert OpIn(settingContext, 0, 0, CodeableConcept, [[Not used.]], [[不采用。]])
* insert OpOut(return, 1, 1, CarePlan, [[The plan, as fd-care-plan has it, with its tasks.]], [[方案（fd-care-plan）及其任务。]])

Instance: ScheduleRelease
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(schedule-release, ScheduleRelease, [[Release slots to primary institutions]], [[号源下沉]], Schedule, release, true, true, true, [[A7 G5 G6 G7]], [[Hainan implementation plan, effective 2024-01-01: specialist slots 14 days in advance, examinations and beds]])
* insert InBoth(description, [[Releases free slots of a hospital to primary institutions, named one by one or chosen by days, kind and share, and says for each day whether the share of the policy is reached. A slot that was released before keeps the day of its first release.]], [[将医院空闲号源下沉给基层机构：逐个指定，或按日期、类别和比例选取，并逐日说明是否达到政策比例。再次下沉的号源保留首次下沉日期。]])
* insert OpRules([[Free slots only; busy and blocked ones stay as they are. Called on a Schedule its slots alone are chosen from.]], [[仅限空闲号源，已约和停用的不变。对排班实例调用时仅在该排班内选取。]])
* insert OpIn(to, 1, *, Reference, [[The institutions, or the consortium.]], [[下沉机构或医共体。]])
* insert OpToAny(Organization)
* insert OpIn(slot, 0, *, Reference, [[The slots; or what follows.]], [[号源；或填下列各项。]])
* insert OpToAny(Slot)
* insert OpIn(from, 0, 1, date, [[First day.]], [[首日。]])
* insert OpIn(until, 0, 1, date, [[Last day.]], [[末日。]])
* insert OpIn(kind, 0, 1, code, [[Which kind of slots; specialist outpatient without it.]], [[号源类别，默认专家或专科门诊。]])
* insert OpFrom(slot-kind)
* insert OpIn(share, 0, 1, decimal, [[Which share of each day's slots in percent; that of the policy without it.]], [[每日下沉比例（%），默认按政策。]])
* insert OpIn(date, 0, 1, date, [[The day of the release; today without it.]], [[下沉日期，默认当日。]])
* insert OpActor(0)
* insert OpOut(slot, 0, *, Reference, [[The slots released.]], [[已下沉的号源。]])
* insert OpTo(fd-released-slot)
* insert OpParts(out, day, 0, *, [[How a day stands, with this release.]], [[每日下沉情况（含本次）。]])
* insert OpPiece(out, date, 1, 1, date, [[The day.]], [[日期。]])
* insert OpPiece(out, total, 1, 1, integer, [[All slots of the kind, blocked ones too.]], [[该类全部号源（含停用）。]])
* insert OpPiece(out, released, 1, 1, integer, [[Of these, released in time.]], [[其中按期下沉的。]])
* insert OpPiece(out, enough, 1, 1, boolean, [[Whether the share of the policy is reached.]], [[是否达到政策比例。]])
* insert OpOutcome
