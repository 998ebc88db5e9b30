Profile: FDFamilyDoctor
Parent: PractitionerRole
Id: fd-family-doctor
Title: "Family doctor and team member"
Description: "Family doctor and team member."
* insert About([[家庭医生及团队成员]], [[A13]], [[]])
