Profile: FDCareEpisode
Parent: EpisodeOfCare
Id: fd-care-episode
Title: "Care episode under a contract"
Description: "Care episode under a contract."
* insert About([[签约服务期]], [[A13]], [[]])
