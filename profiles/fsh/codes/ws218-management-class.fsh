CodeSystem: Ws218ManagementClassCS
Id: ws218-management-class
Title: "Management class of an institution"
Description: "Not-for-profit or for-profit: the last place of the whole code of WS 218-2002."
* insert Codes([[机构分类管理代码]], [[B5 B7]], [[national standard WS 218-2002]], complete)
* insert Tells([[营利性质：WS 218-2002 全码的最后一位。]])
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/ws218-management-class"
* insert Term(1, [[非营利性医疗机构]], [[Not-for-profit medical institution]])
* insert Term(2, [[营利性医疗机构]], [[For-profit medical institution]])
* insert Term(9, [[其他卫生机构]], [[Other health institution]])

ValueSet: Ws218ManagementClassVS
Id: ws218-management-class
Title: "Management class of an institution"
Description: "All codes of the code system ws218-management-class."
* insert AboutSet([[机构分类管理代码]], [[B5 B7]], [[national standard WS 218-2002]])
* insert Tells([[代码系统 ws218-management-class 的全部代码。]])
* include codes from system Ws218ManagementClassCS
