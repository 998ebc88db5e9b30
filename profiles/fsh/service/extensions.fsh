// What capability statements need beside R4.

Extension: Expectation
Id: expectation
Title: "Expectation"
Description: "How strongly a role is asked for a resource type, a profile or an operation: SHALL, SHOULD, MAY or SHOULD-NOT. R4 has the extension capabilitystatement-expectation for interactions and search parameters alone; there that one is used."
* insert About([[要求程度]], [[A1 A2 A3]], [[decision of this project; conformance words of R4]])
* insert Tells([[角色对资源类型、规范或操作的要求程度：SHALL 必须，SHOULD 应当，MAY 可以。R4 的 capabilitystatement-expectation 仅用于交互和查询参数，该处用 R4 的。]])
* insert On(CapabilityStatement.rest.resource)
* insert On(CapabilityStatement.rest.resource.supportedProfile)
* insert On(CapabilityStatement.rest.resource.operation)
* value[x] 1..1
* value[x] only code
* value[x] from http://hl7.org/fhir/ValueSet/conformance-expectation (required)
* value[x] insert Means([[The word]], [[要求程度]], [[A1 A2 A3]])
