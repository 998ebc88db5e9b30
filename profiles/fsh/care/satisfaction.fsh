Profile: FDSatisfaction
Parent: QuestionnaireResponse
Id: fd-satisfaction
Title: "Satisfaction survey"
Description: "Satisfaction survey."
* insert About([[满意度调查]], [[A13]], [[]])
