"""The words of the command line: help and what commands say beside reports, in both languages.

They stand apart from the other tables, which load with the validator: help needs no validator.
"""

from conformance.says import Text

_COMMANDS: dict[str, Text] = {
    "command-line": Text(
        "usage: fhir-conformance COMMAND [OPTIONS] ...; each command has a --help of its own",
        "用法：fhir-conformance 命令 [选项] ...；各命令另有 --help",
    ),
    "command-about": Text("Check FHIR R4 resources and servers.", "检查 FHIR R4 资源和服务器。"),
    "command-unknown": Text(
        "fhir-conformance: there is no command {name!r}; see --help",
        "fhir-conformance：没有命令 {name!r}，请看 --help",
    ),
    "command-validate": Text(
        "Judge FHIR R4 resources, and say how to mend what is wrong.",
        "校验 FHIR R4 资源，并说明如何改正。",
    ),
    "command-test": Text(
        "Check a FHIR R4 server over HTTP: what it declares, it has to do.",
        "通过 HTTP 检查 FHIR R4 服务器：所声明的都应做到。",
    ),
    "command-requirements": Text(
        "List what is required, and which profile, rule or check covers it.",
        "列出各项要求，以及覆盖它的 profile、规则或检查。",
    ),
    "command-snapshot": Text(
        "Make the snapshot of a StructureDefinition anew, and write the whole as JSON.",
        "重新生成 StructureDefinition 的快照，并以 JSON 写出。",
    ),
    "command-package": Text(
        "List, install and show FHIR packages. Nothing is downloaded.",
        "列出、安装和查看 FHIR 包，不会下载任何内容。",
    ),
}

_STATUS: dict[str, Text] = {
    "status-validate": Text(
        "exit status: 0 no findings, 1 findings, 2 wrong usage or something could not be read",
        "退出状态：0 没有问题，1 有问题，2 用法有误或有内容无法读取",
    ),
    "status-test": Text(
        "exit status: 0 nothing failed, 1 a check failed or got no answer, 2 wrong usage,"
        " 3 no such server",
        "退出状态：0 没有失败，1 有检查失败或得不到响应，2 用法有误，3 没有该服务器",
    ),
    "status-snapshot": Text(
        "exit status: 0 done, 2 wrong usage or a snapshot that cannot be made",
        "退出状态：0 完成，2 用法有误或无法生成快照",
    ),
    "status-package": Text(
        "exit status: 0 done, 2 wrong usage or a package that cannot be used",
        "退出状态：0 完成，2 用法有误或包无法使用",
    ),
}

_OPTIONS: dict[str, Text] = {
    "option-files": Text(
        "files, folders, patterns, - for standard input: JSON, XML and NDJSON, each also as .gz",
        "文件、文件夹、通配模式，- 为标准输入：JSON、XML 和 NDJSON，均可为 .gz",
    ),
    "option-profile": Text(
        "judge against this profile, too; may be repeated", "同时按该 profile 校验，可重复"
    ),
    "option-package": Text(
        "a FHIR package: .tgz, folder or name#version; may be repeated",
        "FHIR 包：.tgz、文件夹或 名称#版本，可重复",
    ),
    "option-format": Text("how to report (default: text)", "报告格式（默认 text）"),
    "option-output": Text("write the report to a file", "把报告写入文件"),
    "option-lang": Text(
        "language of the report and of messages (default: the system's)",
        "报告和提示的语言（默认随系统）",
    ),
    "option-fail-on": Text(
        "the least severity that makes the exit status 1 (default: error)",
        "使退出状态为 1 的最低级别（默认 error）",
    ),
    "option-baseline": Text(
        "leave out the findings known in this file", "不列出该文件中的已知问题"
    ),
    "option-write-baseline": Text("write the findings down as known", "把现有问题记为已知"),
    "option-watch": Text("judge again on each change of a file", "文件有改动时重新校验"),
    "option-jobs": Text("processes (default: as many as pay)", "进程数（默认按需）"),
    "option-unresolved": Text(
        "what references to resources that are not at hand are (default: ignore)",
        "被引用的资源不在手边时如何处理（默认 ignore）",
    ),
    "option-base-url": Text(
        "the server, such as https://host/fhir", "服务器地址，如 https://host/fhir"
    ),
    "option-only": Text(
        "only checks whose id, or whose requirement's id, fits; may be repeated",
        "只执行编号或需求编号匹配的检查，可重复",
    ),
    "option-header": Text(
        "send this header, too; its value is never shown; may be repeated",
        "同时发送该请求头，其值不会显示，可重复",
    ),
    "option-timeout": Text("seconds to wait for an answer", "等待响应的秒数"),
    "option-keep": Text("leave on the server what the checks make", "保留检查在服务器上创建的数据"),
    "option-write": Text("checks may write (default)", "检查可以写入（默认）"),
    "option-read-only": Text("skip the checks that write", "跳过写入类检查"),
    "option-structure": Text(
        "a StructureDefinition as JSON or XML, or -", "JSON 或 XML 格式的 StructureDefinition，或 -"
    ),
    "option-with": Text(
        "another definition it builds on; may be repeated", "它所依据的另一个定义，可重复"
    ),
    "option-list": Text("the installed packages", "列出已安装的包"),
    "option-install": Text(
        "install packages from files, into the folder FHIR_PACKAGES or"
        " ~/.fhir-conformance/packages",
        "由文件安装包，存放于 FHIR_PACKAGES 或 ~/.fhir-conformance/packages 文件夹",
    ),
    "option-install-files": Text(".tgz or folder", ".tgz 或文件夹"),
    "option-show": Text("what a package says of itself and defines", "显示包的说明和所含定义"),
    "option-show-package": Text(".tgz, folder or name#version", ".tgz、文件夹或 名称#版本"),
    "option-show-type": Text("list the definitions of a type, too", "同时列出某一类型的定义"),
}

_SAID: dict[str, Text] = {
    "progress": Text(
        "{files:,} files, {resources:,} resources", "{files:,} 个文件，{resources:,} 个资源"
    ),
    "usage-url": Text(
        "{url!r} is no URL such as https://host/fhir", "{url!r} 不是 https://host/fhir 这样的地址"
    ),
    "usage-url-parts": Text(
        "no user, ? or # in the URL; credentials go in --header",
        "地址中不能有用户名、? 或 #，凭据请用 --header 提供",
    ),
    "usage-header": Text(
        "a header is written 'Name: value', in ASCII", "请求头写作 'Name: value'，只用 ASCII 字符"
    ),
    "usage-seconds": Text(
        "{text!r} is not between 0 and 3600 seconds", "{text!r} 不是 0 至 3600 之间的秒数"
    ),
    "built-in": Text("built in", "内置"),
    "package-installed": Text(
        "{package} is installed in {folder}.", "已将 {package} 安装到 {folder}。"
    ),
    "package-canonical": Text("canonical", "规范地址"),
    "package-about": Text("about", "说明"),
    "package-dependencies": Text("needs", "依赖"),
}

COMMAND_TEXTS: dict[str, Text] = {**_COMMANDS, **_STATUS, **_OPTIONS, **_SAID}

ARGPARSE: dict[str, str] = {
    "usage: ": "用法：",
    "options": "选项",
    "positional arguments": "参数",
    "show this help message and exit": "显示本帮助并退出",
    "%(prog)s: error: %(message)s\n": "%(prog)s：错误：%(message)s\n",
    "argument %(argument_name)s: %(message)s": "参数 %(argument_name)s：%(message)s",
    "ambiguous option: %(option)s could match %(matches)s": (
        "选项 %(option)s 不明确，可能是 %(matches)s"
    ),
    "can't open '%(filename)s': %(error)s": "无法打开 '%(filename)s'：%(error)s",
    "expected %s argument": "需要 %s 个值",
    "expected %s arguments": "需要 %s 个值",
    "expected at least one argument": "至少需要一个值",
    "expected at most one argument": "至多一个值",
    "expected one argument": "需要一个值",
    "ignored explicit argument %r": "不接受值 %r",
    "invalid %(type)s value: %(value)r": "值 %(value)r 无效（%(type)s）",
    "invalid choice: %(value)r (choose from %(choices)s)": (
        "没有选项值 %(value)r，可选：%(choices)s"
    ),
    "not allowed with argument %s": "不能与 %s 同时使用",
    "one of the arguments %s is required": "%s 中必须有一个",
    "the following arguments are required: %s": "缺少必需的参数：%s",
    "unexpected option string: %s": "不认识的选项：%s",
    "unknown parser %(parser_name)r (choices: %(choices)s)": (
        "没有 %(parser_name)r，可选：%(choices)s"
    ),
    "unrecognized arguments: %s": "不认识的参数：%s",
}
"""What argparse says to users, by its own English templates."""
