Profile: FDHealthAssessment
Parent: QuestionnaireResponse
Id: fd-health-assessment
Title: "Health assessment"
Description: "Health assessment."
* insert About([[健康评估]], [[A13]], [[]])
