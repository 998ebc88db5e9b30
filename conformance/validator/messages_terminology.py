"""Sentences of the terminology: about codes, value sets, code systems and concept maps."""

from conformance.says import Text

TERMINOLOGY_TEXTS: dict[str, Text] = {
    # What is wrong with a code.
    "tx-not-member": Text(
        "{code} is no code of the value set {value_set}.",
        "{code} 不是取值集 {value_set} 中的代码。",
    ),
    "tx-not-member-of": Text(
        "{code} of {system} is not in the value set {value_set}.",
        "代码系统 {system} 的代码 {code} 不在取值集 {value_set} 中。",
    ),
    "tx-no-code": Text("{code} is no code of {system}.", "{code} 不是代码系统 {system} 中的代码。"),
    "tx-display": Text(
        "The display {display} is not what {code} means; it means {right}.",
        "显示文本 {display} 与代码 {code} 的含义不符，应为 {right}。",
    ),
    "tx-inactive": Text(
        "The code {code} of {system} is no longer in use.",
        "代码系统 {system} 的代码 {code} 已停用。",
    ),
    "tx-case": Text(
        "{code} is written {right} in {system}.",
        "{code} 在代码系统 {system} 中写作 {right}。",
    ),
    "tx-abstract": Text(
        "The code {code} of {system} only groups others and is not for use in a record.",
        "代码系统 {system} 的代码 {code} 仅用于归类，不能直接用于记录。",
    ),
    # What cannot be known offline.
    "tx-member-unknown": Text(
        "Whether {code} is in the value set {value_set} cannot be known offline: {why}.",
        "离线无法判断 {code} 是否在取值集 {value_set} 中：{why}。",
    ),
    "tx-code-unknown": Text(
        "Whether {code} is a code of {system} cannot be known offline: its codes are not all here.",
        "离线无法判断 {code} 是否为代码系统 {system} 中的代码：本地没有它的全部代码。",
    ),
    "tx-version-unknown": Text(
        "The codes of version {version} of {system} are not here.",
        "本地没有代码系统 {system} 的 {version} 版本。",
    ),
    # Why: phrases within a sentence.
    "tx-needs-system": Text(
        "it needs the codes of {system}, which are not here",
        "需要代码系统 {system} 的代码，而本地没有",
    ),
    "tx-needs-value-set": Text(
        "it needs the value set {value_set}, which is not here",
        "需要取值集 {value_set}，而本地没有",
    ),
    "tx-needs-malformed": Text(
        "it needs the value set {value_set}, which is malformed",
        "需要取值集 {value_set}，而它的结构有误",
    ),
    "tx-needs-all": Text(
        "only a part of the codes of {system} is here",
        "本地只有代码系统 {system} 的部分代码",
    ),
    "tx-endless": Text(
        "the codes of {system} cannot be listed to the end",
        "代码系统 {system} 的代码无法穷举",
    ),
    "tx-expansion-cut": Text(
        "the stored expansion of {value_set} is only a part of it",
        "取值集 {value_set} 所存的展开结果并不完整",
    ),
    "tx-parts-missing": Text("parts of it are not here", "本地缺少其部分内容"),
    "tx-filter-operator": Text(
        "the filter operator {operator} is not known here", "不支持过滤运算符 {operator}"
    ),
    "tx-filter-property": Text(
        "{system} has no property {property} to filter by",
        "代码系统 {system} 没有可供过滤的属性 {property}",
    ),
    "tx-filter-hierarchy": Text(
        "a filter on the hierarchy goes by concept, not by {property}",
        "按层级过滤应使用 concept，而非 {property}",
    ),
    "tx-filter-code": Text(
        "a filter starts from {code}, which is no code of {system}",
        "过滤条件中的 {code} 不是代码系统 {system} 的代码",
    ),
    "tx-filter-regex": Text(
        "the regular expression {pattern} of a filter cannot be read",
        "过滤条件中的正则表达式 {pattern} 无法解析",
    ),
    "tx-filter-exists": Text(
        "a filter with exists asks for true or false, not for {value}",
        "exists 过滤条件的取值应为 true 或 false，而非 {value}",
    ),
    "tx-hierarchy-meaning": Text(
        "the hierarchy of {system} is one of {meaning}, not of is-a",
        "代码系统 {system} 的层级含义是 {meaning}，而非 is-a",
    ),
    # Questions that cannot be answered.
    "tx-no-value-set": Text(
        "The value set {value_set} is not known here.", "本地没有取值集 {value_set}。"
    ),
    "tx-no-code-system": Text(
        "The codes of {system} are not here.", "本地没有代码系统 {system} 的代码。"
    ),
    "tx-no-concept-map": Text(
        "The concept map {concept_map} is not known here.", "本地没有概念映射 {concept_map}。"
    ),
    "tx-malformed": Text(
        "The {kind} {url} is malformed at {path}.", "{kind} {url} 的结构有误，位置：{path}。"
    ),
    "tx-no-map-between": Text(
        "No concept map from {source} to {target} is known here.",
        "本地没有从 {source} 到 {target} 的概念映射。",
    ),
    "tx-unmapped": Text("{code} is not mapped.", "{code} 没有对应的映射。"),
    "tx-depends-on": Text(
        "The translation by {concept_map} depends on {properties}, which is not supported.",
        "按 {concept_map} 的转换依赖于 {properties}，暂不支持。",
    ),
    "tx-circular": Text(
        "The value set {value_set} includes itself: {ring}.",
        "取值集 {value_set} 循环引用了自身：{ring}。",
    ),
    "tx-circular-map": Text(
        "A concept map falls back on itself: {ring}.", "概念映射循环引用了自身：{ring}。"
    ),
    "tx-no-subsumption": Text(
        "How these codes relate cannot be said: {why}.", "无法判断这些代码之间的关系：{why}。"
    ),
    "tx-nested": Text(
        "The value set {value_set} includes others more than {most} deep.",
        "取值集 {value_set} 的嵌套引用超过 {most} 层。",
    ),
    "tx-too-costly": Text(
        "The value set {value_set} has {total} codes and one answer holds at most {most}: ask for "
        "a page with count and offset, or filter.",
        "取值集 {value_set} 有 {total} 个代码，一次最多返回 {most} 个："
        "请用 count 与 offset 分页，或使用 filter。",
    ),
}
