Profile: FDAuditEvent
Parent: AuditEvent
Id: fd-audit-event
Title: "Audit event"
Description: "Audit event."
* insert About([[审计事件]], [[A13]], [[]])
