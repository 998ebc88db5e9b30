CodeSystem: GbT2260DivisionCS
Id: gb-t-2260-division
Title: "Administrative division"
Description: "GB/T 2260-2007: the provinces, checked, and the cities and counties that the examples use, recalled. A fragment: all six-digit codes of the standard, and codes of nine or twelve digits for township and village, are codes of this system too. Its OID is not known to us."
* insert Codes([[行政区划代码]], [[B10 D1]], [[national standard GB/T 2260-2007; townships GB/T 10114]], fragment)
* insert Tells([[GB/T 2260-2007：省级代码已核对，示例所用市县代码凭记忆。此为片段：标准的全部六位代码，以及乡镇（九位）、村（十二位）代码均属本系统。其 OID 不详。]])
* ^version = "2007"
* ^hierarchyMeaning = #part-of
* insert Term(110000, [[北京市]], [[Beijing]])
* insert Term(120000, [[天津市]], [[Tianjin]])
* insert Term(130000, [[河北省]], [[Hebei]])
* insert Term(140000, [[山西省]], [[Shanxi]])
* insert Term(150000, [[内蒙古自治区]], [[Inner Mongolia]])
* insert Term(210000, [[辽宁省]], [[Liaoning]])
* insert Term(220000, [[吉林省]], [[Jilin]])
* insert Term(230000, [[黑龙江省]], [[Heilongjiang]])
* insert Term(310000, [[上海市]], [[Shanghai]])
* insert Term(320000, [[江苏省]], [[Jiangsu]])
* insert Term(330000, [[浙江省]], [[Zhejiang]])
* insert Term(340000, [[安徽省]], [[Anhui]])
* insert Term(350000, [[福建省]], [[Fujian]])
* insert Term(360000, [[江西省]], [[Jiangxi]])
* insert Term(370000, [[山东省]], [[Shandong]])
* insert Term(410000, [[河南省]], [[Henan]])
* insert Term(420000, [[湖北省]], [[Hubei]])
* insert Term(430000, [[湖南省]], [[Hunan]])
* insert Term(440000, [[广东省]], [[Guangdong]])
* insert Term(440000 #440300, [[深圳市]], [[Shenzhen]])
* insert Term(440000 #440300 #440304, [[福田区]], [[Futian]])
* insert Term(440000 #440300 #440309, [[龙华区]], [[Longhua]])
* insert Term(450000, [[广西壮族自治区]], [[Guangxi]])
* insert Term(460000, [[海南省]], [[Hainan]])
* insert Term(460000 #460100, [[海口市]], [[Haikou]])
* insert Term(460000 #460200, [[三亚市]], [[Sanya]])
* insert Term(460000 #460300, [[三沙市]], [[Sansha]])
* insert Term(460000 #460400, [[儋州市]], [[Danzhou]])
* insert Term(460000 #469001, [[五指山市]], [[Wuzhishan]])
* insert Term(460000 #469002, [[琼海市]], [[Qionghai]])
* insert Term(460000 #469005, [[文昌市]], [[Wenchang]])
* insert Term(460000 #469006, [[万宁市]], [[Wanning]])
* insert Term(460000 #469007, [[东方市]], [[Dongfang]])
* insert Term(500000, [[重庆市]], [[Chongqing]])
* insert Term(510000, [[四川省]], [[Sichuan]])
* insert Term(520000, [[贵州省]], [[Guizhou]])
* insert Term(530000, [[云南省]], [[Yunnan]])
* insert Term(540000, [[西藏自治区]], [[Tibet]])
* insert Term(610000, [[陕西省]], [[Shaanxi]])
* insert Term(620000, [[甘肃省]], [[Gansu]])
* insert Term(630000, [[青海省]], [[Qinghai]])
* insert Term(640000, [[宁夏回族自治区]], [[Ningxia]])
* insert Term(650000, [[新疆维吾尔自治区]], [[Xinjiang]])
* insert Term(710000, [[台湾省]], [[Taiwan]])
* insert Term(810000, [[香港特别行政区]], [[Hong Kong]])
* insert Term(820000, [[澳门特别行政区]], [[Macao]])

ValueSet: DivisionVS
Id: division
Title: "Administrative division"
Description: "All codes of the code system gb-t-2260-division."
* insert AboutSet([[行政区划]], [[B10 D1]], [[national standard GB/T 2260-2007; townships GB/T 10114]])
* insert Tells([[代码系统 gb-t-2260-division 的全部代码。]])
* include codes from system GbT2260DivisionCS
