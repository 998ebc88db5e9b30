CodeSystem: LicenceKindCS
Id: licence-kind
Title: "Kind of licence"
Description: "Certificates of those who work in family doctor teams. A list of this project; the names of the certificates are recalled, not checked."
* insert Codes([[执业资质类别]], [[B1 B4 B8]], [[Hainan implementation plan, effective 2024-01-01; national guiding opinion 2022; list of this project]], complete)
* insert Tells([[家庭医生团队成员的资格与执业证书类别。本项目自定；证书名称凭记忆，未核对。]])
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/licence-kind"
* insert Term(physician-qualification, [[医师资格证书]], [[Physician's qualification certificate]])
* insert Term(physician-practice, [[医师执业证书]], [[Physician's practising certificate]])
* insert Term(assistant-physician-practice, [[执业助理医师证书]], [[Assistant physician's practising certificate]])
* insert Term(rural-doctor-practice, [[乡村医生执业证书]], [[Rural doctor's practising certificate]])
* insert Term(gp-training, [[全科医生培训合格证书]], [[General practice training certificate]])
* insert Term(nurse-practice, [[护士执业证书]], [[Nurse's practising certificate]])
* insert Term(pharmacist, [[药师资格证书]], [[Pharmacist's certificate]])
* insert Term(health-manager, [[健康管理师证书]], [[Health manager's certificate]])
* insert Term(psychological-counsellor, [[心理咨询师证书]], [[Psychological counsellor's certificate]])
* insert Term(rehab-therapist, [[康复治疗师证书]], [[Rehabilitation therapist's certificate]])
* insert Term(nutritionist, [[营养师证书]], [[Nutritionist's certificate]])
* insert Term(social-worker, [[社会工作者证书]], [[Social worker's certificate]])
* insert Term(other, [[其他]], [[Other]])

ValueSet: LicenceKindVS
Id: licence-kind
Title: "Kind of licence"
Description: "All codes of the code system licence-kind."
* insert AboutSet([[执业资质类别]], [[B1 B4 B8]], [[Hainan implementation plan, effective 2024-01-01; national guiding opinion 2022; list of this project]])
* insert Tells([[代码系统 licence-kind 的全部代码。]])
* include codes from system LicenceKindCS
