"""Sentences about what is loaded: packages, snapshots, profiles that are asked for, baselines.

They are clauses without a full stop, so that one can say why another holds.
"""

from conformance.says import Text

_PACKAGES: dict[str, Text] = {
    "package-at": Text("{path}: {why}", "{path}：{why}"),
    "package-archive": Text(
        "This is no gzipped tar file that can be read", "不是可读取的 gzip 压缩 tar 文件"
    ),
    "package-files": Text("The package has over {most:,} files", "包中的文件超过 {most:,} 个"),
    "package-twice": Text("The package has the file {name!r} twice", "包中有两个文件 {name!r}"),
    "package-link": Text(
        "The package holds the link {name!r}; links are refused",
        "包中有链接 {name!r}，不接受链接",
    ),
    "package-device": Text(
        "The package holds {name!r}, which is no plain file", "包中的 {name!r} 不是普通文件"
    ),
    "package-outside": Text(
        "The package holds {name!r}, which leads out of it", "包中的 {name!r} 指向包外"
    ),
    "package-file-size": Text(
        "The package holds {name!r} of {size:,} bytes; that is too much",
        "包中的 {name!r} 有 {size:,} 字节，过大",
    ),
    "package-size": Text(
        "The package unpacks to over {most:,} bytes; that is too much",
        "包解压后超过 {most:,} 字节，过大",
    ),
    "package-block": Text(
        "The package asks for more than a file may hold", "包所要求的大小超过文件上限"
    ),
    "package-folder-size": Text(
        "The package has too many files, or too large ones", "包中的文件过多或过大"
    ),
    "package-manifest-missing": Text("The package has no package.json", "包中没有 package.json"),
    "package-manifest": Text(
        "Its package.json cannot be read: {why}", "其 package.json 无法读取：{why}"
    ),
    "package-name": Text(
        "Its package.json gives it no proper name and version: {named!r}",
        "其 package.json 中的名称和版本不合规定：{named!r}",
    ),
    "package-version": Text(
        "{package} is for FHIR {versions}, not for FHIR R4",
        "{package} 适用于 FHIR {versions}，而非 FHIR R4",
    ),
    "package-content": Text(
        "Its file {name} cannot be read: {why}", "其文件 {name} 无法读取：{why}"
    ),
    "package-not-installed": Text(
        "The package {package} is not installed; {offer}", "包 {package} 未安装；{offer}"
    ),
    "package-versions": Text("installed are its versions {versions}", "已安装的版本有 {versions}"),
    "package-how": Text(
        "`fhir-conformance package install FILE.tgz` installs one",
        "可用 `fhir-conformance package install FILE.tgz` 安装",
    ),
    "package-needs": Text("{package} needs {needed}. {why}", "{package} 需要 {needed}。{why}"),
}

_SNAPSHOTS: dict[str, Text] = {
    "snapshot-circle": Text(
        "The definitions build on each other in a circle: {circle}", "定义之间循环依赖：{circle}"
    ),
    "snapshot-base": Text(
        "{url} builds on {base}, which is not known", "{url} 所依据的 {base} 未知"
    ),
    "snapshot-nothing": Text(
        "{url} has neither a base nor a differential", "{url} 既没有基础定义也没有差异定义"
    ),
    "snapshot-size": Text(
        "The snapshot of {url} has over {most:,} elements", "{url} 的快照超过 {most:,} 个元素"
    ),
    "snapshot-slice": Text(
        "{url} has the slice {slice!r} of {path} out of place",
        "{url} 中 {path} 的切片 {slice!r} 位置不对",
    ),
    "snapshot-element": Text(
        "{url} constrains {path}, which {base} does not have",
        "{url} 约束了 {path}，而 {base} 没有该元素",
    ),
    "snapshot-reference": Text(
        "{url} refers to {reference}, which is not there", "{url} 引用的 {reference} 不存在"
    ),
    "snapshot-list": Text(
        "{where} has no list of elements in its {view}", "{where} 的 {view} 中没有元素列表"
    ),
    "snapshot-lacks": Text("{where} has no {key}", "{where} 缺少 {key}"),
    "snapshot-json": Text(
        "{where} has a {key} of a wrong JSON type", "{where} 的 {key} 的 JSON 类型不对"
    ),
    "snapshot-named": Text("The StructureDefinition {url}", "结构定义 {url}"),
    "snapshot-inside": Text("{named}, in its {view} at {path},", "{named} 的 {view} 中的 {path}"),
    "snapshot-order": Text("The snapshot is out of order at {path}", "快照在 {path} 处次序有误"),
    "snapshot-path": Text(
        "The differential has the path {path!r}", "差异定义中有不当的路径 {path!r}"
    ),
    "snapshot-no-structure": Text(
        "{file} is no StructureDefinition", "{file} 不是 StructureDefinition"
    ),
}

_WISHES: dict[str, Text] = {
    "profile-wanted": Text(
        "The profile {profile} is not in what is built in nor in a package given",
        "内置定义和所给的包中都没有 profile {profile}",
    ),
    "baseline-file": Text(
        "The baseline {file} cannot be read: {why}", "基线文件 {file} 无法读取：{why}"
    ),
    "baseline-form": Text(
        "{file} is no baseline: write one with --write-baseline",
        "{file} 不是基线文件，请用 --write-baseline 生成",
    ),
    "checks-none": Text("no check fits {patterns}", "没有与 {patterns} 匹配的检查"),
    "os-at": Text("{file}: {why}", "{file}：{why}"),
    "os-missing": Text("there is no such file or folder", "没有这个文件或文件夹"),
    "os-forbidden": Text("access is denied", "没有访问权限"),
    "os-folder": Text("it is a folder", "这是文件夹"),
    "os-no-folder": Text("it is no folder", "这不是文件夹"),
    "os-full": Text("the disk is full", "磁盘已满"),
    "os-read-only": Text("the disk is read-only", "磁盘为只读"),
    "text-at": Text(
        "{file}: {why} (line {line}, column {column})",
        "{file}：{why}（第 {line} 行第 {column} 列）",
    ),
}

PACKAGE_TEXTS: dict[str, Text] = {**_PACKAGES, **_SNAPSHOTS, **_WISHES}
