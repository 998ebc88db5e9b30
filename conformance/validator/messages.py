"""Every sentence of the conformance kit, in English and Chinese; the tables of the parts, united.

A row is a template of `str.format`; both languages have the same placeholders. A key that a rule
has to itself is the rule's id. Terms follow the Chinese FHIR community: 元素, 基数, 取值集, 绑定,
约束, 切片, 扩展, 引用.
"""

from conformance.says import Text
from conformance.words import COMMAND_TEXTS

from .messages_checks import CHECK_TEXTS
from .messages_hints import HINT_TEXTS
from .messages_packages import PACKAGE_TEXTS
from .messages_profiles import PROFILE_TEXTS
from .messages_rules import RULE_TEXTS
from .messages_run import RUN_TEXTS
from .messages_terminology import TERMINOLOGY_TEXTS

_PHRASES: dict[str, Text] = {
    "verbatim": Text("{text}", "{text}"),
    "full-stop": Text(".", "。"),
    "did-you-mean": Text("; did you mean {name!r}?", "；是否应为 {name!r}？"),
    "one-of": Text(": {codes}.", "，可用代码：{codes}。"),
    "a-resource": Text("a resource", "资源"),
    "an-object": Text("an object", "对象"),
    "an-array": Text("an array", "数组"),
    "a-string": Text("a string", "字符串"),
    "a-number": Text("a number", "数字"),
    "a-whole-number": Text("a whole number", "整数"),
    "true-or-false": Text("true or false", "布尔值 true 或 false"),
}

_FORMS: dict[str, Text] = {
    "form-base64": Text("base64 in groups of four characters", "每四个字符一组的 Base64 文本"),
    "form-boolean": Text("true or false", "true 或 false"),
    "form-uri": Text("a URI without white space", "不含空白字符的 URI"),
    "form-code": Text(
        "a code: single spaces inside at most", "首尾无空白、中间至多有单个空格的代码"
    ),
    "form-date": Text(
        "a date that exists: YYYY, YYYY-MM or YYYY-MM-DD",
        "真实存在的日期，格式为 YYYY、YYYY-MM 或 YYYY-MM-DD",
    ),
    "form-dateTime": Text(
        "a date that exists, or date and time with seconds and time zone",
        "真实存在的日期，或精确到秒并带时区的日期时间",
    ),
    "form-decimal": Text("a decimal number", "十进制数"),
    "form-id": Text(
        "1 to 64 of A-Z, a-z, 0-9, '-' and '.'",
        "1 至 64 个字符，只能用 A-Z、a-z、0-9、“-”和“.”",
    ),
    "form-instant": Text(
        "a date that exists with time, seconds and time zone",
        "真实存在的日期，并带有精确到秒的时间和时区",
    ),
    "form-integer": Text(
        "between -2147483648 and 2147483647", "-2147483648 至 2147483647 之间的整数"
    ),
    "form-text": Text("text without control characters", "不含控制字符的文本"),
    "form-oid": Text("urn:oid: and an OID", "urn:oid: 加 OID"),
    "form-positiveInt": Text("between 1 and 2147483647", "1 至 2147483647 之间的整数"),
    "form-time": Text("a time of day with seconds and without a zone", "精确到秒、不带时区的时刻"),
    "form-unsignedInt": Text("between 0 and 2147483647", "0 至 2147483647 之间的整数"),
    "form-uuid": Text("urn:uuid: and a UUID in lower case", "urn:uuid: 加小写的 UUID"),
    "form-xhtml": Text("an XHTML div", "XHTML 的 div 元素"),
    "mime-type": Text("a MIME type such as application/pdf", "MIME 类型（如 application/pdf）"),
    "currency": Text("an ISO 4217 currency such as CNY", "ISO 4217 货币代码（如 CNY）"),
    "language": Text("a BCP 47 language such as zh-CN", "BCP 47 语言代码（如 zh-CN）"),
}

_SHAPE: dict[str, Text] = {
    "resource-type-required": Text("The resource has no resourceType.", "资源缺少 resourceType。"),
    "resource-type-known": Text(
        "{name} is no resource type of R4{hint}", "{name} 不是 FHIR R4 的资源类型{hint}"
    ),
    "resource-type-expected": Text(
        "The resource is {found} where {expected} is expected.",
        "资源类型为 {found}，此处应为 {expected}。",
    ),
    "unknown-element": Text("{type} has no element {name}{hint}", "{type} 没有元素 {name}{hint}"),
    "json-type": Text(
        "{value} stands where {wanted} must be.", "此处应为{wanted}，实际为 {value}。"
    ),
    "null-value": Text("null stands where {wanted} must be.", "此处应为{wanted}，实际为 null。"),
    "null-alone": Text("null has no value beside it.", "null 的同一位置上没有与之对应的值。"),
    "empty-array": Text("The array is empty.", "数组为空；没有内容的元素应整个省略。"),
    "only-an-id": Text(
        "The object holds nothing but an id: elements have a value or children.",
        "对象中只有 id：元素必须有值或子元素。",
    ),
    "nothing-inside": Text(
        "The object holds nothing: elements have a value or children.",
        "对象为空：元素必须有值或子元素。",
    ),
    "empty-value": Text("An empty string is no {type}.", "空字符串不是合法的 {type}。"),
    "blank-string": Text("The {type} holds white space only.", "{type} 只含空白字符。"),
    "string-length": Text(
        "The {type} is longer than {most:,} characters.", "{type} 超过 {most:,} 个字符。"
    ),
    "value-format": Text(
        "{value} is no {type}: expected {form}.", "{value} 不是合法的 {type}，应为{form}。"
    ),
    "required-element": Text(
        "{type} requires the element {name!r}.", "{type} 缺少必填元素 {name!r}。"
    ),
    "single-choice": Text(
        "Of {name}[x] only one may be there, not {keys}.",
        "{name}[x] 只能出现一种类型，实际出现：{keys}。",
    ),
    "sibling-length": Text(
        "The array of values has {values} items, the one of extensions {siblings}.",
        "值数组有 {values} 项，而对应的扩展数组有 {siblings} 项，两者长度必须相同。",
    ),
    "findings-cut": Text("There are {more:,} findings more.", "另有 {more:,} 个问题未列出。"),
}

_CODES_AND_REFERENCES: dict[str, Text] = {
    "code-of-grammar": Text("{value} is not {form}.", "{value} 不是合法的{form}。"),
    "code-of-value-set": Text(
        "{value} is no code of {value_set}{hint}",
        "{value} 不在必需绑定的取值集 {value_set} 中{hint}",
    ),
    "code-absent": Text(
        "There is no code, where one of {value_set} has to be.",
        "没有代码，而此处必须有取值集 {value_set} 中的代码。",
    ),
    "coding-of-value-set": Text(
        "The coding is not from {value_set}.", "该编码不属于取值集 {value_set}。"
    ),
    "concept-of-value-set": Text(
        "The concept has no coding from {value_set}.",
        "该概念没有任何编码属于取值集 {value_set}。",
    ),
    "unit-of-value-set": Text(
        "{unit} is no unit from {value_set}.", "{unit} 不是取值集 {value_set} 中的单位。"
    ),
    "reference-target": Text(
        "The reference {reference} points to {target}, where only {permitted} may be.",
        "引用 {reference} 指向 {target}，此处只允许引用：{permitted}。",
    ),
    "contained-missing": Text(
        "No contained resource has the id of the reference {reference}.",
        "引用 {reference} 在内嵌资源（contained）中没有对应的 id。",
    ),
    "contained-id": Text("The contained resource has no id.", "内嵌资源（contained）缺少 id。"),
    "contained-unused": Text(
        "Nothing refers to the contained resource #{id}.", "内嵌资源 #{id} 没有被任何地方引用。"
    ),
    "contained-contains": Text(
        "A contained resource contains resources itself.", "内嵌资源自身又含有内嵌资源。"
    ),
    "contained-version": Text(
        "A contained resource has a version.",
        "内嵌资源不得带有版本信息（meta.versionId 或 meta.lastUpdated）。",
    ),
    "contained-security": Text(
        "A contained resource has a security label.",
        "内嵌资源不得带有安全标签（meta.security）。",
    ),
}

_INVARIANTS: dict[str, Text] = {
    "invariant": Text("{human}.", "{human}。"),
    "invariant-unevaluated": Text(
        "The invariant {key} cannot be judged: {why}.", "约束 {key} 无法求值：{why}。"
    ),
    "extension-has-both": Text(
        "The extension has both a value and extensions of its own.",
        "扩展不能既有值又有子扩展。",
    ),
    "extension-has-neither": Text(
        "The extension has neither a value nor extensions of its own.",
        "扩展既没有值，也没有子扩展。",
    ),
    "narrative-declaration": Text(
        "The narrative holds a declaration or a processing instruction.",
        "叙述文本（narrative）含有声明或处理指令。",
    ),
    "narrative-form": Text(
        "The narrative is not well-formed XHTML: {why}.", "叙述文本不是格式良好的 XHTML：{why}。"
    ),
    "narrative-div": Text(
        "The narrative is not one div in the namespace http://www.w3.org/1999/xhtml.",
        "叙述文本不是命名空间 http://www.w3.org/1999/xhtml 下的单个 div。",
    ),
    "narrative-empty": Text(
        "The narrative has neither text nor an image.", "叙述文本既没有文字，也没有图片。"
    ),
    "narrative-element": Text(
        "The narrative holds the element <{name}>, which narratives may not use.",
        "叙述文本含有不允许使用的标签 <{name}>。",
    ),
    "narrative-attribute": Text(
        "The narrative holds the attribute {name}, which narratives may not use.",
        "叙述文本含有不允许使用的属性 {name}。",
    ),
    "narrative-script": Text(
        "The narrative's {name} {value} would run a script.",
        "叙述文本的 {name} 属性 {value} 会执行脚本。",
    ),
    "narrative-style": Text(
        "The narrative's style {value} may load or run something.",
        "叙述文本的样式 {value} 可能加载或执行外部内容。",
    ),
}

_JSON: dict[str, Text] = {
    "json-value": Text("a value", "一个值"),
    "json-first-item": Text("a value or ']'", "一个值或“]”"),
    "json-first-name": Text("a property name in double quotes or '}}'", "双引号括起的属性名或“}}”"),
    "json-name": Text("a property name in double quotes", "双引号括起的属性名"),
    "json-colon": Text("':'", "“:”"),
    "json-more-items": Text("',' or ']'", "“,”或“]”"),
    "json-more-properties": Text("',' or '}}'", "“,”或“}}”"),
    "json-end": Text("nothing more", "文本到此结束"),
    "json-depth": Text("The JSON nests deeper than {most} levels", "JSON 嵌套超过 {most} 层"),
    "json-digits": Text("An integer has more than {most} digits", "整数超过 {most} 位"),
    "json-exponent": Text(
        "The number {number} has an exponent beyond 999", "数字 {number} 的指数超过 999"
    ),
    "json-surrogate": Text(
        "A string holds half a surrogate pair, which is no character",
        "字符串含有半个代理对（surrogate），不是合法字符",
    ),
    "json-nul": Text("A string holds the character NUL (U+0000)", "字符串含有空字符 NUL（U+0000）"),
    "json-twice": Text(
        "The property {name} appears twice in one object", "属性 {name} 在同一对象中出现两次"
    ),
    "json-empty": Text("The body is empty where JSON was expected", "内容为空，应为 JSON"),
    "json-early": Text(
        "The JSON ends too early: expected {expected}", "JSON 不完整：缺少{expected}"
    ),
    "json-unexpected": Text(
        "Expected {expected} but found {found}", "此处应为{expected}，实际为 {found}"
    ),
    "json-unclosed": Text("A string is not closed", "字符串缺少结尾的双引号"),
    "json-escape": Text(
        "A string holds the unknown escape {escape}", "字符串含有无法识别的转义 {escape}"
    ),
    "json-control": Text(
        "A string holds the control character U+{code:04X} unescaped",
        "字符串含有未转义的控制字符 U+{code:04X}",
    ),
    "json-utf8": Text(
        "The body is not UTF-8: byte 0x{byte:02X}", "内容不是 UTF-8 编码：字节 0x{byte:02X}"
    ),
    "json-unreadable": Text("The JSON cannot be read: {why}", "JSON 无法读取：{why}"),
}

_XML: dict[str, Text] = {
    "xml-size": Text("The document is larger than {most} bytes", "文档超过 {most} 字节"),
    "xml-utf8": Text("The document is not in UTF-8", "文档不是 UTF-8 编码"),
    "xml-form": Text("The document is not well-formed XML: {why}", "文档不是格式良好的 XML：{why}"),
    "xml-doctype": Text(
        "A document type declaration (DOCTYPE) is not allowed", "不允许使用文档类型声明（DOCTYPE）"
    ),
    "xml-encoding": Text(
        "FHIR is in UTF-8, not in {encoding}", "FHIR 使用 UTF-8 编码，不能是 {encoding}"
    ),
    "xml-text": Text(
        "Text is allowed in the narrative only", "只有叙述文本（narrative）中才允许出现文字内容"
    ),
    "xml-namespace": Text(
        "Element {name} must be in the namespace {namespace}",
        "元素 {name} 必须属于命名空间 {namespace}",
    ),
    "xml-depth": Text(
        "The resource nests deeper than {most} levels of JSON",
        "资源转换为 JSON 后嵌套超过 {most} 层",
    ),
    "xml-resource-type": Text(
        "{name} is no resource type of FHIR R4", "{name} 不是 FHIR R4 的资源类型"
    ),
    "xml-resources": Text("{name} holds more than one resource", "{name} 中有多个资源"),
    "xml-no-resource": Text("{name} holds no resource", "{name} 中没有资源"),
    "xml-element": Text("{type} has no element {name}", "{type} 没有元素 {name}"),
    "xml-order": Text(
        "{type}.{name} stands after {type}.{last}; in XML elements of a type have a fixed order",
        "{type}.{name} 位于 {type}.{last} 之后；XML 中各元素须按定义的顺序出现",
    ),
    "xml-repeats": Text("{type}.{name} must not repeat", "{type}.{name} 不允许重复出现"),
    "xml-attribute": Text(
        "Element {name} has no attribute {attribute}", "元素 {name} 没有属性 {attribute}"
    ),
    "xml-nothing": Text(
        "Element {name} has neither a value nor an extension", "元素 {name} 既没有值，也没有扩展"
    ),
    "xml-character": Text(
        "XML cannot carry the character U+{code:04X}", "XML 无法表示字符 U+{code:04X}"
    ),
    "xml-narrative-div": Text(
        "The narrative is not a div in the XHTML namespace",
        "叙述文本不是 XHTML 命名空间下的 div",
    ),
    "xml-narrative-form": Text("The narrative is not XHTML: {why}", "叙述文本不是 XHTML：{why}"),
    "xml-narrative-declaration": Text(
        "The narrative is not XHTML: it has a declaration of its own",
        "叙述文本不是 XHTML：其中带有自己的声明",
    ),
}

TEXTS: dict[str, Text] = {
    **_PHRASES,
    **_FORMS,
    **_SHAPE,
    **_CODES_AND_REFERENCES,
    **_INVARIANTS,
    **_JSON,
    **_XML,
    **PROFILE_TEXTS,
    **HINT_TEXTS,
    **RULE_TEXTS,
    **RUN_TEXTS,
    **TERMINOLOGY_TEXTS,
    **CHECK_TEXTS,
    **PACKAGE_TEXTS,
    **COMMAND_TEXTS,
}
