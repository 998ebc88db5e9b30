// What every measurement and finding of a follow-up says: of whom, when, by whom, at which visit.
RuleSet: FollowedUp
* status MS
* status insert Means([[final once checked, corrected or amended when changed]], [[状态：最终、更正]], [[A12]])
* basedOn MS
* basedOn insert Means([[The plan]], [[所属健康管理方案]], [[F1]])
* code MS
* subject 1..1 MS
* subject only Reference(FDResident)
* subject insert Means([[The resident]], [[签约居民]], [[A12]])
* encounter MS
* encounter only Reference(FDServiceEncounter)
* encounter insert Means([[The visit; absent where the resident measured at home]], [[所属服务记录；居民自测的不填]], [[F4 F7]])
* effective[x] 1..1 MS
* effective[x] only dateTime or Period
* effective[x] insert Means([[When it was measured]], [[测量时间]], [[A12]])
* performer 1..* MS
* performer only Reference(FDFamilyDoctor or FDPractitioner or FDTeam or FDInstitution or FDResident or FDRelatedPerson or PractitionerRole)
* performer insert Means([[Who measured; the resident or a relative at home]], [[测量人；居家自测为居民或家属]], [[A12 F4]])
* dataAbsentReason MS
* dataAbsentReason insert Means([[Why there is no value]], [[无测量值的原因]], [[A2]])
* interpretation MS
* interpretation insert Means([[High, low or normal]], [[偏高、偏低或正常]], [[F4]])
* note MS
* note insert Means([[Remarks]], [[备注]], [[F13]])
