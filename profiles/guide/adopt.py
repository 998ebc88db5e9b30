"""How a HIS adopts the profiles, in five steps."""

from typing import Any

from profiles import CANONICAL

from .content import Lang
from .links import canonical
from .markup import Html, join, prose, tag
from .words import texts


def adopt(lang: Lang) -> Html:
    """The steps of `adopt.toml`, each with commands and the profiles that are meant."""
    return join(_step(step, lang) for step in texts("adopt")["step"])


def _step(step: dict[str, Any], lang: Lang) -> Html:
    parts = [tag("h2", step["title"][lang == "zh"]), prose(step["text"][lang == "zh"])]
    if "commands" in step:
        shown = step["commands"].replace("{lang}", lang)
        parts.append(tag("pre", tag("code", shown), tabindex="0"))
    urls = [f"{CANONICAL}/StructureDefinition/{name}" for name in step.get("profiles", ())]
    links = join((canonical(url, lang) for url in urls), " · ")
    return join([*parts, tag("p", links) if urls else Html()])
