"""Sentences about a run: why a file could not be judged, and what reports write around findings."""

from conformance.says import Text

RUN_TEXTS: dict[str, Text] = {
    "file-missing": Text("there is no such file", "文件不存在"),
    "folder-empty": Text("the folder holds no resources", "文件夹中没有资源文件"),
    "file-unreadable": Text("it cannot be read ({why})", "无法读取（{why}）"),
    "file-too-large": Text(
        "it is larger than {most} MB; split it, or use NDJSON",
        "超过 {most} MB，请拆分或改用 NDJSON",
    ),
    "line-too-large": Text("line {line} is larger than {most} MB", "第 {line} 行超过 {most} MB"),
    "gzip-broken": Text("it is no complete gzip file", "不是完整的 gzip 文件"),
    "fatal": Text("fatal", "致命"),
    "error": Text("error", "错误"),
    "warning": Text("warning", "警告"),
    "information": Text("information", "提示"),
    "report-title": Text("FHIR conformance report", "FHIR 一致性校验报告"),
    "report-clean": Text("no findings", "没有发现问题"),
    "report-hint": Text("help: {hint}", "建议：{hint}"),
    "report-profile": Text("demanded by", "依据 profile"),
    "report-follows": Text("follows from {group}", "由 {group} 引起"),
    "report-unread": Text("not judged: {why}", "未校验：{why}"),
    "report-counts": Text(
        "errors: {errors}, warnings: {warnings}, notes: {notes}",
        "{errors} 个错误，{warnings} 个警告，{notes} 条提示",
    ),
    "report-scope": Text(
        "resources: {resources}, files: {files}, {seconds:.1f} s",
        "共 {files} 个文件、{resources} 个资源，用时 {seconds:.1f} 秒",
    ),
    "report-known": Text("; known ones left out: {known}", "，另有 {known} 个已知问题未列出"),
    "report-summary": Text("{counts}; {scope}{known}.", "{counts}；{scope}{known}。"),
    "nothing": Text("", ""),
    "html-search": Text("Search", "搜索"),
    "html-none": Text("Nothing matches the filter.", "没有符合筛选条件的问题。"),
}
