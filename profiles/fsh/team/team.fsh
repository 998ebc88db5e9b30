Profile: FDTeam
Parent: CareTeam
Id: fd-team
Title: "Family doctor team"
Description: "Family doctor team."
* insert About([[家庭医生团队]], [[A13]], [[]])
