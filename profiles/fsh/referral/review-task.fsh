Profile: FDReviewTask
Parent: Task
Id: fd-review-task
Title: "Review of a referral"
Description: "Review of a referral."
* insert About([[转诊审核任务]], [[A13]], [[]])
