"""Sentences of the rules of single resource types, one table for each family."""

from conformance.says import Text

_ELEMENTS: dict[str, Text] = {
    "element-id-unique": Text(
        "Another element of the resource has the id {id}, too.",
        "资源中已有其他元素使用了 id {id}。",
    ),
}

_BUNDLES: dict[str, Text] = {
    "bundle-link-once": Text(
        "The Bundle has more than one link {relation!r}.",
        "Bundle 中关系为 {relation!r} 的链接不止一个。",
    ),
    "bundle-full-url": Text(
        "Every entry of a document or message needs a fullUrl.",
        "document 或 message 类型的 Bundle 中，每个条目都必须有 fullUrl。",
    ),
    "bundle-full-url-advised": Text(
        "The entry has no fullUrl, so that no reference can lead to it for certain.",
        "该条目没有 fullUrl，引用无法可靠地指向它。",
    ),
    "bundle-full-url-absolute": Text(
        "The fullUrl {url} is not absolute: it starts with no scheme such as https: or urn:uuid:.",
        "fullUrl {url} 不是绝对地址：缺少 https: 或 urn:uuid: 之类的协议前缀。",
    ),
    "bundle-full-url-id": Text(
        "The fullUrl {url} is the address of another resource than the {identity} of the entry.",
        "fullUrl {url} 与条目中的资源 {identity} 不一致。",
    ),
    "bundle-full-url-without-id": Text(
        "The fullUrl {url} is an address on a server, but the {type} of the entry has no id.",
        "fullUrl {url} 是服务器上的资源地址，但条目中的 {type} 没有 id。",
    ),
    "bundle-search-outcome": Text(
        "An entry with search mode outcome holds an OperationOutcome, not a {type}.",
        "检索模式为 outcome 的条目应为 OperationOutcome，而不是 {type}。",
    ),
    "bundle-search-id": Text(
        "A resource that a search found has an id.", "检索结果中的资源必须有 id。"
    ),
    "bundle-response-status": Text(
        "The status {status} does not start with the three digits of an HTTP status.",
        "响应状态 {status} 未以三位 HTTP 状态码开头。",
    ),
    "bundle-request-condition": Text(
        "{name} means nothing with {method}.", "{name} 不适用于 {method} 请求。"
    ),
    "bundle-request-no-resource": Text(
        "A {method} takes no resource: this one is ignored.",
        "{method} 请求不带资源，此处的资源会被忽略。",
    ),
    "bundle-request-resource": Text(
        "A {method} needs a resource in its entry.", "{method} 请求的条目中必须有资源。"
    ),
    "bundle-request-url": Text(
        "The URL {url} is none that {method} can be sent to.",
        "{method} 请求不能使用 URL {url}。",
    ),
    "bundle-request-patch": Text(
        "A PATCH brings a Binary or Parameters with its instructions, not a {type}.",
        "PATCH 请求应以 Binary 或 Parameters 携带修改指令，而不是 {type}。",
    ),
    "bundle-request-type": Text(
        "The URL {url} is of another type than the {type} in the entry.",
        "URL {url} 的资源类型与条目中的 {type} 不一致。",
    ),
    "bundle-request-id": Text(
        "The URL {url} does not end with the id of the resource in the entry, which is {id}.",
        "URL {url} 与条目中资源的 id（{id}）不一致。",
    ),
    "bundle-request-overlap": Text(
        "Another entry of the transaction writes {identity}, too: the transaction must fail.",
        "该事务中还有其他条目写入 {identity}，事务必然失败。",
    ),
    "bundle-reference-ambiguous": Text(
        "The reference {reference} leads to several entries: {entries}.",
        "引用 {reference} 指向多个条目：{entries}。",
    ),
    "bundle-reference-missing": Text(
        "The reference {reference} leads to no entry of the Bundle.",
        "引用 {reference} 在 Bundle 中找不到对应的条目。",
    ),
    "bundle-reference-near": Text(
        "The reference {reference} leads to no entry of the Bundle: {entry} has this type and id, "
        "but its fullUrl is {url} and its version {version}.",
        "引用 {reference} 在 Bundle 中找不到对应的条目：{entry} 的类型和 id 相同，"
        "但其 fullUrl 为 {url}，版本为 {version}。",
    ),
    "bundle-reference-type": Text(
        "The reference {reference} says that its target is {said}, but {entry} holds {type}.",
        "引用 {reference} 声明目标为 {said}，但 {entry} 中是 {type}。",
    ),
    "bundle-entry-unreachable": Text(
        "No chain of references joins this {type} to the Composition of the document.",
        "该 {type} 与文档的 Composition 之间没有任何引用关系。",
    ),
}

_QUESTIONNAIRES: dict[str, Text] = {
    "questionnaire-enable-question": Text(
        "No item of the Questionnaire has the linkId {question}.",
        "问卷中没有 linkId 为 {question} 的条目。",
    ),
    "questionnaire-enable-type": Text(
        "The question {question} is a {type}: it never has a {answer} as answer.",
        "问题 {question} 的类型为 {type}，答案不可能是 {answer}。",
    ),
    "questionnaire-option-type": Text(
        "An item of type {type} cannot be answered with a {given}.",
        "类型为 {type} 的条目不能以 {given} 作为备选答案。",
    ),
    "questionnaire-initial-type": Text(
        "An item of type {type} cannot start with a {given}.",
        "类型为 {type} 的条目不能以 {given} 作为初始值。",
    ),
}

_RESPONSES: dict[str, Text] = {
    "response-questionnaire": Text(
        "{url} is a {type}, not a Questionnaire.", "{url} 是 {type}，不是 Questionnaire。"
    ),
    "response-questionnaire-unknown": Text(
        "The Questionnaire {url} is not known here: the answers were not judged by it.",
        "此处没有问卷 {url}，未按该问卷检查答案。",
    ),
    "response-item": Text(
        "The Questionnaire has no item with the linkId {link}.",
        "问卷中没有 linkId 为 {link} 的条目。",
    ),
    "response-item-misplaced": Text(
        "The Questionnaire has the item {link} in another place.",
        "条目 {link} 在问卷中不在此位置。",
    ),
    "response-order": Text(
        "The item {link} comes too late: the Questionnaire has it before.",
        "条目 {link} 的顺序与问卷不符，应排在前面。",
    ),
    "response-repeats": Text(
        "{link} does not repeat, but is given more than once.",
        "{link} 不可重复，但出现了不止一次。",
    ),
    "response-required": Text(
        "{link} is required, but the completed response has nothing for it.",
        "{link} 为必答项，但已完成的答卷中没有作答。",
    ),
    "response-not-enabled": Text(
        "{link} has an answer, although its condition does not hold.",
        "{link} 的启用条件不成立，却填写了答案。",
    ),
    "response-no-question": Text(
        "{link} is a {type}, no question: it has no answers.",
        "{link} 的类型为 {type}，不是问题，不能有答案。",
    ),
    "response-nesting": Text(
        "{link} is a question: what belongs to it stands in its answer.",
        "{link} 是问题，其下级条目应放在答案（answer.item）之内。",
    ),
    "answer-type": Text(
        "The answer is a {given}, which an item of type {type} does not take.",
        "答案类型 {given} 不适用于类型为 {type} 的条目。",
    ),
    "answer-option": Text(
        "{answer} is none of the options of the question.", "{answer} 不在该问题的备选答案中。"
    ),
    "answer-value-set": Text(
        "{code} is not in the value set {value_set} of the question.",
        "{code} 不在该问题的取值集 {value_set} 中。",
    ),
    "answer-display": Text(
        "The display {display} is not that of the code, which is {right!r}.",
        "显示名称 {display} 与代码不符，正确的名称为 {right!r}。",
    ),
    "answer-unknown": Text(
        "Whether {code} is in the value set {value_set} cannot be known here.",
        "此处无法判断 {code} 是否属于取值集 {value_set}。",
    ),
    "answer-incomparable": Text(
        "{answer} cannot be compared with the bound {bound}: they have no coded units of a kind.",
        "{answer} 无法与限值 {bound} 比较：两者的单位不是同类的编码单位。",
    ),
    "answer-below": Text("{answer} is below the minimum {bound}.", "{answer} 小于最小值 {bound}。"),
    "answer-above": Text("{answer} is above the maximum {bound}.", "{answer} 大于最大值 {bound}。"),
    "answer-too-long": Text(
        "The answer has {length} characters, of which {bound} are permitted.",
        "答案有 {length} 个字符，最多允许 {bound} 个。",
    ),
    "answer-too-short": Text(
        "The answer has {length} characters, and needs {bound}.",
        "答案有 {length} 个字符，至少需要 {bound} 个。",
    ),
    "answer-pattern": Text(
        "{answer} does not match the pattern {pattern}.", "{answer} 不符合正则表达式 {pattern}。"
    ),
    "answer-places": Text(
        "{answer} has more than {bound} decimal places.", "{answer} 的小数位数超过 {bound} 位。"
    ),
    "answer-media": Text(
        "The attachment is {media}, where only {permitted} may be.",
        "附件类型为 {media}，只允许 {permitted}。",
    ),
    "answer-size": Text(
        "The attachment has {size} bytes, of which {bound} MB are permitted.",
        "附件有 {size} 字节，最多允许 {bound} MB。",
    ),
    "answer-target": Text(
        "The answer refers to {type}, where only {permitted} may be.",
        "答案引用的是 {type}，只允许 {permitted}。",
    ),
    "answer-target-unknown": Text(
        "The answer refers to {type}, which is no resource type of R4.",
        "答案引用的 {type} 不是 R4 的资源类型。",
    ),
}

_NARRATIVES: dict[str, Text] = {
    "narrative-link-dead": Text(
        "The link {link} leads to no anchor of the narrative and no contained resource.",
        "链接 {link} 既不指向叙述文本中的锚点，也不指向包含的资源。",
    ),
    "narrative-link-scheme": Text(
        "The link {link} cannot be followed by a reader.", "读者无法打开链接 {link}。"
    ),
}

_TERMINOLOGIES: dict[str, Text] = {
    "canonical-url": Text(
        "The canonical URL {url} is not absolute.", "规范地址 {url} 不是绝对地址。"
    ),
    "code-unknown": Text(
        "{code} is no code of {system}.", "{code} 不是代码系统 {system} 中的代码。"
    ),
    "code-system-supplement": Text(
        "The content is {content}: supplements, and they alone, name the system they supplement.",
        "content 为 {content}：只有补充代码系统才须、且必须用 supplements 指明所补充的系统。",
    ),
    "code-system-content": Text(
        "The content is not-present, but {concepts} concepts are.",
        "content 为 not-present，却列出了 {concepts} 个概念。",
    ),
    "code-system-count": Text(
        "The count is {count}, but the complete system has {concepts} concepts.",
        "count 为 {count}，但完整的代码系统实际有 {concepts} 个概念。",
    ),
    "code-system-property-type": Text(
        "The property {property} is declared as {type}, not as {given}.",
        "属性 {property} 声明的类型为 {type}，而不是 {given}。",
    ),
    "code-system-relation": Text(
        "The complete system has no concept {code}.", "完整的代码系统中没有概念 {code}。"
    ),
    "value-set-system": Text(
        "The system {system} is not absolute; a contained system goes by its own URL, too.",
        "代码系统 {system} 不是绝对地址；包含的代码系统也应使用其自身的 URL。",
    ),
    "value-set-code-twice": Text(
        "The code {code} is listed more than once.", "代码 {code} 重复列出。"
    ),
    "value-set-itself": Text("The value set imports itself.", "取值集引用了自身。"),
    "value-set-filter": Text(
        "{value} cannot be a value of the property {property}, which is a {type}.",
        "{value} 不能作为属性 {property}（类型 {type}）的值。",
    ),
}

_STRUCTURES: dict[str, Text] = {
    "fhirpath-unreadable": Text(
        "The expression {expression} cannot be read: {why}.",
        "表达式 {expression} 无法解析：{why}。",
    ),
    "element-definition-id": Text(
        "The id {id} is not the path {path} with the names of slices.",
        "id {id} 与路径 {path}（加切片名称）不一致。",
    ),
    "element-definition-type": Text("R4 has no type {type}.", "R4 没有类型 {type}。"),
    "slicing-discriminator": Text(
        "The discriminator {path} leads to no element below {element}.",
        "在 {element} 之下找不到鉴别路径 {path} 所指的元素。",
    ),
    "snapshot-incomplete": Text(
        "The snapshot has no element {path}, which the differential changes.",
        "差异定义修改了元素 {path}，但快照中没有该元素。",
    ),
    "structure-base-unknown": Text("The base {url} is not known here.", "此处没有基础定义 {url}。"),
    "structure-differential": Text(
        "No snapshot can be made of base and differential: {why}.",
        "无法由基础定义与差异定义生成快照：{why}。",
    ),
    "structure-type": Text(
        "The type {type} is not that of the base, which is {base}.",
        "类型 {type} 与基础定义的类型 {base} 不一致。",
    ),
}

_MEASURES: dict[str, Text] = {
    "measure-group": Text(
        "The Measure {measure} has no group for this one.", "指标 {measure} 中没有与之对应的组。"
    ),
    "measure-component": Text(
        "No stratifier of the Measure has a component with this code.",
        "指标的分层中没有使用该代码的组成部分。",
    ),
}

RULE_TEXTS: dict[str, Text] = {
    **_ELEMENTS,
    **_BUNDLES,
    **_QUESTIONNAIRES,
    **_RESPONSES,
    **_NARRATIVES,
    **_TERMINOLOGIES,
    **_STRUCTURES,
    **_MEASURES,
}
