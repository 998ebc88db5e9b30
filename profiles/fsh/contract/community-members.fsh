// Those for whom a functional community signs.

Profile: FDCommunityMembers
Parent: Group
Id: fd-community-members
Title: "Members of a functional community"
Description: "Those who belong to a functional community: staff, pupils, residents of a nursing home. A contract of the community names this group and the community itself as subjects, and with them every resident whom it covers."
* insert About([[功能社区成员]], [[D3 E11 F12]], [[Hainan implementation plan, effective 2024-01-01]])
* insert Tells([[功能社区的成员：职工、学生、入住老人等。功能社区的协议以该单位及本成员组为主体，并列出其涵盖的每位居民。]])
* obeys fd-community-members-1
* active MS
* active insert Means([[Whether the list is in use]], [[是否在用]], [[D3]])
* type = #person
* type insert Means([[Always person]], [[固定为 person]], [[D3]])
* actual = true
* actual insert Means([[Always true: these very people]], [[固定为 true，指实际成员]], [[D3]])
* code 1..1 MS
* code = https://family-doctor-fhir.github.io/CodeSystem/group-kind#community-members
* code insert Means([[Always members of a functional community]], [[固定为功能社区成员]], [[D3]])
* name MS
* name insert Means([[Name of the list]], [[名称]], [[D3]])
* quantity MS
* quantity insert Means([[Number of members agreed; it may exceed those who are named]], [[约定人数，可多于已列名成员]], [[D3 E11]])
* managingEntity 1..1 MS
* managingEntity only Reference(FDFunctionalCommunity)
* managingEntity insert Means([[The functional community]], [[所属功能社区]], [[D3]])
* member MS
* member insert Means([[Members who are named]], [[已列名成员]], [[D3]])
* member.entity MS
* member.entity only Reference(FDResident)
* member.entity insert Means([[The resident]], [[居民]], [[D3]])
* member.period MS
* member.period insert Means([[Since when, until when]], [[加入与离开日期]], [[D3]])
* member.inactive MS
* member.inactive insert Means([[True for one who has left]], [[已离开者为 true]], [[D3]])

Invariant: fd-community-members-1
Description: "A resident is a present member once."
Severity: #error
Expression: "member.where(inactive.empty() or inactive = false).entity.reference.isDistinct()"
* insert Says([[同一居民在名单中只列一次]], [[D3]])
