Profile: FDCommunityMembers
Parent: Group
Id: fd-community-members
Title: "Members of a functional community"
Description: "Members of a functional community."
* insert About([[功能社区成员]], [[A13]], [[]])
