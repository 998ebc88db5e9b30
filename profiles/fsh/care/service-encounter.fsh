Profile: FDServiceEncounter
Parent: Encounter
Id: fd-service-encounter
Title: "Service encounter"
Description: "A contact in which a covered resident was served: at the institution, at home, by phone or online. Whatever system records it: who performed it, when, for whom, under which contract."
* insert About([[服务记录]], [[A2 A3 A12 F4 F5 F7 F13]], [[Hainan implementation plan, effective 2024-01-01: only recorded services count, channels of consultation, house calls; a city's 2017 implementation plan: keep records]])
* insert Tells([[为签约居民提供的一次服务：门诊、上门、电话或网络。无论由哪个系统记录，都须写明由谁、何时、为谁、在哪份协议下提供。]])
* obeys fd-encounter-1
* extension contains ContractLink named contract 0..1 MS
* extension[contract] insert Means([[The contract, where the episode is not known]], [[所属签约协议；已写签约服务期的可不填]], [[A12 F13]])
* status MS
* status insert Means([[Where the encounter stands]], [[状态]], [[F13]])
* class MS
* class insert Means([[AMB at the institution, HH at home, VR by phone or online]], [[门诊AMB、上门HH、电话或网络VR]], [[F5 F7]])
* type 1..* MS
* type from https://family-doctor-fhir.github.io/ValueSet/service-encounter-kind (extensible)
* type insert Means([[What was done; and a second type for the follow-up mode or channel]], [[服务项目；另以一个类型写随访方式或咨询渠道]], [[A2 F7 F13]])
* subject 1..1 MS
* subject only Reference(FDResident or FDHousehold or FDCommunityMembers)
* subject insert Means([[Who was served; a group for training and education]], [[服务对象；培训、宣教可为群体]], [[F12 F13]])
* episodeOfCare MS
* episodeOfCare only Reference(FDCareEpisode)
* episodeOfCare insert Means([[The resident's care under the contract]], [[签约服务期]], [[A12]])
* basedOn MS
* basedOn insert Means([[The request it answers: house call, referral]], [[所依据的申请：上门、转诊]], [[F5 G3]])
* participant 1..* MS
* participant insert Means([[Who performed it; relatives who were present]], [[服务人员及在场家属]], [[A12]])
* participant.individual 1..1 MS
* participant.individual only Reference(FDFamilyDoctor or FDPractitioner or FDRelatedPerson or PractitionerRole)
* participant.individual insert Means([[The person, best in the role in which the team has them]], [[人员，宜引用其在团队中的岗位]], [[A12 F4]])
* appointment MS
* appointment insert Means([[The appointment that was kept]], [[对应的预约]], [[A11]])
* period 1..1 MS
* period insert Means([[When]], [[服务时间]], [[A12]])
* period.start 1..1 MS
* period.start insert Means([[Begin]], [[开始时间]], [[A12]])
* reasonCode MS
* reasonCode insert Means([[Why, as a code or in words]], [[服务原因]], [[F13]])
* reasonReference MS
* reasonReference insert Means([[The condition]], [[相关疾病]], [[F4]])
* location MS
* location insert Means([[Where]], [[服务地点]], [[B9 F5]])
* serviceProvider 1..1 MS
* serviceProvider only Reference(FDInstitution)
* serviceProvider insert Means([[The institution]], [[服务机构]], [[A12 I3]])

Invariant: fd-encounter-1
Description: "The contract is known: by the episode of care, or by the extension."
* severity = #error
* expression = "episodeOfCare.exists() or extension('https://family-doctor-fhir.github.io/StructureDefinition/contract').exists()"
* insert Says([[须写明所属协议：通过签约服务期或协议扩展]], [[A12]])
