"""How findings are mended: what a person is to do about them."""

from conformance.says import Text

HINT_TEXTS: dict[str, Text] = {
    "hint-basis": Text("It rests on: {why}", "依据：{why}"),
    "hint-rename": Text("Rename it to {name!r}.", "改名为 {name!r}。"),
    "hint-no-element": Text(
        "Remove it, or carry the value in an extension.", "删除该属性，或改用扩展承载其内容。"
    ),
    "hint-remove": Text("Remove it.", "删除该元素。"),
    "hint-remove-these": Text("Remove {names}.", "删除 {names}。"),
    "hint-write": Text("Write {value}.", "改为 {value}。"),
    "hint-array": Text("Put the value into an array.", "将该值放入数组。"),
    "hint-no-array": Text("Take the value out of its array.", "去掉数组，直接写值。"),
    "hint-add": Text("Add {name!r}{form}.", "补充元素 {name!r}{form}。"),
    "hint-of-type": Text(" ({types})", "（类型：{types}）"),
    "hint-of-codes": Text(" (one of {codes})", "（取值：{codes}）"),
    "hint-keep-one": Text("Keep one of {keys}.", "只保留 {keys} 中的一个。"),
    "hint-date": Text("Write it as 2020-02-29.", "写作 2020-02-29 的形式。"),
    "hint-moment": Text(
        "Write it as 2020-02-29T08:30:00+08:00, with seconds and time zone.",
        "写作 2020-02-29T08:30:00+08:00 的形式，须精确到秒并带时区。",
    ),
    "hint-coding": Text(
        "Add a coding from the value set; a text alone is none of its codes.",
        "补充一个属于该取值集的编码；仅有 text 不算编码。",
    ),
    "hint-contained-id": Text(
        "Give it an id, and refer to it by '#' and the id.", "补充 id，并用“#”加 id 引用它。"
    ),
    "hint-contained-unused": Text(
        "Refer to it by '#{id}', or remove it.", "用“#{id}”引用它，或将其删除。"
    ),
    "hint-contained-one-of": Text("Contained are {ids}.", "现有的内嵌资源：{ids}。"),
    "hint-xhtml": Text(
        'Begin it with <div xmlns="http://www.w3.org/1999/xhtml">.',
        '以 <div xmlns="http://www.w3.org/1999/xhtml"> 开头。',
    ),
    "hint-take-id": Text("Give the resource the id {id}.", "为该资源补充 id {id}。"),
    "hint-full-url": Text(
        "To mean that entry, write its fullUrl {url} as the reference.",
        "若指该条目，请以其 fullUrl {url} 作为引用。",
    ),
}
