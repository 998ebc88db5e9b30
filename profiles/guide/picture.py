"""The picture of how the resources hang together: an SVG from a table of boxes and arrows."""

from typing import NamedTuple

from .content import Lang, content
from .markup import Html, tag

WIDTH, HEIGHT = 150, 54
STEP_X, STEP_Y = 220, 110
MARGIN = 10


class Box(NamedTuple):
    """A profile without `fd-`, its place by column and row, and what it is called."""

    column: int
    row: int
    english: str
    chinese: str


BOXES = {
    "household": Box(0, 0, "Household", "家庭"),
    "service-package": Box(1, 0, "Package", "服务包"),
    "service-item": Box(2, 0, "Service item", "服务项目"),
    "charge-item": Box(4, 0, "Charge", "收费项目"),
    "resident": Box(0, 1, "Resident", "居民"),
    "contract": Box(1, 1, "Contract", "签约协议"),
    "team": Box(2, 1, "Team", "家庭医生团队"),
    "family-doctor": Box(3, 1, "Family doctor", "家庭医生"),
    "institution": Box(4, 1, "Institution", "医疗卫生机构"),
    "care-episode": Box(0, 2, "Care episode", "签约服务期"),
    "care-plan": Box(1, 2, "Care plan", "健康管理计划"),
    "service-task": Box(2, 2, "Service task", "履约任务"),
    "review-task": Box(3, 2, "Review task", "转诊审核任务"),
    "released-slot": Box(4, 2, "Released slot", "下沉号源"),
    "service-encounter": Box(0, 3, "Encounter", "服务记录"),
    "follow-up-task": Box(1, 3, "Follow-up task", "随访任务"),
    "referral-up": Box(2, 3, "Referral up", "上转"),
    "appointment": Box(4, 3, "Appointment", "预约"),
    "referral-down": Box(1, 4, "Referral down", "下转"),
    "back-referral": Box(2, 4, "Back-referral", "回转"),
    "acceptance-task": Box(3, 4, "Acceptance task", "转诊接收任务"),
}
# Who holds the reference, to what, and what it says.
ARROWS = (
    ("household", "resident", "members", "成员"),
    ("contract", "household", "signed by", "签约方"),
    ("contract", "resident", "covers", "覆盖"),
    ("contract", "service-package", "agrees on", "约定"),
    ("contract", "team", "with", "签约团队"),
    ("service-package", "service-item", "holds", "包含"),
    ("charge-item", "institution", "charged by", "收费机构"),
    ("team", "family-doctor", "members", "成员"),
    ("family-doctor", "institution", "works at", "所在机构"),
    ("care-episode", "resident", "of", "居民"),
    ("care-episode", "contract", "under", "依据"),
    ("care-plan", "contract", "under", "依据"),
    ("service-task", "care-plan", "based on", "依据"),
    ("service-task", "team", "done by", "执行"),
    ("service-encounter", "care-episode", "within", "属于"),
    ("follow-up-task", "care-plan", "based on", "依据"),
    ("follow-up-task", "referral-down", "after", "转回后"),
    ("referral-up", "care-plan", "based on", "依据"),
    ("review-task", "referral-up", "reviews", "审核"),
    ("review-task", "institution", "done by", "执行"),
    ("acceptance-task", "referral-up", "accepts", "接收"),
    ("acceptance-task", "back-referral", "ends with", "结果"),
    ("acceptance-task", "appointment", "books", "预约"),
    ("back-referral", "referral-up", "answers", "回复"),
    ("appointment", "referral-up", "for", "依据"),
    ("appointment", "released-slot", "takes", "占用"),
    ("released-slot", "institution", "released to", "下沉至"),
)


def picture(lang: Lang) -> Html:
    """The SVG; each box is a link to its profile."""
    columns = max(box.column for box in BOXES.values())
    rows = max(box.row for box in BOXES.values())
    width = columns * STEP_X + WIDTH + 2 * MARGIN
    height = rows * STEP_Y + HEIGHT + 2 * MARGIN
    head = tag("path", d="M0 0 L8 4 L0 8 z")
    marker = tag(
        "marker",
        head,
        id="head",
        markerWidth="8",
        markerHeight="8",
        refX="8",
        refY="4",
        orient="auto",
    )
    lines = [_arrow(*arrow[:2]) for arrow in ARROWS]
    labels = [_label(arrow, lang) for arrow in ARROWS]
    boxes = [_box(name, box, lang) for name, box in BOXES.items()]
    view = f"0 0 {width} {height}"
    return tag("svg", tag("defs", marker), *lines, *boxes, *labels, viewBox=view, role="img")


def _centre(box: Box) -> tuple[float, float]:
    return (
        box.column * STEP_X + WIDTH / 2 + MARGIN,
        box.row * STEP_Y + HEIGHT / 2 + MARGIN,
    )


def _ends(start: str, end: str) -> tuple[float, float, float, float]:
    """Where the line between the centres of two boxes leaves the one and meets the other."""
    (x1, y1), (x2, y2) = _centre(BOXES[start]), _centre(BOXES[end])
    dx, dy = x2 - x1, y2 - y1
    # The share of the line within a box: it leaves by the side it reaches first.
    inside = min(WIDTH / 2 / abs(dx) if dx else 1, HEIGHT / 2 / abs(dy) if dy else 1)
    return x1 + dx * inside, y1 + dy * inside, x2 - dx * inside, y2 - dy * inside


def _arrow(start: str, end: str) -> Html:
    x1, y1, x2, y2 = (f"{place:.0f}" for place in _ends(start, end))
    return tag("line", x1=x1, y1=y1, x2=x2, y2=y2, marker_end="url(#head)")


def _label(arrow: tuple[str, str, str, str], lang: Lang) -> Html:
    start, end, english, chinese = arrow
    x1, y1, x2, y2 = _ends(start, end)
    x, y = f"{(x1 + x2) / 2:.0f}", f"{(y1 + y2) / 2 + 4:.0f}"
    return tag("text", chinese if lang == "zh" else english, x=x, y=y, class_="label")


def _box(name: str, box: Box, lang: Lang) -> Html:
    x, y = _centre(box)
    page = f"StructureDefinition-fd-{name}"
    shape = tag(
        "rect",
        x=f"{x - WIDTH / 2:.0f}",
        y=f"{y - HEIGHT / 2:.0f}",
        width=str(WIDTH),
        height=str(HEIGHT),
        rx="6",
    )
    words = box.chinese if lang == "zh" else box.english
    type_name = content().resources[page]["type"]
    return tag(
        "a",
        shape,
        tag("text", words, x=f"{x:.0f}", y=f"{y - 3:.0f}"),
        tag("text", type_name, x=f"{x:.0f}", y=f"{y + 16:.0f}", class_="type"),
        href=f"{page}.html",
    )
