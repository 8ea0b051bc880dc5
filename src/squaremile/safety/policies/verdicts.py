"""May this come in here? Yes, no, or somebody has to approve, with the sum that says so.

What others keep in the area is an interval: staff know it exactly, a company knows of it only in which tenth of the limit it
lies (docs/safety/head-room.md). The verdict is a function of that interval, of the asker's own amounts and of figures that
everybody may read: whatever else others have, the answer is the same to the letter.
"""

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from math import floor

from squaremile.kernel.words import Text
from squaremile.safety.policies.lab_units import UNKNOWN_LAB, Lab
from squaremile.safety.policies.limits import Unlimitable
from squaremile.safety.policies.packs import Pack, Threshold, worst
from squaremile.safety.policies.quantity import Unreadable, decimal_of, said
from squaremile.safety.policies.sums import Checked, Item, checks_of, designated, multiple_of

YES, APPROVAL, NO = "yes", "needs_approval", "no"
ORDER = (YES, APPROVAL, NO)
TENTHS = 10
"""A company is told of others' amounts in tenths of a limit."""
HAIR = Fraction(1, 10**9)
QUARTERS = 4
"""And of others' multiples in quarters of the first multiple at which a duty begins."""
DOUBTED = ("K", "C")
"""How sure what never blocks is."""
MULTIPLE = ("Σ", "", "", False)
"""The check of a pack of designated quantities."""

Which = tuple[str, str, str, bool]
NO_AREA = Text(ko="이 방은 어느 통제구역에도 들어 있지 않아 한도를 알 수 없습니다.", en="The room is in no control area: nobody knows its limits.")
NO_PACK = Text(ko="이 구역에 적용하는 규칙 묶음이 없습니다.", en="No rule pack is in force in this area.")
UNCLASSIFIED = Text(
    ko="{pack}: 이 물질은 분류되지 않아 합계에 넣을 수 없습니다({why}).",
    en="{pack}: the substance is unclassified and cannot be counted ({why}).")
UNSUMMED = Text(ko="{pack}: 단위를 바꿀 밀도가 없어 더할 수 없습니다.", en="{pack}: without a density its unit cannot be turned into the limit's.")
NO_LIMIT = Text(
    ko="{pack}: 이 구역의 한도를 낼 수 없습니다. 실험 단위 등급과 방 면적, 그 층의 수치가 있어야 합니다.",
    en="{pack}: no limit can be told here: the class of the laboratory unit, the areas of its rooms and a figure for its storey are needed.")
UNSURE = Text(ko="회사만 아는 분류라 안전관리자의 확인이 필요합니다.", en="Its own company alone says what it is: safety has to agree.")
UNVERIFIED = Text(ko="아직 확인하지 않은 수치입니다.", en="The figure is not verified yet.")


@dataclass(frozen=True, slots=True)
class Others:
    """What others have of one check, in the unit of its limit: at least `low`, and less than `high` where they differ."""

    low: Fraction
    high: Fraction
    firm: Fraction
    """How much of `low` may block: counted where it is by figures that somebody has read."""


NOTHING_KNOWN = Others(Fraction(0), Fraction(0), Fraction(0))


@dataclass(frozen=True, slots=True)
class Step:
    """One check of one pack: how it came out and the sentence with its sum."""

    pack: str
    hazard: str
    verdict: str
    says: Text
    certainty: str
    source: str
    room: Fraction | None = None
    """How much more of this class would have been a yes, as a multiple of what was asked for; None where nothing limits it."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The strictest of its steps."""

    answer: str
    steps: tuple[Step, ...]

    @property
    def reasons(self) -> tuple[Text, ...]:
        """The sentences of the steps that decided; of all where the answer is yes."""
        return tuple(step.says for step in self.steps if step.verdict == self.answer)


def exactly(found: Mapping[Which, Fraction], firmly: Mapping[Which, Fraction] | None = None) -> dict[Which, Others]:
    """For those who see everyone. `firmly`: the sums of what may block, where that is not all of it."""
    sure = found if firmly is None else firmly
    return {which: Others(total, total, sure.get(which, Fraction(0))) for which, total in found.items()}


def coarsely(
    found: Mapping[Which, Fraction], steps: Mapping[Which, Fraction], doubtful: Container[Which] = ()
) -> dict[Which, Others]:
    """For a company: which step of the limit the others' sum lies in, the first one where they have nothing as well.

    How sure the others' own substances are would say what they are: in a check of `doubtful` none of them blocks.
    """
    told = {}
    for which, step in steps.items():
        low = floor(found.get(which, Fraction(0)) / step) * step
        told[which] = Others(low, low + step, Fraction(0) if which in doubtful else low)
    return told


def totals(rules: Pack, items: Sequence[Item], place: "Place") -> dict[Which, Fraction]:
    """The sum of every check of a pack."""
    if rules.kind == "designated_quantity":
        return {MULTIPLE: multiple_of(rules, items)}
    return {check.which: check.exact for check in checks(rules, items, place)}


def firm(rules: Pack, items: Sequence[Item]) -> Sequence[Item]:
    """Those that may block: no figure that put them into their classes is one that nobody has read."""
    multiples = rules.kind == "designated_quantity"
    return [
        item for item in items
        if item.certainty not in DOUBTED and not (multiples and any(not trusted(rules.classes[c].certainty) for c in item.classes))
    ]


def firmly(rules: Pack, items: Sequence[Item], place: "Place", whole: Mapping[Which, Fraction]) -> Mapping[Which, Fraction]:
    """The sums of what may block, where `whole` are those of everything: mostly the same, and not added up again."""
    sure = firm(rules, items)
    return whole if len(sure) == len(items) else totals(rules, sure, place)


def doubtful(rules: Pack, checked: Iterable[Which]) -> set[Which]:
    """The checks whose classes something may be in by a figure that nobody has read: a property of the pack alone."""
    return {which for which in checked if _doubted(rules, which[0])}


@lru_cache(maxsize=4096)
def _doubted(rules: Pack, hazard: str) -> bool:
    multiples = hazard == MULTIPLE[0]
    members = set(rules.classes) if multiples else {hazard, *rules.classes[hazard].together}
    ways = [rule.certainty for rule in rules.liquids if {rule.hazard, rule.soluble} & members]
    ways += [named.certainty for named in rules.named.values() if named.hazard in members]
    ways += [each.certainty for each in rules.classes.values()] if multiples else []
    return not all(map(trusted, ways))


def grain(rules: Pack, items: Sequence[Item], place: "Place") -> dict[Which, Fraction]:
    """In which steps others' amounts are told for the checks that `items` touch."""
    if rules.kind == "designated_quantity":
        return {MULTIPLE: Fraction(_first(rules).first) / QUARTERS}
    return _tenths(checks(rules, items, place))


def _tenths(found: Iterable[Checked]) -> dict[Which, Fraction]:
    return {c.which: Fraction(c.limit.limit) / TENTHS for c in found if c.limit.limit}


@dataclass(frozen=True, slots=True)
class Place:
    """What counts of a control area: its storey, sprinklers, whether approved cabinets stand in it."""

    storey: int
    sprinklered: bool
    cabinets: bool
    lab: Lab = UNKNOWN_LAB


def judged(
    rules: Pack, place: Place, *, own: Sequence[Item], more: Item, others: Mapping[Which, Others], why: Text
) -> list[Step]:
    """Every check of one pack that `more` touches. `why`: why it is in its classes, or in none."""
    name = {"pack": rules.code, "why": why}
    if not more.classes:
        return [Step(rules.code, "", APPROVAL, UNCLASSIFIED.fill(name), "", "")]
    try:
        if rules.kind == "designated_quantity":
            step = _multiple(rules, own, more, others)
            return [_unsure(step)] if more.unsure else [step]
        had = totals(rules, own, place)
        sure = firmly(rules, own, place, had) if firm(rules, [more]) else None
        # What stands in a cabinet adds nothing outside of it: a check that does not grow is none.
        added = [check for check in checks(rules, [more], place) if check.exact]
    except Unreadable:
        return [Step(rules.code, "", APPROVAL, UNSUMMED.fill(name), "", "")]
    except Unlimitable:
        return [Step(rules.code, "", APPROVAL, NO_LIMIT.fill(name), "", "")]
    steps = [
        _step(rules, check, had.get(check.which, Fraction(0)), others.get(check.which, NOTHING_KNOWN), more,
              None if sure is None else sure.get(check.which, Fraction(0)))
        for check in added
    ]  # fmt: skip
    return [_unsure(step) for step in steps] if more.unsure else steps


def passes(rules: Pack, place: Place, *, own: Sequence[Item], rest: Sequence[Item], more: Item, exact: bool) -> bool:
    """Whether every step of `judged` is a yes, without its sentence: for who looks through many places. `rest`: what others
    have, which is told in its steps unless it is told `exact`."""
    if not more.classes:
        return False
    try:
        if rules.kind == "designated_quantity":
            return not more.unsure and _stays(rules, place, own, rest, more, exact)
        added = [check for check in checks(rules, [more], place) if check.exact]
        had = totals(rules, own, place) if own else {}
    except (Unreadable, Unlimitable):
        return False
    if more.unsure:
        return not added
    others = _told(lambda: totals(rules, rest, place) if rest else {}, None if exact else _tenths(added))
    return all(
        _fits(check, had.get(check.which, Fraction(0)), others.get(check.which, NOTHING_KNOWN)) for check in added
    )


def could_pass(rules: Pack, place: Place, more: Item, *, exact: bool) -> bool:
    """Whether `passes` may say yes of such a place at all, whatever stands there: a function of what comes and of public figures.

    A limit that refuses where nothing stands refuses wherever something does. A multiple is a yes where it stays between two
    duties, so it may do better where something stands: but never where it is wider than the widest gap between them.
    """
    if rules.kind != "designated_quantity":
        # What no figure of a laboratory unit limits has no sum, and none has no step.
        return passes(rules, place, own=(), rest=(), more=more, exact=exact or rules.kind == "laboratory_unit")
    if not more.classes or more.unsure:
        return False
    try:
        added = multiple_of(rules, [more])
    except Unreadable:
        return False
    told = Fraction(0) if exact else grain(rules, [more], place)[MULTIPLE]
    firsts = sorted(first for first, _duty in _duties(rules))
    return added + told < max((upper - lower for lower, upper in pairwise(firsts)), default=Fraction(0))


def _stays(rules: Pack, place: Place, own: Sequence[Item], rest: Sequence[Item], more: Item, exact: bool) -> bool:
    """Whether no duty begins by what comes."""
    had, added = multiple_of(rules, own), multiple_of(rules, [more])
    others = _told(lambda: {MULTIPLE: multiple_of(rules, rest)}, None if exact else grain(rules, [more], place))
    return _multiplied(rules, had, added, others.get(MULTIPLE, NOTHING_KNOWN))[0] == YES


def _told(sums: Callable[[], Mapping[Which, Fraction]], steps: Mapping[Which, Fraction] | None) -> dict[Which, Others]:
    try:
        return exactly(sums()) if steps is None else coarsely(sums(), steps)
    except (Unreadable, Unlimitable):
        return {}


def _fits(check: Checked, had: Fraction, others: Others) -> bool:
    most = check.limit.limit
    return most is None or had + check.exact + others.high <= Fraction(most)


def _unsure(step: Step) -> Step:
    """What only its own company says of a substance is no yes before safety has agreed."""
    says = Text(ko=f"{step.says.ko} {UNSURE.ko}", en=f"{step.says.en} {UNSURE.en}")
    return replace(step, verdict=APPROVAL, says=says) if step.verdict == YES else step


def verdict(steps: Iterable[Step]) -> Verdict:
    """The strictest step decides; nothing to check is a yes."""
    every = tuple(steps)
    return Verdict(max((step.verdict for step in every), key=ORDER.index, default=YES), every)


def checks(rules: Pack, items: Sequence[Item], place: Place) -> tuple[Checked, ...]:
    """Every check of a pack of limits on what stands in a place. Raises Unlimitable."""
    return checks_of(rules, items, floor=place.storey, sprinklered=place.sprinklered, cabinets=place.cabinets, lab=place.lab)


def _step(rules: Pack, added: Checked, had: Fraction, others: Others, more: Item, sure: Fraction | None) -> Step:
    """One check: what the asker had of it, what comes, and what others have. Sums are linear, so that each is summed once.

    Only what is sure is a no: with the limit, what comes and so much of the rest as is over it by itself.
    """
    most = added.limit
    if most.limit is None:
        return Step(rules.code, added.hazard, YES, most.arithmetic, most.certainty, most.source)
    own, limit = had + added.exact, Fraction(most.limit)
    if _fits(added, had, others):
        answer = YES
    elif own + others.low > limit:
        answer = NO
    else:
        answer = APPROVAL
    room = (limit - others.high - had) / added.exact if added.exact else None
    says = most.reason or _sum_said(rules, added, had, others)
    blocks = sure is not None and trusted(most.certainty) and sure + added.exact + others.firm > limit
    if answer == NO and not blocks:
        answer, says = APPROVAL, Text(ko=f"{says.ko} {UNVERIFIED.ko}", en=f"{says.en} {UNVERIFIED.en}")
    return Step(rules.code, added.hazard, answer, says, worst(most.certainty, more.certainty), most.source, room)


def trusted(certainty: str) -> bool:
    """Whether a figure may block: read in an official or a credible text, or verified here."""
    return certainty in ("A", "B")


def _sum_said(rules: Pack, check: Checked, had: Fraction, others: Others) -> Text:
    unit, limit = check.limit.unit, said(check.limit.limit or 0)  # type: ignore[arg-type]
    mine, new = _said(had), _said(check.exact)
    where = (" (보관함 밖)", " outside cabinets") if check.outside else ("", "")
    ko, en = _others_said(others)
    total = had + check.exact + others.high
    mark = ">" if total > Fraction(check.limit.limit or 0) else "≤"
    at_most = ("최대 ", "at most ") if others.low != others.high else ("", "")
    return Text(
        ko=f"{rules.code} {check.hazard}{where[0]}: 보유 {mine} + 반입 {new} + {ko} = {at_most[0]}{_said(total)} {mark} {limit} {unit}",
        en=f"{rules.code} {check.hazard}{where[1]}: held {mine} + new {new} + {en} = {at_most[1]}{_said(total)} {mark} {limit} {unit}",
    )


def _others_said(others: Others) -> tuple[str, str]:
    if others.low == others.high:
        return f"다른 보유분 {_said(others.low)}", f"others {_said(others.low)}"
    return f"다른 입주사 {_said(others.high)} 미만으로 어림", f"others, told as less than {_said(others.high)}"


def _said(value: Fraction) -> str:
    return said(decimal_of(value))


def _first(rules: Pack) -> Threshold:
    """The lowest multiple at which a duty begins."""
    return min((t for t in rules.thresholds if t.first > 0), key=lambda t: t.first)


def _multiple(rules: Pack, own: Sequence[Item], more: Item, others: Mapping[Which, Others]) -> Step:
    had = multiple_of(rules, own)
    summed = designated(rules, [*own, more])
    known = others.get(MULTIPLE, NOTHING_KNOWN)
    added = summed.exact - had
    answer, begins, reached = _multiplied(rules, had, added, known)
    high, top = summed.exact + known.high, _top(rules)
    ko, en = _others_said(known)
    at_most = ("최대 ", "at most ") if known.low != known.high else ("", "")
    duty = reached.label
    says = Text(
        ko=f"{rules.code}: 보유 {_said(had)} + 반입 {_said(added)} + {ko} = {at_most[0]}지정수량의 {_said(high)}배. {duty.ko}",
        en=f"{rules.code}: held {_said(had)} + new {_said(added)} + {en} = {at_most[1]}{_said(high)} times the designated quantity. {duty.en}",
    )
    if answer == NO and not (
        trusted(top.certainty) and firm(rules, [more])
        and multiple_of(rules, firm(rules, own)) + added + known.firm >= Fraction(top.first)
    ):
        answer, says = APPROVAL, Text(ko=f"{says.ko} {UNVERIFIED.ko}", en=f"{says.en} {UNVERIFIED.en}")
    upper = min((t.first for t in rules.thresholds if t.first > begins.first), default=None)
    # At the threshold itself the duty has begun: a hair less is the most.
    room = (Fraction(upper) - known.high - had) / added * (1 - HAIR) if upper is not None and added else None
    return Step(rules.code, more.classes[0], answer, says, summed.certainty, top.source, room)


def _multiplied(rules: Pack, had: Fraction, added: Fraction, known: Others) -> tuple[str, Threshold, Threshold]:
    """The answer, and the duties that hold before what comes and with it."""
    begins, reached = _band(rules, had + known.low), _band(rules, had + added + known.high)
    if had + added + known.low >= Fraction(_top(rules).first):
        return NO, begins, reached
    return (APPROVAL if reached.first > begins.first else YES), begins, reached


def _top(rules: Pack) -> Threshold:
    return max(rules.thresholds, key=lambda t: t.first)


def _band(rules: Pack, multiple: Fraction) -> Threshold:
    return max((t for first, t in _duties(rules) if first <= multiple), key=lambda t: t.first)


@lru_cache(maxsize=64)
def _duties(rules: Pack) -> tuple[tuple[Fraction, Threshold], ...]:
    """Each with the multiple at which it begins."""
    return tuple((Fraction(t.first), t) for t in rules.thresholds)
