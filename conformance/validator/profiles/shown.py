"""Values as sentences quote them: codes with their system, objects in a few words."""

from typing import Any

from conformance.says import Says, says
from conformance.says import shown as shown_simply


def shown(value: Any) -> str | Says:
    """A value in a few words: `http://loinc.org|718-7`, `5 mg`, `'final'`, nothing."""
    if value is None or value == []:
        return says("no-value")
    if isinstance(value, list):
        parts = [shown(item) for item in value[:3]]
        return parts[0] if len(parts) == 1 else says("several", values=parts)
    return _object(value) if isinstance(value, dict) else shown_simply(value)


def times(count: int) -> Says:
    """How often: once, 2 times."""
    return says("once") if count == 1 else says("times", count=count)


def _object(value: dict[str, Any]) -> str | Says:
    if isinstance(value.get("coding"), list) and value["coding"]:
        return shown(value["coding"])
    if "code" in value and "value" not in value and isinstance(value["code"], str):
        return f"{value.get('system', '')}|{value['code']}"
    if "value" in value:
        return _measured(value)
    simple = [f"{k} = {shown_simply(v)}" for k, v in value.items() if _is_simple(v)]
    return says("object-with", parts=simple[:3]) if simple else says("an-object")


def _measured(value: dict[str, Any]) -> str:
    """A Quantity, or an Identifier."""
    if "system" in value and isinstance(value["value"], str):
        return f"{value['system']}|{value['value']}"
    unit = value.get("code", value.get("unit", ""))
    return f"{value['value']} {unit}".rstrip()


def _is_simple(value: Any) -> bool:
    return not isinstance(value, dict | list)
