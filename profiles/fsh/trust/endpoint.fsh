Profile: FDEndpoint
Parent: Endpoint
Id: fd-endpoint
Title: "Platform endpoint"
Description: "Platform endpoint."
* insert About([[平台接口]], [[A13]], [[]])
