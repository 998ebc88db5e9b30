// Reports of many columns. Their forms were not found in public text, so the columns are our own and can be changed.

// A column: a count of its own.
RuleSet: ReportColumnOf(code, basis, expression, english, chinese)
* group[+].code = https://family-doctor-fhir.github.io/CodeSystem/report-column#{code}
* group[=].extension[basis].valueCode = #{basis}
* group[=].extension[denominatorKind].valueCode = #none
* insert Counts(initial-population, {expression}, [[{english}]], [[{chinese}]])

// The columns that both reports have.
RuleSet: ReportPopulations
* insert ReportColumnOf(teams, CareTeam, Teams, [[Teams active on the last day.]], [[末日在用团队。]])
* insert ReportColumnOf(registered-residents, Patient, RegisteredResidents, [[Registered residents.]], [[户籍居民。]])
* insert ReportColumnOf(permanent-residents, Patient, PermanentResidents, [[Permanent residents.]], [[常住居民。]])
* insert ReportColumnOf(residents-contracted, Patient, ContractedResidents, [[Contracted residents.]], [[签约居民。]])
* insert ReportColumnOf(households-contracted, Group, ContractedHouseholds, [[Contracted households.]], [[签约家庭。]])
* insert ReportColumnOf(key-residents, Patient, KeyResidents, [[Residents in key groups.]], [[重点人群居民。]])
* insert ReportColumnOf(key-contracted, Patient, ContractedKeyResidents, [[Contracted ones of them.]], [[其中签约的。]])
* insert ReportColumnOf(children, Patient, Children, [[Children aged 0 to 6.]], [[0-6 岁儿童。]])
* insert ReportColumnOf(children-contracted, Patient, ContractedChildren, [[Contracted ones of them.]], [[其中签约的。]])
* insert ReportColumnOf(elderly, Patient, Elderly, [[Residents of 65 and above.]], [[65 岁及以上居民。]])
* insert ReportColumnOf(elderly-contracted, Patient, ContractedElderly, [[Contracted ones of them.]], [[其中签约的。]])
* insert ReportColumnOf(maternal, Patient, Maternal, [[Pregnant and lying-in women.]], [[孕产妇。]])
* insert ReportColumnOf(maternal-contracted, Patient, ContractedMaternal, [[Contracted ones of them.]], [[其中签约的。]])
* insert ReportColumnOf(hypertension-managed, Patient, ManagedHypertension, [[Managed patients with hypertension.]], [[在管高血压患者。]])
* insert ReportColumnOf(hypertension-contracted, Patient, ContractedHypertension, [[Contracted ones of them.]], [[其中签约的。]])
* insert ReportColumnOf(diabetes-managed, Patient, ManagedDiabetes, [[Managed patients with diabetes.]], [[在管糖尿病患者。]])
* insert ReportColumnOf(diabetes-contracted, Patient, ContractedDiabetes, [[Contracted ones of them.]], [[其中签约的。]])
* insert ReportColumnOf(tuberculosis-managed, Patient, ManagedTuberculosis, [[Managed patients with tuberculosis.]], [[在管肺结核患者。]])
* insert ReportColumnOf(tuberculosis-contracted, Patient, ContractedTuberculosis, [[Contracted ones of them.]], [[其中签约的。]])
* insert ReportColumnOf(mental-managed, Patient, ManagedMental, [[Managed patients with severe mental disorders.]], [[在管严重精神障碍患者。]])
* insert ReportColumnOf(mental-contracted, Patient, ContractedMental, [[Contracted ones of them.]], [[其中签约的。]])

// What a report of many columns says of itself; the columns follow.
RuleSet: ReportOf(id, name, title, chinese, requirements, source)
* insert Defines(Measure, {id}, 0.1.0, {name}, [[{title}]], [[{chinese}]], [[{requirements}]], [[{source}]])
* status = #draft
* date = "2026-11-22"
* library = "https://family-doctor-fhir.github.io/Library/populations|0.1.0"
* topic = https://family-doctor-fhir.github.io/CodeSystem/period-rule#{id}
* scoring = http://terminology.hl7.org/CodeSystem/measure-scoring#cohort

Instance: MonthlyReportMeasure
InstanceOf: FDMeasure
Usage: #definition
* insert ReportOf(monthly-report, MonthlyReport, [[Monthly report]], [[月报表]], [[F13 I4 I6]], [[a city's 2017 implementation plan names the form, annex 2, which was not found; columns modelled on a regional platform's monthly report; definition of this project]])
* insert InBoth(description, [[What a team or institution reports each month: whom it covers on the last day, and what was signed, ended and done within the month. The form of the policy was not found in public text: the columns are our own, and a region may define its own.]], [[团队或机构每月上报的内容：月末签约情况，以及当月签约、解约和服务情况。政策所附表样未见公开文本，栏目由本项目拟定，各地可自定。]])
* insert MeasureRestsOn([[A city's 2017 implementation plan: a monthly report of the contracted service work]])
* insert ReportPopulations
* insert ReportColumnOf(contracts-new, Contract, ContractsSigned, [[Contracts signed in the month.]], [[当月签订的协议。]])
* insert ReportColumnOf(contracts-renewed, Contract, ContractsRenewedIn, [[Of these, renewals.]], [[其中续签的。]])
* insert ReportColumnOf(contracts-ended, Contract, ContractsEndedEarly, [[Contracts ended early.]], [[提前解除的协议。]])
* insert ReportColumnOf(services-due, Task, ServicesDue, [[Services due.]], [[应履行的服务。]])
* insert ReportColumnOf(services-done, Task, ServicesDone, [[Services done.]], [[完成的服务。]])
* insert ReportColumnOf(services-late, Task, ServicesLate, [[Of these, late.]], [[其中逾期的。]])
* insert ReportColumnOf(referrals-up, ServiceRequest, ReferralsUp, [[Referrals up.]], [[上转。]])
* insert ReportColumnOf(referrals-back, ServiceRequest, ReferralsBackIn, [[Referrals back.]], [[转回。]])

Instance: ProgressReportMeasure
InstanceOf: FDMeasure
Usage: #definition
* insert ReportOf(progress-report, ProgressReport, [[Progress report]], [[进展情况表]], [[I3 I5 I7]], [[Hainan implementation plan, effective 2024-01-01, names the form, attachment 5, which was not found; columns follow its evaluation criteria; definition of this project]])
* insert InBoth(description, [[What a city or county reports on the progress of the service: coverage of all and of each key group, renewals, tailored packages, services done, satisfaction. The form of the plan was not found in public text: the columns are our own, and a region may define its own.]], [[市县上报的签约服务进展：全人群和各重点人群签约情况、续约、个性化服务包、履约和满意度。方案所附表样未见公开文本，栏目由本项目拟定，各地可自定。]])
* insert MeasureRestsOn([[Hainan implementation plan, effective 2024-01-01: progress report, attachment 5]])
* insert ReportPopulations
* insert ReportColumnOf(contracts-renewed, Contract, ContractsRenewedIn, [[Renewals signed in the period.]], [[当期续签的协议。]])
* insert ReportColumnOf(tailored, Contract, TailoredContracts, [[Contracts in force with a tailored package.]], [[含个性化服务包的在约协议。]])
* insert ReportColumnOf(services-due, Task, ServicesDue, [[Services due.]], [[应履行的服务。]])
* insert ReportColumnOf(services-done, Task, ServicesDone, [[Services done.]], [[完成的服务。]])
* insert ReportColumnOf(answered, QuestionnaireResponse, Answered, [[Surveys that answer how satisfied the resident is.]], [[回答了满意度的问卷。]])
* insert ReportColumnOf(satisfied, QuestionnaireResponse, Satisfied, [[Of these, satisfied or very satisfied.]], [[其中满意或很满意的。]])
