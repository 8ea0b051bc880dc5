"""A rate card that is being written, as JSON: beginning the next version, putting parts into it, and what it changes."""

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from typing import Any

from squaremile.billing.words import card_editor as words
from squaremile.kernel.words import Text

Json = dict[str, Any]
NOTHING = Text(ko="", en="")
_PART = re.compile(r"([a-z_]+)(?:\[([^\]]*)\])?")


def is_card(body: Any) -> bool:
    """An object with a code and a list of versions that are objects: enough to be edited."""
    return (
        isinstance(body, dict) and isinstance(body.get("card"), str) and bool(body["card"].strip()) and isinstance(body.get("versions"), list)
        and bool(body["versions"]) and all(isinstance(v, dict) for v in body["versions"])
    )


def version(body: Json) -> Json:
    """The version that is written: the last."""
    found: Json = body["versions"][-1]
    return found


def begun(body: Json, since: date) -> Json:
    """The card with a next version, which says what the last one does."""
    made = deepcopy(body)
    last = version(made)
    following = deepcopy(last) | {"version": int(last["version"]) + 1, "from": since.isoformat()}
    following.pop("to", None)
    made["versions"].append(following)
    return made


def from_day(body: Json, since: date) -> Json:
    """The card whose last version begins on a day."""
    made = deepcopy(body)
    version(made)["from"] = since.isoformat()
    return made


def put(body: Json, where: str, n: int, part: Any) -> Json:
    """The card with an item or cap at its place; behind the last where there is none yet."""
    made = deepcopy(body)
    parts = version(made).setdefault(where, [])
    if n < len(parts):
        parts[n] = part
    else:
        parts.append(part)
    return made


def without(body: Json, where: str, n: int) -> Json:
    """The card without an item or cap."""
    made = deepcopy(body)
    parts = version(made).get(where, [])
    if 0 <= n < len(parts):
        del parts[n]
    return made


@dataclass(frozen=True, slots=True)
class Difference:
    """What a version says otherwise. `kind`: added, removed, changed."""

    kind: str
    where: str
    before: Text
    after: Text

    @property
    def where_said(self) -> Text:
        """`items[CONFOCAL].price.rate` in the trade's words."""
        return place(self.where)


def differences(before: Mapping[str, Any] | None, after: Mapping[str, Any]) -> list[Difference]:
    """Of two versions, by the codes of their parts; the number and first day are not among them."""
    return list(_differ("", _plain(before or {}), _plain(after)))


def _plain(said: Mapping[str, Any]) -> Json:
    return {key: value for key, value in said.items() if key not in ("version", "from", "to")}


def _differ(where: str, before: Any, after: Any) -> Iterator[Difference]:
    if before == after:
        return
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        for key in [*before, *(k for k in after if k not in before)]:
            yield from _one(f"{where}.{key}" if where else str(key), before, after, key)
    elif _coded(before) and _coded(after):
        mine, theirs = ({part["code"]: part for part in parts} for parts in (before, after))
        for code in [*mine, *(c for c in theirs if c not in mine)]:
            yield from _one(f"{where}[{code}]", mine, theirs, code)
    else:
        yield Difference("changed", where, shown(before), shown(after))


def _one(where: str, before: Mapping[str, Any], after: Mapping[str, Any], key: str) -> Iterator[Difference]:
    if key not in before:
        yield Difference("added", where, NOTHING, shown(after[key]))
    elif key not in after:
        yield Difference("removed", where, shown(before[key]), NOTHING)
    else:
        yield from _differ(where, before[key], after[key])


def _coded(parts: Any) -> bool:
    return isinstance(parts, list) and all(isinstance(p, Mapping) and isinstance(p.get("code"), str) for p in parts)


def shown(value: Any) -> Text:
    """In short: `unit price 45000`, `up to 2 · unit price 60000`; a name in both languages as it is read."""
    if isinstance(value, Mapping):
        if set(value) == {"ko", "en"}:
            return Text(ko=str(value["ko"]), en=str(value["en"]))
        return _joined(" · ", [_beside(named(str(key)), shown(one)) for key, one in value.items()])
    if isinstance(value, list):
        return _joined(", ", [shown(one) for one in value])
    said = str(value)
    return words.VALUES.get(said, Text(ko=said, en=said))


def place(where: str) -> Text:
    """Where in a card, from the outside in."""
    parts = _PART.findall(where)
    said = [_beside(named(name), Text(ko=key, en=key)) if key else named(name) for name, key in parts]
    return _joined(" › ", said)


def named(field: str) -> Text:
    return words.FIELDS.get(field, Text(ko=field, en=field))


def _beside(one: Text, other: Text) -> Text:
    return Text(ko=f"{one.ko} {other.ko}", en=f"{one.en} {other.en}")


def _joined(by: str, said: list[Text]) -> Text:
    return Text(ko=by.join(one.ko for one in said), en=by.join(one.en for one in said))
