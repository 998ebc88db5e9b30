Profile: FDMeasure
Parent: Measure
Id: fd-measure
Title: "Indicator"
Description: "Indicator."
* insert About([[指标]], [[A13]], [[]])
