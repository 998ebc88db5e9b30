"""Sentences of the rules of profiles, by the module that says them."""

from conformance.says import Text

_PHRASES: dict[str, Text] = {
    "no-value": Text("nothing", "无"),
    "several": Text("{values}", "{values}"),
    "once": Text("once", "1 次"),
    "times": Text("{count} times", "{count} 次"),
    "any-value": Text("any value", "任意值"),
    "object-with": Text("an object with {parts}", "含 {parts} 的对象"),
    "of-type": Text("the type {types}", "类型 {types}"),
    "of-profile": Text("conformance to {profiles}", "符合 {profiles}"),
    "code-of": Text("a code of {value_set}", "取值集 {value_set} 中的代码"),
    "at-path": Text("{path} = {value}", "{path} = {value}"),
    "valid-in-slice": Text("what the slice demands", "满足该切片的要求"),
    "nearest-slice": Text(
        "The nearest slice is {slice!r}: at {path!r} it expects {expected}, found {found}.",
        "最接近的切片是 {slice!r}：在 {path!r} 处应为 {expected}，实际为 {found}。",
    ),
    "nearest-value": Text(
        "The nearest value is {place}: at {path!r} the slice expects {expected}, found {found}.",
        "最接近的值是 {place}：该切片要求 {path!r} 处为 {expected}，实际为 {found}。",
    ),
    "no-nearest": Text("", ""),
}

_PROFILES: dict[str, Text] = {
    "profile-unknown": Text(
        "The profile {profile} is not known here, so nothing was judged by it.",
        "未找到 profile {profile}，因此未按它校验。",
    ),
    "profile-broken": Text(
        "The profile {profile} cannot be used: {why}.", "profile {profile} 无法使用：{why}。"
    ),
    "profile-type": Text(
        "The profile {profile} is for {wanted}, not for {found}.",
        "profile {profile} 适用于 {wanted}，不适用于 {found}。",
    ),
}

_ELEMENTS: dict[str, Text] = {
    "profile-min": Text(
        "The profile requires the element {name!r} at least {least}, found {found}.",
        "profile 要求元素 {name!r} 至少出现 {least}，实际 {found} 次。",
    ),
    "profile-max": Text(
        "The profile permits the element {name!r} at most {most}, found {found}.",
        "profile 规定元素 {name!r} 至多出现 {most}，实际 {found} 次。",
    ),
    "profile-absent": Text(
        "The profile does not permit the element {name!r}.", "profile 不允许出现元素 {name!r}。"
    ),
    "profile-value-type": Text(
        "The value is of type {found}, where the profile permits {permitted}.",
        "值的类型为 {found}，而 profile 只允许 {permitted}。",
    ),
    "profile-choice": Text(
        "The value fits none of the profiles {profiles}. The nearest is {nearest}: {why}",
        "值不符合以下任何一个 profile：{profiles}。最接近的是 {nearest}：{why}",
    ),
    "must-support": Text(
        "The profile marks {name!r} as must-support, and it is not there.",
        "profile 将 {name!r} 标记为必须支持（mustSupport），但此处没有该元素。",
    ),
}

_VALUES: dict[str, Text] = {
    "fixed-value": Text(
        "The value must be exactly {wanted}, found {found}.",
        "值必须恰好为 {wanted}，实际为 {found}。",
    ),
    "fixed-part": Text(
        "The value is fixed: {part} must be {wanted}, found {found}.",
        "值是固定的：{part} 必须为 {wanted}，实际为 {found}。",
    ),
    "fixed-more": Text(
        "The value is fixed to {wanted}; {part} is too much.",
        "值固定为 {wanted}，不能再有 {part}。",
    ),
    "pattern-value": Text(
        "The value must match {wanted}, found {found}.", "值必须符合 {wanted}，实际为 {found}。"
    ),
    "pattern-part": Text(
        "The value must match a pattern: {part} must be {wanted}, found {found}.",
        "值必须符合模式：{part} 必须为 {wanted}，实际为 {found}。",
    ),
    "min-value": Text("{found} is below the minimum {limit}.", "{found} 小于最小值 {limit}。"),
    "max-value": Text("{found} is above the maximum {limit}.", "{found} 大于最大值 {limit}。"),
    "max-length": Text(
        "The text has {size} characters, where {limit} are permitted.",
        "文本有 {size} 个字符，最多允许 {limit} 个。",
    ),
    "min-length": Text(
        "The text has {size} characters, where {limit} are required.",
        "文本有 {size} 个字符，至少需要 {limit} 个。",
    ),
    "profile-regex": Text(
        "{found} does not have the form {pattern} that the profile demands.",
        "{found} 不符合 profile 要求的格式 {pattern}。",
    ),
    "value-alternative": Text(
        "There is neither a value nor one of the extensions {permitted} in its place.",
        "既没有值，也没有可替代它的扩展 {permitted}。",
    ),
}

_SLICES: dict[str, Text] = {
    "slice-min": Text(
        "The slice {slice!r} of {name!r} is required at least {least}, found {found}.",
        "{name!r} 的切片 {slice!r} 至少需要出现 {least}，实际 {found} 次。",
    ),
    "slice-max": Text(
        "The slice {slice!r} of {name!r} is permitted at most {most}, found {found}.",
        "{name!r} 的切片 {slice!r} 至多允许出现 {most}，实际 {found} 次。",
    ),
    "slice-unmatched": Text(
        "The value is in none of the slices {slices}, and no other is permitted. {nearest}",
        "值不属于任何切片（{slices}），而该切片规则为封闭，不允许其他值。{nearest}",
    ),
    "slice-order": Text(
        "A value of the slice {slice!r} stands after one of {before!r}; the order is fixed.",
        "切片 {slice!r} 的值排在 {before!r} 之后，而切片的顺序是固定的。",
    ),
    "slice-end": Text(
        "A value that is in no slice stands before one that is; it must come last.",
        "不属于任何切片的值排在了切片值之前，它必须放在最后。",
    ),
    "slice-ambiguous": Text(
        "The value is in more than one slice: {slices}.", "值同时属于多个切片：{slices}。"
    ),
    "slice-unknown": Text(
        "Whether the value is in {slices} cannot be known with the definitions at hand.",
        "依据现有定义无法判断该值是否属于切片 {slices}。",
    ),
    "slice-undecidable": Text(
        "The slice {slice!r} of {url} does not say what it is told apart by, so it is left out.",
        "{url} 的切片 {slice!r} 未给出可区分的判别依据，因此略过。",
    ),
}

_CODES: dict[str, Text] = {
    "binding-required": Text(
        "{codes} is not in the required value set {value_set}.",
        "{codes} 不在必须使用（required）的取值集 {value_set} 中。",
    ),
    "binding-maximum": Text(
        "{codes} is not in {value_set}, beyond which no code is permitted.",
        "{codes} 超出了最大取值集 {value_set} 的范围。",
    ),
    "binding-extensible": Text(
        "{codes} is not in the extensible value set {value_set}; is there no code in it that fits?",
        "{codes} 不在可扩展（extensible）的取值集 {value_set} 中；其中没有合适的代码吗？",
    ),
    "binding-preferred": Text(
        "{codes} is not in the preferred value set {value_set}.",
        "{codes} 不在首选（preferred）的取值集 {value_set} 中。",
    ),
    "binding-no-code": Text(
        "There is no code, where one of {value_set} is asked for.",
        "没有代码，而此处需要取值集 {value_set} 中的代码。",
    ),
    "binding-unknown": Text(
        "Whether {codes} is in {value_set} cannot be known offline.",
        "离线状态下无法判断 {codes} 是否在取值集 {value_set} 中。",
    ),
    "code-system": Text(
        "The code system {system!r} is not named by an absolute URI.",
        "代码系统 {system!r} 不是绝对 URI。",
    ),
    "code-system-value-set": Text(
        "{system} is a value set, not a code system.", "{system} 是取值集，不是代码系统。"
    ),
    "coding-unknown": Text(
        "The code system {system} has no code {code!r}.", "代码系统 {system} 中没有代码 {code!r}。"
    ),
}

_REFERENCES: dict[str, Text] = {
    "reference-type": Text(
        "The reference points to {found}, where the profile permits {permitted}.",
        "引用指向 {found}，而 profile 只允许 {permitted}。",
    ),
    "reference-profile": Text(
        "What is referred to fits none of the profiles {profiles}: {why}",
        "被引用的资源不符合以下任何一个 profile：{profiles}。{why}",
    ),
    "reference-aggregation": Text(
        "The reference is of another kind than the profile permits: {permitted}.",
        "引用方式不是 profile 允许的方式：{permitted}。",
    ),
    "reference-version": Text(
        "The reference must name a version.", "引用必须指明版本（_history）。"
    ),
    "reference-no-version": Text(
        "The reference must not name a version.", "引用不得指明版本（_history）。"
    ),
    "reference-unresolved": Text(
        "What {target} refers to is not at hand.", "引用 {target} 所指的资源不在此处。"
    ),
}

_EXTENSIONS: dict[str, Text] = {
    "extension-unknown": Text(
        "The definition of the extension {url} is not known here.", "未找到扩展 {url} 的定义。"
    ),
    "extension-url": Text(
        "The url {url!r} of the extension is not absolute.", "扩展的 url {url!r} 不是绝对地址。"
    ),
    "extension-context": Text(
        "The extension {url} may not stand here, only in: {permitted}.",
        "扩展 {url} 不能用在此处，只能用于：{permitted}。",
    ),
    "extension-context-invariant": Text(
        "The extension {url} may not stand here: {expression} does not hold.",
        "扩展 {url} 不能用在此处：条件 {expression} 不成立。",
    ),
    "extension-modifier": Text(
        "The extension {url} changes the meaning: it belongs in modifierExtension.",
        "扩展 {url} 会改变含义，必须放在 modifierExtension 中。",
    ),
    "extension-no-modifier": Text(
        "The extension {url} does not change the meaning: it belongs in extension.",
        "扩展 {url} 不改变含义，必须放在 extension 中，而不是 modifierExtension。",
    ),
    "extension-no-extension": Text(
        "{url} is the URL of a definition that is no extension.",
        "{url} 指向的定义不是扩展。",
    ),
}

_INVARIANTS: dict[str, Text] = {
    "profile-invariant": Text("{human}.", "违反约束：{human}。"),
    "invariant-unreadable": Text(
        "The invariant {key} of a profile cannot be read: {why}.",
        "profile 的约束 {key} 无法解析：{why}。",
    ),
    "invariant-unjudged": Text(
        "The invariant {key} of a profile cannot be judged: {why}.",
        "profile 的约束 {key} 无法求值：{why}。",
    ),
}

PROFILE_TEXTS: dict[str, Text] = {
    **_PHRASES,
    **_PROFILES,
    **_ELEMENTS,
    **_VALUES,
    **_SLICES,
    **_CODES,
    **_REFERENCES,
    **_EXTENSIONS,
    **_INVARIANTS,
}
"""The rows of this table, part of `messages.TEXTS`."""
