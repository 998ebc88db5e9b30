// The papers around a contract.

Profile: FDAgreementDocument
Parent: DocumentReference
Id: fd-agreement-document
Title: "Agreement or cancellation document"
Description: "A paper of a contract: the signed agreement, a supplement, the household register or residence permit, the letter of cancellation, the confirmation of an end for breach, other evidence. Contracts cite the signed agreement in `legallyBinding`, the copies handed out in `legal`, all other papers in `supportingInfo`. For a letter of cancellation the day on which the institution received it decides when the contract ends."
* insert About([[协议与解约文件]], [[A10 D2 D10 D11 D12 D14 D15 D16 D18 E15 F1]], [[a city's 2017 implementation plan; Shenzhen family-doctor service measures (2017 figures); Hainan implementation plan, effective 2024-01-01]])
* insert Tells([[协议的有关文件：已签协议、补充协议、户口簿或居住证、解约书、违约解约确认书及其他材料。已签协议由 legallyBinding 引用，交付的文本由 legal 引用，其他由 supportingInfo 引用。解约书的机构收到日期决定协议何时终止。]])
* obeys fd-agreement-document-1 and fd-agreement-document-2
* extension contains
    ReceivedOn named receivedOn 0..1 MS and
    RequestedEnd named requestedEnd 0..1 MS
* extension[receivedOn] insert Means([[Day on which the institution received it]], [[机构收到日期]], [[D10]])
* extension[requestedEnd] insert Means([[Last day that a letter of cancellation asks for, if later]], [[解约书要求的终止日（晚于收到日时）]], [[D10]])
* identifier MS
* identifier insert Means([[Number of the paper]], [[文件编号]], [[D15]])
* status MS
* status insert Means([[Current; superseded by a later paper; entered-in-error]], [[现行、被替代或录入错误]], [[D15]])
* docStatus MS
* docStatus insert Means([[Final once signed]], [[签署后为 final]], [[D16]])
* type 1..1 MS
* type from https://family-doctor-fhir.github.io/ValueSet/document-kind (required)
* type insert Means([[Which paper]], [[文件类别]], [[D2 D10 D11 D14 D15]])
* subject MS
* subject only Reference(FDResident or FDHousehold or FDCommunityMembers)
* subject insert Means([[Whom it concerns]], [[所涉居民、家庭或功能社区成员]], [[D2 D10]])
* date MS
* date insert Means([[When it was recorded here]], [[登记时间]], [[D18]])
* author MS
* author only Reference(FDResident or FDRelatedPerson or FDFamilyDoctor or FDPractitioner or Organization)
* author insert Means([[Who wrote it]], [[出具人]], [[D10]])
* authenticator MS
* authenticator only Reference(FDFamilyDoctor or FDPractitioner or FDInstitution)
* authenticator insert Means([[Who received or checked it for the institution]], [[机构经办人或核验人]], [[D10 D18]])
* custodian MS
* custodian only Reference(FDInstitution)
* custodian insert Means([[The institution that keeps it]], [[保管机构]], [[D15]])
* relatesTo MS
* relatesTo insert Means([[Which paper it replaces, or of which it is a copy (transforms) or a part (appends)]], [[与其他文件的关系，如替代]], [[D14]])
* securityLabel MS
* securityLabel insert Means([[Who may see it: registers and permits carry identity numbers]], [[保密标签：户口簿、居住证含证件号码]], [[D2]])
* content.attachment MS
* content.attachment insert Means([[The file; for a paper that was not scanned its title alone]], [[文件；未扫描的纸质件只写标题]], [[D15 D16]])
* content.attachment.contentType MS
* content.attachment.contentType insert Means([[Kind of file]], [[文件格式]], [[D16]])
* content.attachment.url MS
* content.attachment.url insert Means([[Where the file is]], [[文件地址]], [[D16]])
* content.attachment.hash MS
* content.attachment.hash insert Means([[Digest of the file, to see a change]], [[文件摘要，用于发现改动]], [[D16 D18]])
* content.attachment.title MS
* content.attachment.title insert Means([[Title]], [[标题]], [[D15]])
* context.related MS
* context.related insert Means([[The contract it belongs to]], [[所属协议]], [[D15]])

Invariant: fd-agreement-document-1
Description: "A letter of cancellation says whom it concerns and when the institution received it."
Severity: #error
Expression: "type.coding.where(system = 'https://family-doctor-fhir.github.io/CodeSystem/document-kind' and code = 'cancellation').exists() implies (subject.exists() and extension('https://family-doctor-fhir.github.io/StructureDefinition/received-on').exists())"
* insert Says([[解约书须写明所涉居民或家庭及机构收到日期]], [[D10]])

Invariant: fd-agreement-document-2
Description: "A letter of cancellation asks for an end not before the day on which it was received."
Severity: #error
Expression: "extension('https://family-doctor-fhir.github.io/StructureDefinition/requested-end').value.all(%context.extension('https://family-doctor-fhir.github.io/StructureDefinition/received-on').value <= $this)"
* insert Says([[解约书要求的终止日不得早于收到日期]], [[D10]])

Extension: ReceivedOn
Id: received-on
Title: "Received on"
Description: "The day on which the institution received a paper. For a letter of cancellation it is the last day of the contract, unless the letter asks for a later one."
* insert About([[收到日期]], [[D10]], [[Shenzhen family-doctor service measures (2017 figures); that receipt decides the day is a decision of this project]])
* insert Tells([[机构收到文件的日期。对解约书而言，即协议最后一日，解约书要求更晚日期的除外。]])
* insert On(DocumentReference)
* value[x] 1..1
* value[x] only date
* value[x] insert Means([[The day]], [[日期]], [[D10]])

Extension: RequestedEnd
Id: requested-end
Title: "Requested end"
Description: "The last day of the contract that a letter of cancellation asks for, where it is not the day of receipt."
* insert About([[要求的终止日]], [[D10]], [[Shenzhen family-doctor service measures (2017 figures)]])
* insert Tells([[解约书要求的协议最后一日，与收到日期不同时填写。]])
* insert On(DocumentReference)
* value[x] 1..1
* value[x] only date
* value[x] insert Means([[The day]], [[日期]], [[D10]])
