Profile: FDInvoice
Parent: Invoice
Id: fd-invoice
Title: "Invoice and settlement"
Description: "Invoice and settlement."
* insert About([[费用结算]], [[A13]], [[]])
