Profile: FDReleasedSlot
Parent: Slot
Id: fd-released-slot
Title: "Released slot"
Description: "Released slot."
* insert About([[下沉号源]], [[A13]], [[]])
