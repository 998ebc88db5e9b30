// The uniform agreement text, before anybody signs it.

Profile: FDAgreementTemplate
Parent: Contract
Id: fd-agreement-template
Title: "Family doctor agreement text"
Description: "The uniform text of a family doctor agreement as an authority or institution publishes it: its clauses, the services, charges and compensation. It has no parties and no contract state; contracts cite it in `instantiatesCanonical`. The forms which the policies name (Hainan attachment 3, the city's annex 1) were not found in public: the example is our own text."
* insert About([[家庭医生签约服务协议文本]], [[D12 D13 D15 D17]], [[a city's 2017 implementation plan; Hainan implementation plan, effective 2024-01-01]])
* insert Tells([[主管部门或机构发布的家庭医生签约服务协议统一文本：条款、服务、收费和补偿。文本没有签约方和业务状态，协议以 instantiatesCanonical 引用。政策所附文本（海南附件3、某市附件1）未见公开，示例文本为本项目自拟。]])
* url 1..1 MS
* url insert Means([[Identity of the text, the same in all its versions]], [[协议文本的标识（各版本相同）]], [[D12]])
* version 1..1 MS
* version insert Means([[Version of the text]], [[版本]], [[D12]])
* status 1..1 MS
* status = #policy
* status insert Means([[Always policy: a text, not a contract]], [[固定为 policy，表示协议文本]], [[D12]])
* issued MS
* issued insert Means([[Day of publication]], [[发布日期]], [[D12]])
* applies MS
* applies insert Means([[When the text may be used]], [[文本适用期间]], [[D12]])
* subject ..0
* subject insert Means([[None: a text has no parties]], [[不填：协议文本没有签约方]], [[D12]])
* authority MS
* authority insert Means([[The authority that fixed the text]], [[制定部门]], [[D12]])
* title 1..1 MS
* title insert Means([[Title]], [[标题]], [[D12]])
* type 1..1 MS
* type = https://family-doctor-fhir.github.io/CodeSystem/contract-kind#template
* type insert Means([[Always template]], [[固定为协议文本]], [[D12]])
* term 1..* MS
* term insert Means([[One per clause]], [[每条款一项]], [[D13]])
* term.type 1..1 MS
* term.type from https://family-doctor-fhir.github.io/ValueSet/agreement-clause (required)
* term.type insert Means([[What the clause speaks of]], [[条款种类]], [[D12 D13 D15]])
* term.offer.topic MS
* term.offer.topic only Reference(FDServicePackage or FDServiceItem)
* term.offer.topic insert Means([[A package or service that is offered]], [[可选服务包或服务项目]], [[D13]])
* term.offer.text 1..1 MS
* term.offer.text insert Means([[The text of the clause]], [[条款正文]], [[D12 D13]])
* signer ..0
* signer insert Means([[None: nobody has signed]], [[不填：尚无人签署]], [[D12]])
* legal MS
* legal insert Means([[The text as a document]], [[协议文本文件]], [[D12]])
