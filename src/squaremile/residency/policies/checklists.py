"""Checklists: what somebody who joins (or leaves) has to do, made from who she is and what she works with.

A list is data: rows that say what, who does it, who signs it off, when it is due, for whom, and what stays shut until
it is done. Lists are versioned; whoever was given one keeps it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from squaremile.kernel.words import Text

WORK = ("chemicals", "bsl1", "bsl2", "human_samples", "animals", "lmo", "lasers", "gas", "cryogens")
"""What people and companies work with, as it is declared."""
KINDS = ("scientist", "technician", "student", "contractor", "office")
"""Who somebody is in her company."""
IN_LAB = ("scientist", "technician", "student", "contractor")
TAGS = (*WORK, *KINDS, "lab", "minor")
"""What a row may ask for. `lab`: works in a laboratory, or with anything of WORK."""
BLOCKS = ("badge", "booking", "chemicals", "biologicals", "licence")
"""What a row can keep shut: the badge, booking instruments, receiving chemicals or biologicals, a licence's beginning."""
DOERS = ("person", "company", "operations", "safety", "finance")
ANCHORS = ("start", "exit")
ABOUT = ("person", "company")


@dataclass(frozen=True, slots=True)
class Item:
    """One row of a list. `due` are days after the anchor (negative: before); `applies_if` any of these tags, none: all.

    `after_due`: it blocks only once it is late (the law gives time), otherwise for as long as it is open.
    `lasts` days after it was done it is open again; None: done for good.
    """

    code: str
    says: Text
    doer: str
    signs: str
    due: int = 0
    anchor: str = "start"
    about: str = "person"
    applies_if: tuple[str, ...] = ()
    blocks: tuple[str, ...] = ()
    after_due: bool = False
    evidence: bool = False
    lasts: int | None = None
    source: str = ""
    """Where the rule comes from, where it is not the house's own."""


@dataclass(frozen=True, slots=True)
class Checklist:
    """A version of the rows."""

    version: int
    items: tuple[Item, ...]


def tags(*, kind: str, work: Iterable[str] = (), minor: bool = False) -> frozenset[str]:
    """Everything that rows may ask about a person (or, with an empty `kind`, a company)."""
    found = {kind, *work} - {""}
    if kind in IN_LAB or found & set(WORK):
        found.add("lab")
    if minor:
        found.add("minor")
    return frozenset(found)


def minor(born_on: date | None, on: date) -> bool:
    """Under 19 in Korea (Civil Act art. 4: adult at nineteen), by the civil calendar; who was born on 29 February comes
    of age on 1 March of other years. Unknown birth is no minor: the company says so when it adds her."""
    if born_on is None:
        return False
    years = on.year - born_on.year - ((on.month, on.day) < (born_on.month, born_on.day))
    return years < 19


def chosen(items: Iterable[Item], *, about: str, having: frozenset[str], anchor: str = "start") -> list[Item]:
    """The rows that apply, in the order in which they are due."""
    apply = [
        item for item in items
        if item.about == about and item.anchor == anchor and (not item.applies_if or having & set(item.applies_if))
    ]
    return sorted(apply, key=lambda item: (item.due, item.code))


def due_on(item: Item, anchor: date) -> date:
    return anchor + timedelta(days=item.due)


@dataclass(frozen=True, slots=True)
class Entry:
    """One row as somebody has it. `done_on` None and not waived: open."""

    code: str
    due_on: date
    blocks: tuple[str, ...] = ()
    after_due: bool = False
    done_on: date | None = None
    lasts: int | None = None
    waived: bool = False

    @property
    def ends_on(self) -> date | None:
        """The first day on which what was done counts no more."""
        return None if self.done_on is None or self.lasts is None else self.done_on + timedelta(days=self.lasts)


def is_open(entry: Entry, today: date) -> bool:
    if entry.waived:
        return False
    return entry.done_on is None or (entry.ends_on is not None and entry.ends_on <= today)


def is_late(entry: Entry, today: date) -> bool:
    """Open past its day. What was done and has run out is late from the day after."""
    limit = entry.due_on if entry.done_on is None else entry.ends_on or entry.due_on
    return is_open(entry, today) and limit < today


def keeps_shut(entry: Entry, thing: str, today: date) -> bool:
    return thing in entry.blocks and is_open(entry, today) and (not entry.after_due or entry.due_on < today)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far somebody is. `blocking`: thing → codes of the rows that keep it shut; only things that are shut."""

    done: int
    total: int
    late: tuple[str, ...]
    blocking: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def percent(self) -> int:
        """Whole percent, rounded down: 100 only where all is done. An empty list is done."""
        return 100 if not self.total else 100 * self.done // self.total


def progress(entries: Iterable[Entry], today: date) -> Progress:
    listed = list(entries)
    shut = {thing: tuple(e.code for e in listed if keeps_shut(e, thing, today)) for thing in BLOCKS}
    return Progress(
        done=sum(not is_open(e, today) for e in listed), total=len(listed),
        late=tuple(e.code for e in listed if is_late(e, today)), blocking={k: v for k, v in shut.items() if v},
    )


MOST_DAYS = 3650


def faults(items: Iterable[Item]) -> list[Text]:
    """What is wrong with a list, row by row; nothing for a sound one."""
    found: list[Text] = []
    seen: set[tuple[str, str, str]] = set()
    for item in items:
        wrong = _faults_of(item)
        key = (item.about, item.anchor, item.code)
        if key in seen:
            wrong.append(Text(ko="같은 코드가 두 번 있습니다.", en="the code is there twice."))
        seen.add(key)
        found += [Text(ko=f"{item.code}: {w.ko}", en=f"{item.code}: {w.en}") for w in wrong]
    return found


def _faults_of(item: Item) -> list[Text]:
    known = (
        ("doer", (item.doer,), DOERS), ("signs", (item.signs,), DOERS), ("anchor", (item.anchor,), ANCHORS),
        ("about", (item.about,), ABOUT), ("applies_if", item.applies_if, TAGS), ("blocks", item.blocks, BLOCKS),
    )
    wrong = [
        Text(ko=f"{name}에 모르는 값이 있습니다: {value}", en=f"{name} holds an unknown value: {value}")
        for name, values, allowed in known for value in values if value not in allowed
    ]
    if not item.code or not item.code.replace("_", "").isascii() or not item.code.replace("_", "").isalnum():
        wrong.append(Text(ko="코드는 영문과 숫자로 적습니다.", en="a code is made of letters and digits."))
    if not item.says.ko.strip() or not item.says.en.strip():
        wrong.append(Text(ko="한국어와 영어를 모두 적어야 합니다.", en="it must be said in Korean and in English."))
    if abs(item.due) > MOST_DAYS or (item.lasts is not None and not 0 < item.lasts <= MOST_DAYS):
        wrong.append(Text(ko="날수가 너무 크거나 0 이하입니다.", en="a number of days is out of bounds."))
    if item.about == "company" and item.doer == "person":
        wrong.append(Text(ko="회사의 항목을 개인이 할 수는 없습니다.", en="a company's row is not for one person to do."))
    return wrong


def from_rows(rows: Iterable[Mapping[str, Any]]) -> tuple[Item, ...]:
    """Rows as JSON holds them. Raises ValueError or TypeError for what is no row at all; `faults` judges the rest."""
    made = []
    for row in rows:
        more = dict(row)
        says = Text(ko=str(more.pop("ko", "")), en=str(more.pop("en", "")))
        more |= {name: tuple(str(v) for v in more[name]) for name in ("applies_if", "blocks") if name in more}
        for name in ("due", "lasts"):
            if more.get(name) is not None:
                more[name] = int(more[name])
        made.append(Item(says=says, **more))
    return tuple(made)


def to_rows(items: Iterable[Item]) -> list[dict[str, Any]]:
    """As JSON holds them; `from_rows` brings them back."""
    return [
        {"code": i.code, "ko": i.says.ko, "en": i.says.en, "doer": i.doer, "signs": i.signs, "due": i.due,
         "anchor": i.anchor, "about": i.about, "applies_if": list(i.applies_if), "blocks": list(i.blocks),
         "after_due": i.after_due, "evidence": i.evidence, "lasts": i.lasts, "source": i.source}
        for i in items
    ]  # fmt: skip
