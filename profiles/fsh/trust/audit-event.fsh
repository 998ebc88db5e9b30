// Who looked at, changed or passed on what.

Profile: FDAuditEvent
Parent: AuditEvent
Id: fd-audit-event
Title: "Audit event"
Description: """
One access: a read, search, change, operation, login, reveal of masked data or delivery to a platform, also when it was refused. The shape is that of the basic audit patterns of IHE for REST: client, server and user as agents; the resident, the data, the search and the request as entities.

- Every refused or failed access says why.
- A search stands in `entity.query`, encoded, as it was sent; nothing else of the content is copied here.
- Whose data were touched stands in the entity `patient`, so that a resident can be told who looked.
"""
* insert About([[审计事件]], [[A3 A4 A9 I8]], [[proposals on three platforms: control of the whole process, supervision; keeping network logs at least six months (recalled, not checked); pattern of IHE basic audit log for REST]])
* insert Tells([[一次访问：读取、查询、修改、操作、登录、显示脱敏数据或向平台传送，被拒绝的也记录。形式依 IHE 的 REST 基本审计：客户端、服务器、用户为 agent，居民、数据、查询、请求为 entity。被拒绝或失败的须写明原因；查询按原样编码写入 entity.query，不复制其他内容；涉及的居民写入 patient 项，便于告知居民谁查阅过。]])
* obeys fd-audit-event-1 and fd-audit-event-2
* type MS
* type insert Means([[Kind of event: rest, login, export …]], [[事件类别]], [[A4]])
* subtype MS
* subtype insert Means([[The interaction or operation]], [[交互或操作]], [[A4]])
* action MS
* action insert Means([[Create, read, update, delete or execute]], [[动作（增、查、改、删、执行）]], [[A4]])
* period MS
* period insert Means([[When it happened]], [[发生时间]], [[A4]])
* recorded MS
* recorded insert Means([[When it was recorded]], [[记录时间]], [[A4]])
* outcome 1..1 MS
* outcome insert Means([[0 done, 4 refused, 8 or 12 failed]], [[结果：0 成功，4 拒绝，8、12 失败]], [[A4]])
* outcomeDesc MS
* outcomeDesc insert Means([[Why it was refused or failed]], [[拒绝或失败原因]], [[A4]])
* purposeOfEvent MS
* purposeOfEvent insert Means([[For what; required by the server to reveal masked data]], [[目的，显示脱敏数据时服务器要求填写]], [[A4 A6]])
* agent MS
* agent ^slicing.discriminator.type = #pattern
* agent ^slicing.discriminator.path = "type"
* agent ^slicing.rules = #open
* agent ^slicing.description = "By the part it plays"
* agent insert Means([[Who took part]], [[参与者]], [[A4]])
* agent.requestor MS
* agent.requestor insert Means([[Whether this one asked for it]], [[是否发起者]], [[A4]])
* agent.policy MS
* agent.policy insert Means([[Token or policy under which it was allowed]], [[授权令牌或策略标识]], [[A9]])
* agent contains client 0..1 MS and server 0..1 MS and user 0..* MS
* insert AuditAgent(client, http://dicom.nema.org/resources/ontology/DCM#110153, [[System that asked]], [[发起方系统]])
* insert AuditAgent(server, http://dicom.nema.org/resources/ontology/DCM#110152, [[System that answered]], [[响应方系统]])
* insert AuditAgent(user, http://terminology.hl7.org/CodeSystem/v3-ParticipationType#IRCP, [[Person who asked]], [[发起用户]])
* agent[user].who 1..1
* agent[user].who only Reference(FDFamilyDoctor or FDPractitioner or PractitionerRole or FDResident or FDRelatedPerson)
* agent[user].purposeOfUse MS
* agent[user].purposeOfUse insert Means([[Purpose that the user gave]], [[用户声明的目的]], [[A6]])
* source MS
* source.site MS
* source.site insert Means([[Which server process or site]], [[所在站点或进程]], [[A4]])
* source insert Means([[Who recorded it]], [[记录方]], [[A4]])
* source.observer MS
* source.observer only Reference(Device or FDInstitution or Organization)
* source.observer insert Means([[The system that recorded it]], [[记录系统]], [[A4]])
* entity MS
* entity ^slicing.discriminator.type = #pattern
* entity ^slicing.discriminator.path = "role"
* entity ^slicing.rules = #open
* entity ^slicing.description = "By the part it plays"
* entity insert Means([[What was touched]], [[涉及对象]], [[A4]])
* entity contains patient 0..* MS and data 0..* MS and query 0..1 MS
* entity[patient].role = http://terminology.hl7.org/CodeSystem/object-role#1
* entity[patient].role insert Means([[Always 1, patient]], [[固定为 1（居民）]], [[A4]])
* entity[patient].what 1..1 MS
* entity[patient].what only Reference(FDResident)
* entity[patient].what insert Means([[The resident]], [[居民]], [[A4 A9]])
* entity[patient] insert Means([[Whose data]], [[涉及的居民]], [[A4 A9]])
* entity[data].role = http://terminology.hl7.org/CodeSystem/object-role#4
* entity[data].role insert Means([[Always 4, domain resource]], [[固定为 4（资源）]], [[A4]])
* entity[data].what 1..1 MS
* entity[data].what insert Means([[The resource, with its version]], [[资源及版本]], [[A4]])
* entity[data] insert Means([[Which resource]], [[涉及的资源]], [[A4]])
* entity[query].role = http://terminology.hl7.org/CodeSystem/object-role#24
* entity[query].role insert Means([[Always 24, query]], [[固定为 24（查询）]], [[A4]])
* entity[query].query 1..1 MS
* entity[query].query insert Means([[The request as it was sent, encoded]], [[查询原文（编码）]], [[A4]])
* entity[query] insert Means([[The search]], [[查询]], [[A4]])

// An agent told by its type.
RuleSet: AuditAgent(slice, type, english, chinese)
* agent[{slice}].type 1..1
* agent[{slice}].type = {type}
* agent[{slice}].type insert Means([[The part it plays, fixed]], [[参与方式，固定值]], [[A4]])
* agent[{slice}].who MS
* agent[{slice}].who insert Means([[Who]], [[标识]], [[A4]])
* agent[{slice}] insert Means([[{english}]], [[{chinese}]], [[A4 A9]])

Invariant: fd-audit-event-1
Description: "Somebody asked for it: an agent is the requestor."
Severity: #error
Expression: "agent.where(requestor = true).exists()"
* insert Says([[应有发起者]], [[A4]])

Invariant: fd-audit-event-2
Description: "What was refused or failed says why."
Severity: #error
Expression: "outcome.empty() or outcome = '0' or outcomeDesc.exists()"
* insert Says([[被拒绝或失败的应写明原因]], [[A4]])
