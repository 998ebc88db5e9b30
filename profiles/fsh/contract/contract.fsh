Profile: FDContract
Parent: Contract
Id: fd-contract
Title: "Family doctor contract"
Description: "Family doctor contract."
* insert About([[家庭医生签约协议]], [[A13]], [[]])
