Profile: FDSatisfaction
Parent: QuestionnaireResponse
Id: fd-satisfaction
Title: "Satisfaction survey"
Description: "What a covered resident says of the services, online or when phoned: how satisfied they are, and whether the contract is real. Forms differ by region; two answers are told by their linkId everywhere, since indicators are made of them."
* insert About([[满意度调查]], [[D18 I2 I3 I4 I9 A12]], [[a city's 2017 implementation plan: random telephone checks of authenticity and satisfaction; Hainan implementation plan, effective 2024-01-01]])
* insert Tells([[签约居民在线或接受电话回访时对服务的评价：满意度和签约真实性。各地问卷可不同，但这两个问题的linkId统一，供指标计算。]])
* obeys fd-satisfaction-1
* extension contains ContractLink named contract 1..1 MS
* extension[contract] insert Means([[The contract that is judged]], [[被评价的签约协议]], [[D18 I3]])
* questionnaire 1..1 MS
* questionnaire insert Means([[The form, with its version]], [[所用问卷及版本]], [[I3]])
* status MS
* status insert Means([[completed when it counts]], [[状态，完成方计入]], [[I3]])
* subject 1..1 MS
* subject only Reference(FDResident)
* subject insert Means([[The covered resident]], [[签约居民]], [[D18 I3]])
* authored 1..1 MS
* authored insert Means([[When]], [[调查时间]], [[D18]])
* author MS
* author insert Means([[Who asked]], [[调查人]], [[D18]])
* source MS
* source only Reference(FDResident or FDRelatedPerson)
* source insert Means([[Who answered]], [[回答人]], [[D18]])
* item MS
* item insert Means([[Questions and answers]], [[问题与回答]], [[D18 I3]])
* item ^slicing.discriminator.type = #value
* item ^slicing.discriminator.path = "linkId"
* item ^slicing.rules = #open
* item contains satisfaction 0..1 MS and authenticity 0..1 MS
* item[satisfaction] insert Means([[How satisfied on the whole]], [[总体满意度]], [[I2 I3 I4]])
* item[satisfaction].linkId = "satisfaction" (exactly)
* item[satisfaction].linkId insert Means([[Always satisfaction]], [[固定为satisfaction]], [[I3 D18]])
* item[satisfaction].answer 0..1 MS
* item[satisfaction].answer insert Means([[The answer; absent where none was given]], [[回答，未答则缺]], [[I3]])
* item[satisfaction].answer.value[x] 1..1 MS
* item[satisfaction].answer.value[x] only Coding
* item[satisfaction].answer.value[x] from https://family-doctor-fhir.github.io/ValueSet/satisfaction-level (required)
* item[satisfaction].answer.value[x] insert Means([[One of five degrees]], [[五级满意度之一]], [[I2]])
* item[authenticity] insert Means([[Whether the contract is real]], [[签约是否真实]], [[D18]])
* item[authenticity].linkId = "authenticity" (exactly)
* item[authenticity].linkId insert Means([[Always authenticity]], [[固定为authenticity]], [[I3 D18]])
* item[authenticity].answer 0..1 MS
* item[authenticity].answer insert Means([[The answer; absent where none was given]], [[回答，未答则缺]], [[D18]])
* item[authenticity].answer.value[x] 1..1 MS
* item[authenticity].answer.value[x] only Coding
* item[authenticity].answer.value[x] from https://family-doctor-fhir.github.io/ValueSet/contract-authenticity (required)
* item[authenticity].answer.value[x] insert Means([[Confirmed, denied or unsure]], [[确认、否认或说不清]], [[D18]])

Invariant: fd-satisfaction-1
Description: "A completed survey answers at least one of the two questions that count."
* severity = #error
* expression = "(status = 'completed' or status = 'amended') implies item.where((linkId = 'satisfaction' or linkId = 'authenticity') and answer.exists()).exists()"
* insert Says([[已完成的调查至少回答满意度或真实性问题之一]], [[D18 I3]])
