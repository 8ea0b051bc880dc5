"""“k of N”: a headline that is counted from its members, each with a source and a date, and never typed.

A member is yes, no or unknown. What is old, or known less finely than the claim needs, is unknown. The sentence says
“at least” where anything is unknown, and what would refute it.
"""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.atlas.measures.showing import Shown
from squaremile.atlas.policies.precision import CLASSES, NAMES, at_least
from squaremile.kernel.words import Text

STATES = ("yes", "no", "unknown")
TYPED = ("k", "n", "count", "value", "total", "answer")
FIELDS = ("claim", "definition", "as_of", "precision", "refuted_by", "fresh_for_days", "members")
MEMBER_FIELDS = ("name", "state", "source", "date", "precision", "note")


@dataclass(frozen=True, slots=True)
class Member(Shown):
    """One of the N. `counted` is the state that counts, `why` why it differs from the one that was entered."""

    name: str
    state: str
    source: str = ""
    date: datetime.date | None = None
    precision: str = "unknown"
    note: str = ""
    counted: str = ""
    why: Text | None = None

    def as_dict(self) -> dict[str, Any]:
        """Dates as ISO texts."""
        return {
            "name": self.name, "state": self.state, "counted": self.counted or self.state, "source": self.source,
            "date": self.date.isoformat() if self.date else None, "precision": self.precision, "note": self.note,
            "why": {"ko": self.why.ko, "en": self.why.en} if self.why else None,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found(Shown):
    """A claim and its count: `k` are yes, between `k` and `at_most` the truth, `n` all members."""

    claim: Text
    sentence: Text
    definition: Text
    precision: str
    as_of: datetime.date
    refuted_by: tuple[Text, ...]
    k: int
    no: int
    unknown: int
    n: int
    at_most: int
    members: tuple[Member, ...]

    def as_dict(self) -> dict[str, Any]:
        """As JSON has it."""
        texts = {name: {"ko": t.ko, "en": t.en} for name, t in
                 (("claim", self.claim), ("sentence", self.sentence), ("definition", self.definition))}  # fmt: skip
        return {
            **texts, "precision": self.precision, "as_of": self.as_of.isoformat(),
            "refuted_by": [{"ko": t.ko, "en": t.en} for t in self.refuted_by],
            "k": self.k, "no": self.no, "unknown": self.unknown, "n": self.n, "at_most": self.at_most,
            "members": [m.as_dict() for m in self.members],
        }  # fmt: skip


def claim(
    *, text: Text, definition: Text, as_of: datetime.date, members: Sequence[Member], precision: str = "city",
    refuted_by: Text | None = None, fresh_for_days: int | None = None,
) -> Found:  # fmt: skip
    """Count the claim on the day `as_of`.

    `precision` is the class of place that a yes or no needs at least; `fresh_for_days` how old evidence may be (None: any
    age). Raises Unmeasurable for no members, one named twice, an unknown state or class, a yes or no without source or
    date, and evidence from after `as_of`.
    """
    if precision not in CLASSES:
        raise _refuse(f"정밀도 {precision}은(는) 없습니다: {', '.join(CLASSES)}", f"There is no precision {precision}: {', '.join(CLASSES)}.")
    if fresh_for_days is not None and fresh_for_days < 1:
        raise _refuse("fresh_for_days는 1 이상입니다.", "fresh_for_days is 1 or more.")
    if not definition.ko.strip() or not definition.en.strip():
        raise _refuse("무엇을 세는지 정의를 적으십시오(ko, en).", "Say what is counted: a definition in ko and en.")
    _one_by_one(members, as_of)
    judged = tuple(_judged(member, as_of, precision, fresh_for_days) for member in members)
    k, no = (sum(m.counted == state for m in judged) for state in ("yes", "no"))
    unknown = len(judged) - k - no
    return Found(
        claim=text, sentence=_sentence(k, unknown, len(judged), as_of), definition=definition, precision=precision,
        as_of=as_of, refuted_by=_refutations(refuted_by, k, unknown), k=k, no=no, unknown=unknown, n=len(judged),
        at_most=k + unknown, members=judged,
    )  # fmt: skip


def _one_by_one(members: Sequence[Member], as_of: datetime.date) -> None:
    if not members:
        raise _refuse("대상 목록이 비어 있습니다.", "The list of members is empty.")
    seen: set[str] = set()
    for row, member in enumerate(members, start=1):
        name, folded = member.name.strip(), member.name.strip().casefold()
        if not name:
            raise _refuse(f"{row}번째 대상에 이름이 없습니다.", f"Member {row} has no name.")
        if folded in seen:
            raise _refuse(f"{name}: 목록에 두 번 있습니다.", f"{name} is on the list twice.")
        seen.add(folded)
        if member.state not in STATES:
            raise _refuse(f"{name}: 상태는 yes, no, unknown 가운데 하나입니다.", f"{name}: the state is yes, no or unknown, not {member.state!r}.")
        if member.precision not in CLASSES:
            raise _refuse(f"{name}: 정밀도 {member.precision}은(는) 없습니다.", f"{name}: there is no precision {member.precision}.")
        if member.state != "unknown" and (not member.source.strip() or member.date is None):
            raise _refuse(
                f"{name}: ‘{member.state}’에는 출처와 날짜가 있어야 합니다. 없으면 unknown으로 두십시오.",
                f"{name}: a {member.state} wants a source and a date. Without them it is unknown.",
            )
        if member.date is not None and member.date > as_of:
            raise _refuse(f"{name}: 근거의 날짜가 기준일보다 뒤입니다.", f"{name}: its evidence is dated after the claim ({as_of.isoformat()}).")


def _judged(member: Member, as_of: datetime.date, precision: str, fresh_for_days: int | None) -> Member:
    counted, why = member.state, None
    if member.state != "unknown":
        age = (as_of - member.date).days if member.date else 0
        if fresh_for_days is not None and age > fresh_for_days:
            counted, why = "unknown", Text(ko=f"근거가 {age}일 전의 것입니다.", en=f"The evidence is {age} days old.")
        elif not at_least(member.precision, precision):
            known = NAMES[member.precision]
            counted, why = "unknown", Text(
                ko=f"위치를 아는 정도: {known.ko}. 이 주장에는 모자랍니다.", en=f"The place is known to: {known.en}. The claim needs more."
            )
    return Member(
        member.name.strip(), member.state, member.source.strip(), member.date, member.precision, member.note, counted, why
    )


def _sentence(k: int, unknown: int, n: int, as_of: datetime.date) -> Text:
    day = as_of.isoformat()
    if unknown == 0:
        return Text(ko=f"{n}곳 가운데 {k}곳입니다({day} 기준).", en=f"{k} of {n}, as of {day}.")
    return Text(
        ko=f"{n}곳 가운데 적어도 {k}곳입니다. {unknown}곳은 알 수 없어 많으면 {k + unknown}곳입니다({day} 기준).",
        en=f"At least {k} of {n}; {unknown} unknown, so at most {k + unknown}, as of {day}.",
    )


def _refutations(said: Text | None, k: int, unknown: int) -> tuple[Text, ...]:
    """What was said of it, and what follows from the count itself."""
    found = [said] if said else []
    if k:
        found.append(Text(
            ko=f"‘예’로 센 {k}곳 가운데 하나라도 정의에 맞지 않음이 드러나면 수가 줄어듭니다.",
            en=f"One of the {k} counted as yes shown not to fit the definition lowers the figure.",
        ))  # fmt: skip
    if unknown:
        found.append(Text(
            ko=f"알 수 없는 {unknown}곳 가운데 하나가 밝혀지면 수나 상한이 바뀝니다.",
            en=f"Evidence on one of the {unknown} unknown changes the figure or its upper bound.",
        ))  # fmt: skip
    return tuple(found)


def claim_from(document: Mapping[str, Any]) -> Found:
    """A claim as a document has it (see docs/atlas/comparing.md). k and N in it are refused: they are counted.

    Raises Unmeasurable as `claim` does, for missing or unknown fields, and for dates that are none.
    """
    if typed := next((name for name in document if name.casefold() in TYPED), None):
        raise _refuse(
            f"‘{typed}’ 칸을 지우십시오. 수는 적지 않고 대상에서 셉니다.", f"Remove “{typed}”: the figure is counted from the members, never typed."
        )
    _known(document, FIELDS, ("claim", "definition", "as_of", "members"), "the claim", "주장")
    rows = document["members"]
    if not isinstance(rows, list):
        raise _refuse("members는 목록입니다.", "members is a list.")
    fresh = document.get("fresh_for_days")
    if fresh is not None and (not isinstance(fresh, int) or isinstance(fresh, bool)):
        raise _refuse("fresh_for_days는 날 수(정수)입니다.", "fresh_for_days is a whole number of days.")
    return claim(
        text=_text(document["claim"], "claim"), definition=_text(document["definition"], "definition"),
        as_of=_day(document["as_of"], "as_of"), members=[_member(row, number) for number, row in enumerate(rows, start=1)],
        precision=str(document.get("precision", "city")), fresh_for_days=fresh,
        refuted_by=_text(document["refuted_by"], "refuted_by") if document.get("refuted_by") else None,
    )  # fmt: skip


def _member(row: Any, number: int) -> Member:
    if not isinstance(row, Mapping):
        raise _refuse(f"{number}번째 대상은 칸이 있는 줄이 아닙니다.", f"Member {number} is no record.")
    _known(row, MEMBER_FIELDS, ("name", "state"), f"member {number}", f"{number}번째 대상")
    said = {name: str(row.get(name) or "") for name in ("name", "state", "source", "note")}
    when = _day(row["date"], f"member {number}, date") if row.get("date") else None
    return Member(**said, date=when, precision=str(row.get("precision") or "unknown"))


def _known(given: Mapping[str, Any], fields: Sequence[str], needed: Sequence[str], what_en: str, what_ko: str) -> None:
    if odd := [name for name in given if name not in fields]:
        raise _refuse(
            f"{what_ko}: {odd[0]} 칸은 없습니다. 있는 칸: {', '.join(fields)}", f"{what_en} has no field {odd[0]}. There are: {', '.join(fields)}."
        )
    if absent := [name for name in needed if given.get(name) in (None, "")]:
        raise _refuse(f"{what_ko}: {absent[0]} 칸이 비어 있습니다.", f"{what_en}: {absent[0]} is missing.")


def _text(value: Any, name: str) -> Text:
    """One text for both languages, or one for each."""
    if isinstance(value, str):
        return Text(ko=value, en=value)
    if isinstance(value, Mapping) and set(value) == {"ko", "en"} and all(isinstance(v, str) for v in value.values()):
        return Text(ko=value["ko"], en=value["en"])
    raise _refuse(f"{name}: 문장 하나, 또는 ko와 en을 적으십시오.", f"{name}: write one text, or ko and en.")


def _day(value: Any, name: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(str(value))
    except ValueError:
        raise _refuse(f"{name}: {value}은(는) 날짜(2026-11-26)가 아닙니다.", f"{name}: {value} is no date (2026-11-26).") from None


def _refuse(ko: str, en: str) -> Unmeasurable:
    return Unmeasurable(Text(ko=ko, en=en))
