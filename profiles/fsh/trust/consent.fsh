Profile: FDConsent
Parent: Consent
Id: fd-consent
Title: "Consent to share data"
Description: "Consent to share data."
* insert About([[数据共享同意]], [[A13]], [[]])
