Profile: FDAccount
Parent: Account
Id: fd-account
Title: "Account"
Description: "Account."
* insert About([[账户]], [[A13]], [[]])
