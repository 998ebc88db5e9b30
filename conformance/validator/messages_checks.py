"""Sentences of the test kit for servers: what a server did, where it should have done otherwise."""

from conformance.says import Text

_DONE: dict[str, Text] = {
    "check-status": Text(
        "{asked} answered {status}; expected {wanted}", "{asked} 返回 {status}，应为 {wanted}"
    ),
    "check-value": Text(
        "{asked}: {name} is {found!r}; expected {wanted!r}",
        "{asked}：{name} 为 {found!r}，应为 {wanted!r}",
    ),
    "check-same-value": Text(
        "{asked}: {name} is still {found!r}; expected another value",
        "{asked}：{name} 仍为 {found!r}，应为其他值",
    ),
    "check-not-later": Text(
        "{asked}: lastUpdated went from {before} to {after}; expected a later time",
        "{asked}：lastUpdated 由 {before} 变为 {after}，应更晚",
    ),
    "check-no-header": Text(
        "{asked} answered without the header {name}", "{asked} 的响应缺少 {name} 头"
    ),
    "check-weak-etag": Text(
        'The ETag is {found}; expected W/"[version id]"', 'ETag 为 {found}，应为 W/"[版本号]"'
    ),
    "check-location": Text(
        "{asked} answered Location {location!r}; expected [type]/[id]/_history/[version]",
        "{asked} 返回的 Location 为 {location!r}，应为 [type]/[id]/_history/[version]",
    ),
    "check-no-element": Text("{asked} answered without {name}", "{asked} 的响应缺少 {name}"),
    "check-no-resource": Text(
        "{asked} answered {status} without a resource in JSON",
        "{asked} 返回 {status}，响应体不是 JSON 资源",
    ),
    "check-no-xml": Text(
        "{asked} answered without the resource in XML", "{asked} 的响应不是该资源的 XML"
    ),
    "check-no-outcome": Text(
        "{asked} answered {status} without an OperationOutcome that has the issue expected",
        "{asked} 返回 {status}，响应体不是含预期问题的 OperationOutcome",
    ),
    "check-no-rest": Text(
        "{asked}: the CapabilityStatement has no rest with mode server",
        "{asked}：CapabilityStatement 没有 mode 为 server 的 rest",
    ),
    "check-invalid": Text(
        "{asked} answered an invalid resource: {where}: {why}",
        "{asked} 返回的资源无效：{where}：{why}",
    ),
    "check-full-url": Text(
        "{asked}: the fullUrl {found!r} is not absolute", "{asked}：fullUrl {found!r} 不是绝对地址"
    ),
    "check-self-link": Text(
        "{asked}: the self link {found!r} does not show what was searched for",
        "{asked}：self 链接 {found!r} 未如实体现所执行的查询",
    ),
    "check-found": Text(
        "{asked} found {found}; expected {wanted}", "{asked} 查到 {found}，应为 {wanted}"
    ),
    "check-count": Text(
        "{asked} found {found} resources; expected {wanted}",
        "{asked} 查到 {found} 个资源，应为 {wanted} 个",
    ),
    "check-entries": Text("{asked}: the entries answered {found}", "{asked}：各条目返回 {found}"),
    "check-passed": Text(
        "Of several {asked} on the same version {found} passed; expected one",
        "同一版本的多个 {asked} 有 {found} 个成功，应只有一个",
    ),
    "check-endless": Text("{asked} has more than {pages} pages", "{asked} 超过 {pages} 页"),
    "check-foreign-link": Text(
        "The link {url} leads to another server", "链接 {url} 指向另一台服务器"
    ),
    "check-too-large": Text(
        "{asked} answered more than {most:,} bytes", "{asked} 的响应超过 {most:,} 字节"
    ),
}

_NOT_DONE: dict[str, Text] = {
    "check-not-declared": Text("not declared: {needs}", "未声明：{needs}"),
    "check-writes": Text("it writes, and the run is read-only", "该检查需写入，而本次运行为只读"),
    "check-cannot-narrow": Text(
        "{type} can be searched neither by _tag nor by identifier",
        "{type} 既不能按 _tag 也不能按 identifier 查询",
    ),
    "check-declares": Text("{name} is declared as {value}", "{name} 声明为 {value}"),
    "check-refused-as-it-may": Text(
        "{asked} answered {status}: the server does not support it, and need not",
        "{asked} 返回 {status}：服务器不支持，且可以不支持",
    ),
    "check-takes-as-it-may": Text(
        "{asked} answered {status}: the server takes it, as it may",
        "{asked} 返回 {status}：服务器接受了该请求，这也是允许的",
    ),
    "check-unknown-as-it-may": Text(
        "{asked}: the server does not know {url}, and need not",
        "{asked}：服务器没有 {url}，且可以没有",
    ),
    "check-pages-moved": Text(
        "{asked}: what came and went moved others between the pages; the server is free to",
        "{asked}：增删使其他资源在页间移动，规范未作限定",
    ),
    "check-no-answer": Text("no answer: {why}", "没有响应：{why}"),
    "check-broke": Text(
        "the answer is not of the form that R4 gives it ({why})", "响应不符合 R4 的结构（{why}）"
    ),
}

_SERVER: dict[str, Text] = {
    "server-away": Text("{url} cannot be reached: {why}", "无法连接 {url}：{why}"),
    "server-answers": Text(
        "{url} answered {status}, not a CapabilityStatement", "{url} 返回 {status}，不是能力声明"
    ),
    "server-moved": Text("{url} has moved to {place}", "{url} 已移至 {place}"),
    "server-closed": Text(
        "{url} answered {status}: give credentials with --header",
        "{url} 返回 {status}：请用 --header 提供凭据",
    ),
    "server-version": Text(
        "{url} speaks FHIR {version}; these checks are for R4 (4.0.1)",
        "{url} 使用 FHIR {version}，这些检查适用于 R4（4.0.1）",
    ),
}

_REPORT: dict[str, Text] = {
    "checks-title": Text("FHIR server test report", "FHIR 服务器测试报告"),
    "checks-server": Text("Server: {server}", "服务器：{server}"),
    "checks-summary": Text(
        "{passed} passed, {failed} failed, {skipped} skipped, {errors} errors; {seconds:.1f} s",
        "通过 {passed}，失败 {failed}，跳过 {skipped}，出错 {errors}；用时 {seconds:.1f} 秒",
    ),
    "checks-pass": Text("passed", "通过"),
    "checks-fail": Text("failed", "失败"),
    "checks-skip": Text("skipped", "跳过"),
    "checks-error": Text("error", "出错"),
    "checks-evidence": Text("Requests and answers ({number})", "请求与响应（{number}）"),
    "checks-left-behind": Text(
        "Left on the server, could not be deleted: {places}", "未能删除而留在服务器上：{places}"
    ),
    "requirements-covered": Text("covered", "已覆盖"),
    "requirements-partly": Text("partly", "部分覆盖"),
    "requirements-open": Text("open", "未覆盖"),
    "requirements-summary": Text(
        "requirements: {all}, covered: {covered}, partly: {partly}, open: {open}",
        "需求 {all} 项：已覆盖 {covered}，部分覆盖 {partly}，未覆盖 {open}",
    ),
}

CHECK_TEXTS: dict[str, Text] = {**_DONE, **_NOT_DONE, **_SERVER, **_REPORT}
