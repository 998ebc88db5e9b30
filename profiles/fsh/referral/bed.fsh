Profile: FDBed
Parent: Location
Id: fd-bed
Title: "Bed"
Description: "A bed of an inpatient ward that may be kept for a referred resident. Beds made available in advance have a schedule of their own whose slots are released."
* insert About([[床位]], [[G5 G7 A7]], [[Hainan implementation plan, effective 2024-01-01: hospital beds available in advance for family doctors' appointments]])
* insert Tells([[可为转诊居民预留的病床。提前开放的床位有自己的排班和下沉号源。]])
* extension contains Reserved named reserved 0..1 MS
* extension[reserved] insert Means([[Referral for which it is kept]], [[预留给的转诊单]], [[G5 G7]])
* identifier MS
* identifier insert Means([[Bed number]], [[病床号]], [[G7]])
* status MS
* status insert Means([[Whether the bed is in service]], [[是否启用]], [[G7]])
* operationalStatus MS
* operationalStatus from http://terminology.hl7.org/ValueSet/v2-0116 (required)
* operationalStatus insert Means([[Occupied, unoccupied, closed …]], [[床位使用状态]], [[G7]])
* name 1..1 MS
* name insert Means([[Ward and bed]], [[病区、床号名称]], [[G7]])
* mode = #instance
* mode insert Means([[A particular bed]], [[具体床位]], [[G7]])
* physicalType 1..1 MS
* physicalType = http://terminology.hl7.org/CodeSystem/location-physical-type#bd
* physicalType insert Means([[Always a bed]], [[固定为病床]], [[G7]])
* managingOrganization 1..1 MS
* managingOrganization only Reference(FDInstitution or Organization)
* managingOrganization insert Means([[Hospital or department]], [[所属医院或科室]], [[G7]])
* partOf MS
* partOf insert Means([[Room or ward]], [[所在病房或病区]], [[G7]])
