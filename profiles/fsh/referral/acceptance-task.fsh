Profile: FDAcceptanceTask
Parent: Task
Id: fd-acceptance-task
Title: "Acceptance of a referral"
Description: "Acceptance of a referral."
* insert About([[转诊接收任务]], [[A13]], [[]])
