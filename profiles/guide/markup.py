"""HTML as text that is escaped unless it was made here."""

import re
from collections.abc import Iterable, Sequence
from html import escape

__all__ = ["Html", "code", "inline", "join", "link", "prose", "table", "tag"]

_VOID = frozenset({"br", "link", "meta"})
_INLINE = re.compile(r"`([^`]+)`|\*\*([^*]+)\*\*")


class Html(str):
    """Text that is HTML already; any other text is escaped where it is put into a tag."""

    __slots__ = ()


def tag(name: str, /, *children: str, **attributes: str | None) -> Html:
    """An element; an attribute `class_` is `class`, `stroke_width` is `stroke-width`."""
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    end = "" if name in _VOID else f"</{name}>"
    return Html(f"<{name}{said}>{join(children)}{end}")


def join(parts: Iterable[str], between: str = "") -> Html:
    """Texts one after the other, escaped unless they are HTML."""
    safe = (part if isinstance(part, Html) else escape(part) for part in parts)
    return Html(escape(between).join(safe))


def link(to: str, *text: str) -> Html:
    """A link."""
    return tag("a", *text, href=to)


def code(text: str) -> Html:
    """Text that is code."""
    return tag("code", text)


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], class_: str | None = None) -> Html:
    """A table with a line of heads; nothing where it has no rows."""
    body = [tag("tr", *(tag("td", cell) for cell in row)) for row in rows]
    if not body:
        return Html()
    top = tag("thead", tag("tr", *(tag("th", head, scope="col") for head in heads)))
    whole = tag("table", top, Html("\n"), tag("tbody", join(body, "\n")), class_=class_)
    return tag("div", whole, class_="wide", tabindex="0")


def prose(text: str, lang: str | None = None) -> Html:
    """The little Markdown that descriptions use: paragraphs, lists, code and bold."""
    blocks = [_block(block) for block in text.strip().split("\n\n") if block.strip()]
    return tag("div", *blocks, lang=lang, class_="prose")


def _block(text: str) -> Html:
    lines = text.strip().splitlines()
    if all(line.startswith("- ") for line in lines):
        return tag("ul", *(tag("li", inline(line[2:])) for line in lines))
    return tag("p", inline(" ".join(lines)))


def inline(text: str) -> Html:
    """The little Markdown that sentences use: code and bold."""
    parts: list[str] = []
    end = 0
    for found in _INLINE.finditer(text):
        parts.append(text[end : found.start()])
        parts.append(code(found[1]) if found[1] else tag("strong", inline(found[2])))
        end = found.end()
    return join([*parts, text[end:]])
