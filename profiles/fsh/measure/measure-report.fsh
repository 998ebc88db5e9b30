Profile: FDMeasureReport
Parent: MeasureReport
Id: fd-measure-report
Title: "Indicator report"
Description: "Indicator report."
* insert About([[指标报告]], [[A13]], [[]])
