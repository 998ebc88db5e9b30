Profile: FDFollowUpTask
Parent: Task
Id: fd-follow-up-task
Title: "Follow-up after a referral"
Description: "Follow-up after a referral."
* insert About([[转诊后随访任务]], [[A13]], [[]])
