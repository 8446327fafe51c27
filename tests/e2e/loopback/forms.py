"""Fill in a modal as a person would."""

from .components import INPUTS, Kind, walk
from .options import RefusedByClient
from .world import Json

LONGEST = 4000
CHOOSERS = frozenset({Kind.STRING_SELECT, Kind.RADIO_GROUP, Kind.CHECKBOX_GROUP})


def submitted(modal: Json, given: dict[str, object]) -> Json:
    """Return the data of the submission, or refuse what Discord's client would not send."""
    named = _names(modal)
    if unknown := given.keys() - named.keys():
        raise RefusedByClient(f"the modal has no {sorted(unknown)}; it has {sorted(named)}")
    values = {named[name]: value for name, value in given.items()}
    rows = []
    for number, row in enumerate(modal["components"], start=1):
        inner = [row["component"]] if "component" in row else row.get("components") or []
        filled = [_filled(each, values) for each in inner if each["type"] in INPUTS]
        if not filled:
            continue
        shell: Json = {"type": row["type"], "id": row.get("id") or number}
        rows.append({**shell, **_held(row, filled)})
    return {"custom_id": modal["custom_id"], "components": rows}


def _held(row: Json, filled: list[Json]) -> Json:
    return {"component": filled[0]} if row["type"] == Kind.LABEL else {"components": filled}


def _names(modal: Json) -> dict[str, str]:
    """Map labels and custom_ids to custom_ids."""
    found = {}
    for row in walk(modal["components"]):
        inner = row.get("component") or row
        if "custom_id" in inner:
            found[inner["custom_id"]] = inner["custom_id"]
            if label := row.get("label"):
                found[label] = inner["custom_id"]
    return found


def _filled(component: Json, values: dict[str, object]) -> Json:
    name = component["custom_id"]
    number = component.get("id") or 100 + sum(map(ord, name)) % 900
    said: Json = {"type": component["type"], "id": number, "custom_id": name}
    if component["type"] == Kind.TEXT_INPUT:
        return said | {"value": _text(component, values.get(name, component.get("value") or ""))}
    if component["type"] == Kind.CHECKBOX:
        return said | {"value": bool(values.get(name, component.get("default")))}
    options = component.get("options") or []
    preset = [each["value"] for each in options if each.get("default")]
    chosen = values.get(name, preset)
    if not isinstance(chosen, str | list | tuple):
        raise RefusedByClient(f"{name}: {chosen!r} is no choice")
    picked = [chosen] if isinstance(chosen, str) else [*chosen]
    if component["type"] in CHOOSERS and not {each["value"] for each in options} >= {*picked}:
        raise RefusedByClient(f"{name}: {picked} are not all offered")
    least = component.get("min_values")
    least = 1 if least is None and component.get("required", True) else least or 0
    if len(picked) < least:
        raise RefusedByClient(f"{name}: needs {least} choices")
    if component["type"] == Kind.RADIO_GROUP:
        return said | {"value": picked[0] if picked else None}
    return said | {"values": picked}


def _text(component: Json, value: object) -> str:
    if not isinstance(value, str):
        raise RefusedByClient(f"{component['custom_id']}: {value!r} is no text")
    least, most = component.get("min_length") or 0, component.get("max_length") or LONGEST
    if component.get("required", True) in (True, None):
        least = max(least, 1)
    if (value or least) and not least <= len(value) <= most:
        raise RefusedByClient(f"{component['custom_id']}: {len(value)} characters do not fit")
    return value
