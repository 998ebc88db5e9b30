// The search parameters of the service, beside those of R4. The server reads them from here.

Instance: ContractTeamSearch
InstanceOf: SearchParameter
Usage: #definition
* insert SearchBy(contract-team, ContractTeam, Contract, team, reference, [[The family doctor team that performs the contract.]], [[协议的签约团队。]], [[C1 C6 C7 D4]])
* expression = "Contract.term.action.performer.where(resolve() is CareTeam)"
* target = #CareTeam

Instance: ContractPackageSearch
InstanceOf: SearchParameter
Usage: #definition
* insert SearchBy(contract-package, ContractPackage, Contract, package, reference, [[A service package of the contract.]], [[协议所含服务包。]], [[D13 E1 E2]])
* expression = "Contract.term.offer.topic.where(resolve() is PlanDefinition)"
* target = #PlanDefinition

Instance: ContractPeriodSearch
InstanceOf: SearchParameter
Usage: #definition
* insert SearchBy(contract-period, ContractPeriod, Contract, period, date, [[The period the contract was signed for.]], [[签约的服务期限。]], [[D6 D7 D8]])
* expression = "Contract.applies"

Instance: ContractHouseholdSearch
InstanceOf: SearchParameter
Usage: #definition
* insert SearchBy(contract-household, ContractHousehold, Contract, household, reference, [[The household that signed the contract.]], [[签约家庭。]], [[D2 D5]])
* expression = "Contract.subject.where(resolve() is Group)"
* target = #Group

Instance: ContractKeyPopulationSearch
InstanceOf: SearchParameter
Usage: #definition
* insert SearchBy(contract-key-population, ContractKeyPopulation, Contract, key-population, token, [[A key group for which the contract was signed.]], [[签约时所属重点人群。]], [[H1 H2 H3]])
* expression = "Contract.extension('https://family-doctor-fhir.github.io/StructureDefinition/key-population')"

Instance: CareTeamManagingOrganizationSearch
InstanceOf: SearchParameter
Usage: #definition
* insert SearchBy(careteam-managing-organization, CareteamManagingOrganization, CareTeam, managing-organization, reference, [[The institution the team belongs to.]], [[团队所属机构。]], [[C1 C9]])
* expression = "CareTeam.managingOrganization"
* target = #Organization

Instance: CareTeamNameSearch
InstanceOf: SearchParameter
Usage: #definition
* insert SearchBy(careteam-name, CareteamName, CareTeam, name, string, [[The name of the team.]], [[团队名称。]], [[B3 C1]])
* expression = "CareTeam.name"

Instance: CareTeamRoleSearch
InstanceOf: SearchParameter
Usage: #definition
* insert SearchBy(careteam-role, CareteamRole, CareTeam, role, token, [[A role that a member of the team has.]], [[团队成员角色。]], [[C2 C3 C4]])
* expression = "CareTeam.participant.role"

Instance: EpisodeOfCareTeamSearch
InstanceOf: SearchParameter
Usage: #definition
* insert SearchBy(episodeofcare-team, EpisodeofcareTeam, EpisodeOfCare, team, reference, [[The team that cares for the resident.]], [[服务该居民的团队。]], [[C1 D4 G9]])
* expression = "EpisodeOfCare.team"
* target = #CareTeam

Instance: TaskDueSearch
InstanceOf: SearchParameter
Usage: #definition
* insert SearchBy(task-due, TaskDue, Task, due, date, [[When the task is to be done.]], [[任务应完成的时间段。]], [[F1 F13 I4]])
* expression = "Task.restriction.period"

Instance: SlotReleasedToSearch
InstanceOf: SearchParameter
Usage: #definition
* insert SearchBy(slot-released-to, SlotReleasedTo, Slot, released-to, reference, [[The institution the slot was released to.]], [[号源下沉机构。]], [[G6 G7]])
* expression = "Slot.extension('https://family-doctor-fhir.github.io/StructureDefinition/released-to')"
* target = #Organization

Instance: PatientKeyPopulationSearch
InstanceOf: SearchParameter
Usage: #definition
* insert SearchBy(patient-key-population, PatientKeyPopulation, Patient, key-population, token, [[A key group the resident belongs to.]], [[居民所属重点人群。]], [[H1 H2 H3]])
* expression = "Patient.extension('https://family-doctor-fhir.github.io/StructureDefinition/key-population')"

Instance: PatientNamePinyinSearch
InstanceOf: SearchParameter
Usage: #definition
* insert SearchBy(patient-name-pinyin, PatientNamePinyin, Patient, name-pinyin, string, [[The name in pinyin, in full or by its initials.]], [[姓名拼音，全拼或首字母。]], [[A11 B3]])
* expression = "Patient.name"
* xpathUsage = #phonetic
