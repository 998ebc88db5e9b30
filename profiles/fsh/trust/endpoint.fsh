// Where a platform is reached, and whether it is tried out or in use.

Profile: FDEndpoint
Parent: Endpoint
Id: fd-endpoint
Title: "Platform endpoint"
Description: """
One door of a platform or hospital: which platform, who runs it, how it is spoken to, what goes through it, and whether it is off, on trial or in formal use. A platform with several doors has several endpoints.

- `status` is the mode of use: `active` formal, `test` on trial (nothing that passes counts), `off` not used, `suspended` paused.
- No secret stands here: keys, passwords and tokens belong to the configuration, not to a resource that others may read. Windows, deadlines and rates are configuration as well.
"""
* insert About([[平台接口]], [[A1 A2 A3 A5 A6 A7 A8 A9]], [[proposals on three platforms; Hainan implementation plan, effective 2024-01-01; modes of use are decisions of this project]])
* insert Tells([[平台或医院的一个接口：属于哪个平台、由谁运营、如何连接、传输什么内容，以及停用、试运行或正式运行。一个平台有多个接口的，各建一条。status 即运行方式：active 正式运行，test 试运行（不计入统计），off 停用，suspended 暂停。密钥、口令、令牌以及传输时段、期限、速率属于配置，不写入资源。]])
* obeys fd-endpoint-1
* extension contains PlatformKind named platform 1..1 MS
* extension[platform] insert Means([[Which platform it belongs to]], [[所属平台]], [[A1 A2 A3 A5 A6 A7 A8 A9]])
* identifier MS
* identifier insert Means([[Number the platform gave to this door or to its user]], [[平台分配的接口或接入编号]], [[A1 A2 A3]])
* status MS
* status insert Means([[active: formal use; test: on trial, never counted; off: not used; suspended: paused]], [[运行方式：active 正式，test 试运行（不计入统计），off 停用，suspended 暂停]], [[A1 A2 A3]])
* connectionType MS
* connectionType from https://family-doctor-fhir.github.io/ValueSet/connection-kind (extensible)
* connectionType insert Means([[How it is spoken to; where R4 has no code, one of connection-kind]], [[连接方式；R4 无相应代码时用 connection-kind]], [[A1 A2 A3 A7 A9]])
* connectionType ^comment = "R4 binds this element extensibly. SOAP services, other HTTP interfaces, middle tables and files have no code there, so the code system connection-kind has them; a validator may then ask whether no code of R4 fits."
* insert Translated(connectionType ^comment, zh, [[R4 为可扩展绑定（extensible），其中没有 SOAP 服务、其他 HTTP 接口、中间表和文件的代码，由代码系统 connection-kind 补充；校验工具可能因此提示是否另有合适代码，属正常。]])
* name 1..1 MS
* name insert Means([[Name of the door]], [[接口名称]], [[A1 A2 A3]])
* managingOrganization 1..1 MS
* managingOrganization only Reference(Organization)
* managingOrganization insert Means([[Who runs it]], [[运营单位]], [[A1 A2 A3 A5 A6 A7 A8]])
* contact MS
* contact insert Means([[Whom to call when it fails]], [[故障联系人]], [[A4]])
* period MS
* period insert Means([[When it is, or was, in use]], [[启用期间]], [[A4]])
* payloadType MS
* payloadType insert Means([[What goes through it]], [[传输内容]], [[A1 A2 A3]])
* payloadMimeType MS
* payloadMimeType insert Means([[In which format]], [[数据格式]], [[A1 A2 A3]])
* address MS
* address insert Means([[Where it is, without any secret]], [[接口地址，不含口令或令牌]], [[A1 A2 A3]])
* header 0..0
* header insert Means([[None: headers carry secrets]], [[不填：请求头常含密钥]], [[A4]])

Invariant: fd-endpoint-1
Description: "The address carries no user name, password, key or token."
Severity: #error
Expression: "address.matches('^[^/?#]*//[^/?#]*@').not() and address.lower().matches('[?&#](password|passwd|pwd|secret|token|access_token|apikey|api_key|appsecret|sign|key)=').not()"
* insert Says([[接口地址不得包含用户名、口令、密钥或令牌]], [[A4]])

Extension: PlatformKind
Id: platform
Title: "Platform"
Description: "Which of the systems that this service exchanges data with."
* insert About([[平台]], [[A1 A2 A3 A5 A6 A7 A8 A9]], [[proposals on three platforms; Hainan implementation plan, effective 2024-01-01]])
* insert Tells([[与本服务交换数据的哪个平台。]])
* insert On(Endpoint)
* insert On(Organization)
* value[x] 1..1
* value[x] only code
* value[x] from https://family-doctor-fhir.github.io/ValueSet/platform (required)
* value[x] insert Means([[The platform]], [[平台类别]], [[A1 A2 A3]])
