Profile: FDRelatedPerson
Parent: RelatedPerson
Id: fd-related-person
Title: "Guardian or family member"
Description: "Guardian or family member."
* insert About([[监护人或家庭成员]], [[A13]], [[]])
