Profile: FDHealthAssessment
Parent: QuestionnaireResponse
Id: fd-health-assessment
Title: "Health assessment"
Description: "The answers of a resident's health assessment, one of the seven-one services, with the form that was used. A region uses its own form; the one published here is an example that works."
* insert About([[健康评估]], [[A12 F1 F10 F13]], [[Hainan implementation plan, effective 2024-01-01: seven-one services, classified and graded service; WS/T 483 part 16, adult health examination]])
* insert Tells([[居民健康评估（“七个一”之一）的答卷及所用问卷。各地可用自己的问卷，本项目发布的问卷可直接使用。]])
* obeys fd-response-1
* extension contains ContractLink named contract 0..1 MS
* extension[contract] insert Means([[The contract under which it was made]], [[所属签约协议]], [[A12]])
* basedOn MS
* basedOn insert Means([[The plan]], [[所属健康管理方案]], [[F1]])
* questionnaire 1..1 MS
* questionnaire insert Means([[The form, with its version]], [[所用问卷及版本]], [[F1]])
* status MS
* status insert Means([[completed when it counts]], [[状态，完成方计入]], [[A12]])
* subject 1..1 MS
* subject only Reference(FDResident)
* subject insert Means([[The resident]], [[被评估居民]], [[F1]])
* encounter MS
* encounter only Reference(FDServiceEncounter)
* encounter insert Means([[The visit]], [[所属服务记录]], [[A12]])
* authored 1..1 MS
* authored insert Means([[When it was filled in]], [[评估时间]], [[A12]])
* author 1..1 MS
* author only Reference(FDFamilyDoctor or FDPractitioner or FDInstitution or FDResident or FDRelatedPerson or PractitionerRole)
* author insert Means([[Who assessed]], [[评估人]], [[A12]])
* source MS
* source insert Means([[Who answered]], [[回答人]], [[A12]])
* item MS
* item insert Means([[Questions and answers]], [[问题与回答]], [[F1 F10]])

Invariant: fd-response-1
Description: "A completed response has answers."
* severity = #error
* expression = "(status = 'completed' or status = 'amended') implies item.exists()"
* insert Says([[已完成的答卷应有回答]], [[A12]])
