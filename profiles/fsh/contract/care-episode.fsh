// The time in which a contract covers a resident: the answer to "whose patient is this".

Profile: FDCareEpisode
Parent: EpisodeOfCare
Id: fd-care-episode
Title: "Care episode under a contract"
Description: "The time in which a contract covers a resident: one for each covered resident and contract. A hospital that asks whose patient somebody is, on whatever day, asks for this; `Contract.applies` stays as signed, this period ends when cover really ends. The life cycle of the contract keeps it. Home beds are episodes of another kind."
* insert About([[签约服务期]], [[D4 G3 G9 C5]], [[Hainan implementation plan, effective 2024-01-01; Shenzhen family-doctor service measures (2017 figures)]])
* insert Tells([[协议为某居民提供服务的时间，每位签约居民、每份协议一条。医院查询某日某人由谁负责，即查此项；Contract.applies 保持签订时的内容，本期间在服务实际结束时终止。由协议的生命周期维护。家庭病床另有类型。]])
* obeys fd-care-episode-2
* extension contains ContractLink named contract 1..1 MS
* extension[contract] insert Means([[The contract]], [[所属签约协议]], [[G9]])
* status MS
* status insert Means([[Planned before the first day, active, finished; onhold while the contract is disputed]], [[未开始为 planned，服务中为 active，结束为 finished，协议存争议时为 onhold]], [[G9]])
* type 1..* MS
* type insert Means([[Kind of episode; home beds are episodes of another kind]], [[服务期类别；家庭病床为另一类别]], [[F6 G9]])
* type ^slicing.discriminator.type = #pattern
* type ^slicing.discriminator.path = "$this"
* type ^slicing.rules = #open
* type ^slicing.description = "By the code of the kind"
* type contains contract 1..1 MS
* type[contract] insert Means([[Family doctor contract]], [[家庭医生签约]], [[G9]])
* type[contract] = https://family-doctor-fhir.github.io/CodeSystem/episode-kind#fd-contract
* diagnosis MS
* diagnosis insert Means([[Illnesses that the contract looks after]], [[签约管理的疾病]], [[F9 F10]])
* patient MS
* patient only Reference(FDResident)
* patient insert Means([[The covered resident]], [[签约居民]], [[G9]])
* managingOrganization 1..1 MS
* managingOrganization only Reference(FDInstitution)
* managingOrganization insert Means([[The institution that signed]], [[签约机构]], [[G9]])
* period 1..1 MS
* period insert Means([[First and last day of cover, both included]], [[服务起止日，均含]], [[D4 D6 D7 D8]])
* period.start 1..1 MS
* period.start obeys fd-care-episode-1
* period.start insert Means([[First day]], [[起始日]], [[D6 D7 D8]])
* period.end 1..1 MS
* period.end obeys fd-care-episode-1
* period.end insert Means([[Last day: that of the contract, or the day on which cover really ended]], [[终止日：协议终止日或实际结束日]], [[D10 D11]])
* careManager MS
* careManager only Reference(FDPractitioner)
* careManager insert Means([[The family doctor as a person]], [[家庭医生（个人）]], [[G9 C5]])
* team ..1 MS
* team only Reference(FDTeam)
* team insert Means([[The team that signed; none where a doctor signed alone]], [[签约团队，医生单独签约的无此项]], [[C1 C5 D4]])

Invariant: fd-care-episode-1
Description: "Cover begins and ends with whole days, without a time."
Severity: #error
Expression: "toString().length() = 10"
* insert Says([[服务起止日只写到日，不带时间]], [[D6 D7]])

Invariant: fd-care-episode-2
Description: "Somebody is responsible: a team or a family doctor."
Severity: #error
Expression: "team.exists() or careManager.exists()"
* insert Says([[须有负责的团队或家庭医生]], [[C1 C5 G9]])
