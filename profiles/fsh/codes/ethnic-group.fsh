CodeSystem: Gb3304EthnicGroupCS
Id: gb-3304-ethnic-group
Title: "Ethnic group"
Description: "GB/T 3304-1991. Numbers and Chinese names were checked against public sources; the English spellings are recalled, not checked."
* insert Codes([[中国各民族代码]], [[A2]], [[national standard GB/T 3304-1991, data element DE02.01.025.00]], complete)
* insert Tells([[GB/T 3304-1991。数字代码与中文名称已核对；英文拼写凭记忆，未核对。]])
* ^url = "urn:oid:2.16.156.10011.2.3.3.3"
* ^version = "1991"
* insert Term(01, [[汉族]], [[Han]])
* insert Term(02, [[蒙古族]], [[Mongol]])
* insert Term(03, [[回族]], [[Hui]])
* insert Term(04, [[藏族]], [[Tibetan (Zang)]])
* insert Term(05, [[维吾尔族]], [[Uygur]])
* insert Term(06, [[苗族]], [[Miao]])
* insert Term(07, [[彝族]], [[Yi]])
* insert Term(08, [[壮族]], [[Zhuang]])
* insert Term(09, [[布依族]], [[Buyei]])
* insert Term(10, [[朝鲜族]], [[Korean (Chosen)]])
* insert Term(11, [[满族]], [[Manchu (Man)]])
* insert Term(12, [[侗族]], [[Dong]])
* insert Term(13, [[瑶族]], [[Yao]])
* insert Term(14, [[白族]], [[Bai]])
* insert Term(15, [[土家族]], [[Tujia]])
* insert Term(16, [[哈尼族]], [[Hani]])
* insert Term(17, [[哈萨克族]], [[Kazak]])
* insert Term(18, [[傣族]], [[Dai]])
* insert Term(19, [[黎族]], [[Li]])
* insert Term(20, [[傈僳族]], [[Lisu]])
* insert Term(21, [[佤族]], [[Va]])
* insert Term(22, [[畲族]], [[She]])
* insert Term(23, [[高山族]], [[Gaoshan]])
* insert Term(24, [[拉祜族]], [[Lahu]])
* insert Term(25, [[水族]], [[Sui]])
* insert Term(26, [[东乡族]], [[Dongxiang]])
* insert Term(27, [[纳西族]], [[Naxi]])
* insert Term(28, [[景颇族]], [[Jingpo]])
* insert Term(29, [[柯尔克孜族]], [[Kirgiz]])
* insert Term(30, [[土族]], [[Tu]])
* insert Term(31, [[达斡尔族]], [[Daur]])
* insert Term(32, [[仫佬族]], [[Mulao]])
* insert Term(33, [[羌族]], [[Qiang]])
* insert Term(34, [[布朗族]], [[Blang]])
* insert Term(35, [[撒拉族]], [[Salar]])
* insert Term(36, [[毛南族]], [[Maonan]])
* insert Term(37, [[仡佬族]], [[Gelao]])
* insert Term(38, [[锡伯族]], [[Xibe]])
* insert Term(39, [[阿昌族]], [[Achang]])
* insert Term(40, [[普米族]], [[Pumi]])
* insert Term(41, [[塔吉克族]], [[Tajik]])
* insert Term(42, [[怒族]], [[Nu]])
* insert Term(43, [[乌孜别克族]], [[Uzbek]])
* insert Term(44, [[俄罗斯族]], [[Russian (Russ)]])
* insert Term(45, [[鄂温克族]], [[Ewenki]])
* insert Term(46, [[德昂族]], [[Deang]])
* insert Term(47, [[保安族]], [[Bonan]])
* insert Term(48, [[裕固族]], [[Yugur]])
* insert Term(49, [[京族]], [[Gin]])
* insert Term(50, [[塔塔尔族]], [[Tatar]])
* insert Term(51, [[独龙族]], [[Derung]])
* insert Term(52, [[鄂伦春族]], [[Oroqen]])
* insert Term(53, [[赫哲族]], [[Hezhen]])
* insert Term(54, [[门巴族]], [[Monba]])
* insert Term(55, [[珞巴族]], [[Lhoba]])
* insert Term(56, [[基诺族]], [[Jino]])

CodeSystem: EthnicGroupExtraCS
Id: ethnic-group-extra
Title: "Ethnic group: regional additions"
Description: "Codes that one province adds to GB/T 3304 (97, 98, 99). Another system writes 99 for other: map per source."
* insert Codes([[民族代码地方补充]], [[A2]], [[provincial health information data set 2023]], complete)
* insert Tells([[某省对 GB/T 3304 的补充（97、98、99）。另有系统以 99 表示“其他”，须按来源转换。]])
* insert Term(97, [[其他]], [[Other]])
* insert Term(98, [[外籍人士]], [[Foreign national]])
* insert Term(99, [[不详]], [[Unknown]])

ValueSet: EthnicGroupVS
Id: ethnic-group
Title: "Ethnic group"
Description: "The 56 groups of GB/T 3304 and the additions of regions."
* insert AboutSet([[民族]], [[A2]], [[national standard GB/T 3304-1991]])
* insert Tells([[GB/T 3304 的 56 个民族，以及各地增补的代码。]])
* include codes from system Gb3304EthnicGroupCS
* include codes from system EthnicGroupExtraCS
