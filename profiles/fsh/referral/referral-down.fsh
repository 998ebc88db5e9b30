Profile: FDReferralDown
Parent: ServiceRequest
Id: fd-referral-down
Title: "Referral down"
Description: "A referral of a resident to an institution of a lower level: a hospital hands a resident over to the primary institution, as after an acute stay, for rehabilitation, or because the resident's team should manage the disease. Where the resident had been referred up before, the back-referral is to be used."
* insert About([[下转]], [[G3 G9 G10 A11]], [[Hainan implementation plan, effective 2024-01-01: two-way referral with follow-up; the return form of the national two-way referral form: its fields are recalled, not checked against the national text]])
* insert Tells([[上级机构将居民转往下级机构：急性期后康复、慢性病交由签约团队管理等。此前由基层上转的，使用回转。]])
* insert Referral(down)
* obeys fd-referral-3
* basedOn only Reference(FDCarePlan or FDReferralUp or FDReferralDown)
* basedOn insert Means([[What it follows: a referral up, a referral down from a level above, or a plan]], [[所依据的上转、上一级的下转或管理计划]], [[G3]])
* encounter.identifier MS
* encounter.identifier insert Means([[Number of the hospital's record of the stay]], [[病案号]], [[G3]])
* requester only Reference(FDInstitution or Organization or PractitionerRole)
* requester insert Means([[Who refers down, and for which institution]], [[转出（经治）医生及机构]], [[G3 G8]])
* performer only Reference(FDInstitution or Organization or FDTeam or FDFamilyDoctor or HealthcareService or PractitionerRole)
* performer insert Means([[Receiving institution, family doctor team, family doctor]], [[转入机构、家庭医生团队、家庭医生]], [[G3 G9]])

Invariant: fd-referral-3
Description: "A referral down goes to a lower level than it comes from."
Severity: #error
Expression: "extension('https://family-doctor-fhir.github.io/StructureDefinition/referral-level').where(extension('to').value = 'tertiary' or (extension('to').value = 'secondary' and (extension('from').value in ('village' | 'township' | 'secondary'))) or (extension('to').value = 'township' and (extension('from').value in ('village' | 'township'))) or (extension('to').value = 'village' and extension('from').value = 'village')).empty()"
* insert Says([[下转的转入机构层级应低于转出机构]], [[G1 G3]])
