Profile: FDInstitution
Parent: Organization
Id: fd-institution
Title: "Institution"
Description: "Institution."
* insert About([[医疗卫生机构]], [[A13]], [[]])
