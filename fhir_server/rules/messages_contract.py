"""What rules say of contracts: who signs, with whom, for how long, on what, for how much."""

from conformance.says import Text

CONTRACT_TEXTS: dict[str, Text] = {
    # Terms
    "term-before-signing": Text(
        "The contract starts on {start}, before it was signed on {signed}.",
        "协议起始日 {start} 早于签订日期 {signed}。",
    ),
    "term-starts": Text(
        "The contract starts on {start}; by the policy it starts on the day of signing, {signed}.",
        "协议起始日为 {start}，按政策应自签订之日（{signed}）起。",
    ),
    "term-renewal-starts": Text(
        "The renewal starts on {start}; it has to start on {due}.",
        "续签协议起始日为 {start}，应为 {due}。",
    ),
    "term-short": Text(
        "The contract runs from {start} to {end}; the shortest term has {years} year(s).",
        "协议期限为 {start} 至 {end}，短于最短期限 {years} 年。",
    ),
    "term-long": Text(
        "The contract runs from {start} to {end}; the longest term has {years} year(s).",
        "协议期限为 {start} 至 {end}，长于最长期限 {years} 年。",
    ),
    "term-ends": Text(
        "The contract runs from {start} to {end}; it has to end on {due}.",
        "协议期限为 {start} 至 {end}，终止日应为 {due}。",
    ),
    "signed-in-future": Text(
        "The day of signing, {signed}, is after today, {today}.",
        "签订日期 {signed} 晚于今日 {today}。",
    ),
    "signed-online-late": Text(
        "Only a contract on paper is entered later: this one says {signed}, today is {today}.",
        "仅纸质协议可补录：本协议签订日期为 {signed}，今日为 {today}。",
    ),
    "signed-too-late": Text(
        "The contract was signed {days} days ago; on paper it may be {most} days at most.",
        "协议签订于 {days} 天前，纸质协议至多可补录 {most} 天前签订的。",
    ),
    "month-closed": Text(
        "The report of {month} is closed: a contract signed on {signed} needs a reason.",
        "{month} 月报已截止，补录 {signed} 签订的协议须说明原因。",
    ),
}
