Profile: FDFunctionalCommunity
Parent: Organization
Id: fd-functional-community
Title: "Functional community"
Description: "Functional community."
* insert About([[功能社区]], [[A13]], [[]])
