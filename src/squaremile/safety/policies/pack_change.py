"""What another edition of a pack changes for what stands somewhere: the same items, summed by both, check by check."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from squaremile.kernel.words import Text
from squaremile.safety.policies.limits import Unlimitable
from squaremile.safety.policies.packs import Pack
from squaremile.safety.policies.sums import Checked, Item, countable, designated
from squaremile.safety.policies.verdicts import APPROVAL, NO, NO_LIMIT, YES, Place, checks, trusted


@dataclass(frozen=True, slots=True)
class Standing:
    """One check of one edition: how much stands there, how much may, and what that comes to. `limit` is None where nothing
    limits it. `says`: a duty that begins, or why there is no limit."""

    total: Decimal
    limit: Decimal | None
    unit: str
    verdict: str
    says: Text | None = None


@dataclass(frozen=True, slots=True)
class Shift:
    """One check that the two editions answer differently; None where an edition has no such check."""

    hazard: str
    label: Text
    condition: str
    outside: bool
    before: Standing | None
    after: Standing | None

    @property
    def turned(self) -> bool:
        """Whether the verdict itself changes, not the figures alone."""
        return (self.before.verdict if self.before else YES) != (self.after.verdict if self.after else YES)


Key = tuple[str, str, str, bool]


def shifts(before: Pack, after: Pack, place: Place, had: Sequence[Item], has: Sequence[Item]) -> list[Shift]:
    """Every check of a place that comes out differently, verdicts that turn first. `had` and `has`: what stands there, as the
    one edition classes it and as the other."""
    was, now = _standings(before, place, had), _standings(after, place, has)
    found = []
    for key in dict.fromkeys([*was, *now]):
        if was.get(key) != now.get(key):
            hazard, condition, _state, outside = key
            label = next((p.classes[hazard].label for p in (after, before) if hazard in p.classes), after.title)
            found.append(Shift(hazard, label, condition, outside, was.get(key), now.get(key)))
    return sorted(found, key=lambda shift: not shift.turned)


def _standings(rules: Pack, place: Place, items: Sequence[Item]) -> dict[Key, Standing]:
    classed = [item for item in items if item.classes and countable(rules, item)]
    if rules.kind == "designated_quantity":
        return {("Σ", "", "", False): _multiple(rules, classed)}
    try:
        return {each.which: _standing(each) for each in checks(rules, classed, place)}
    except Unlimitable:
        return {("", "", "", False): Standing(Decimal(0), None, "", APPROVAL, NO_LIMIT.fill({"pack": rules.code}))}


def _standing(check: Checked) -> Standing:
    verdict = YES if not check.over else NO if trusted(check.limit.certainty) else APPROVAL
    return Standing(check.total, check.limit.limit, check.limit.unit, verdict, check.limit.reason)


def _multiple(rules: Pack, items: Sequence[Item]) -> Standing:
    summed = designated(rules, items)
    reached, top = summed.threshold, max(t.first for t in rules.thresholds)
    if reached is None or reached.first <= 0:
        verdict = YES
    else:
        verdict = NO if reached.first == top and trusted(summed.certainty) else APPROVAL
    return Standing(summed.multiple or Decimal(0), top, "×", verdict, reached.label if reached else None)
