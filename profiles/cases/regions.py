"""What sets the case of one region apart; all other differences are the policy's."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """An institution: name, class of WS 218, level of referrals, 8 characters of its code."""

    key: str
    name: str
    kind: str
    level: str
    code: str


@dataclass(frozen=True, slots=True)
class Member:
    """Who works in a role of team-role: family name, sex, licence, title, where."""

    role: str
    family: str
    gender: str
    licence: str
    title: str
    place: str


@dataclass(frozen=True, slots=True)
class Region:
    """The case of a policy.

    `places` come in the order of the way up; `signs` is the one that signs. The members of the team
    begin with its lead and who visits. `shared` and `personal` are published packages by their ids:
    what everybody takes, and what the chronic patient takes on top. `years` is the length of the
    term, `number` tells the residents of the cases apart.
    """

    number: int
    years: int
    places: tuple[Place, ...]
    signs: str
    team: str
    members: tuple[Member, ...]
    shared: tuple[str, ...]
    personal: tuple[str, ...] = ()


CENTRE = Place("health-centre", "示例社区卫生服务中心", "B100", "township", "MA0000A1")
HOSPITAL = Place("county-hospital", "示例县人民医院", "A100", "secondary", "MA0000B2")
TOWNSHIP = Place("township-centre", "示例镇中心卫生院", "C210", "township", "MA0000D4")
VILLAGE = Place("village-clinic", "示例村卫生室", "D600", "village", "MA0000E5")

GP = Member("gp", "陈", "male", "physician-practice", "intermediate", "health-centre")
NURSE = Member("community-nurse", "林", "female", "nurse-practice", "junior", "health-centre")
PUBLIC_HEALTH = Member(
    "public-health-physician", "黄", "female", "physician-practice", "junior", "health-centre"
)
SPECIALIST = Member(
    "specialist", "吴", "male", "physician-practice", "associate-senior", "county-hospital"
)
CLINICIAN = Member(
    "township-clinician", "周", "male", "physician-practice", "intermediate", "township-centre"
)
RURAL = Member("rural-doctor", "王", "male", "rural-doctor-practice", "none", "village-clinic")

REGIONS = {
    "shenzhen-2017": Region(
        number=1,
        years=1,
        places=(CENTRE, HOSPITAL),
        signs="health-centre",
        team="示例社区陈示例家庭医生团队",
        members=(GP, NURSE),
        shared=("shenzhen-basic-1",),
    ),
    "city-2017": Region(
        number=2,
        years=1,
        places=(VILLAGE, TOWNSHIP, HOSPITAL),
        signs="township-centre",
        team="示例村家庭医生团队",
        members=(CLINICIAN, RURAL),
        shared=(
            "city-2017-basic-1",
            "city-2017-treatment-discount-1",
            "city-2017-health-management-1",
        ),
    ),
    "national-2022": Region(
        number=3,
        years=1,
        places=(CENTRE, HOSPITAL),
        signs="health-centre",
        team="示例社区陈示例家庭医生团队",
        members=(GP, NURSE, PUBLIC_HEALTH),
        shared=("national-basic-1",),
    ),
    "hainan-2024": Region(
        number=0,
        years=2,
        places=(CENTRE, HOSPITAL),
        signs="health-centre",
        team="示例社区陈示例家庭医生团队",
        members=(GP, NURSE, PUBLIC_HEALTH),
        shared=("hainan-basic-1",),
        personal=("hainan-hypertension-diabetes-2",),
    ),
}
