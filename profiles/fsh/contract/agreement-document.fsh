Profile: FDAgreementDocument
Parent: DocumentReference
Id: fd-agreement-document
Title: "Agreement or cancellation document"
Description: "Agreement or cancellation document."
* insert About([[协议与解约文件]], [[A13]], [[]])
