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

RULE_TEXTS: dict[str, Text] = _ELEMENTS | _BUNDLES
