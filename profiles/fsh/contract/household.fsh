Profile: FDHousehold
Parent: Group
Id: fd-household
Title: "Household"
Description: "Household."
* insert About([[签约家庭]], [[A13]], [[]])
