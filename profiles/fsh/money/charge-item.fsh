Profile: FDChargeItem
Parent: ChargeItem
Id: fd-charge-item
Title: "Charge item"
Description: "Charge item."
* insert About([[收费项目]], [[A13]], [[]])
