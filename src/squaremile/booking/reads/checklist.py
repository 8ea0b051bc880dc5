"""Why can't I book this? Every condition, open or shut, in words, with the way out."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from uuid import UUID

from squaremile.booking import words
from squaremile.booking.policies import quota, slots
from squaremile.booking.reads import reserving
from squaremile.core import gates
from squaremile.kernel import clock
from squaremile.kernel.period import Period
from squaremile.kernel.scope import Scope
from squaremile.kernel.words import Text, catalogue


@dataclass(frozen=True, slots=True)
class Check:
    """One row: does it hold, what to say of it, and what to do where it does not."""

    code: str
    label: Text
    open: bool
    says: Text
    remedy: Text | None = None
    url: str = ""
    arithmetic: Text | None = None


_STANDING = {
    "service": (words.NOT_IN_SERVICE,), "faults": (words.FAULT_OPEN,),
    "training": (words.NOT_QUALIFIED, words.QUALIFICATION_ENDS),
}
_ANCHOR = {"service": "equivalents", "faults": "faults", "training": "contact", "time": "rules", "free": "gaps"}


def company_of(asking: Scope) -> UUID | None:
    """The company that conditions are shown for where none is named: the only one, or the first."""
    return min(asking.organisations, default=None)


def standing(slot: reserving.Slot) -> list[Check]:
    """State, faults and training: what does not depend on the time that is asked for."""
    broken = {breach.code: breach for breach in slot.breaches(clock.now())}
    rows = []
    for name, codes in _STANDING.items():
        if name == "training" and not slot.needs_qualification:
            continue
        breach = next((broken[code] for code in codes if code in broken), None)
        rows.append(_shut(name, slot, breach) if breach else _holds(name, slot))
    return rows


def timing(slot: reserving.Slot) -> list[Check]:
    """Lengths, notice and hours: one row, or one for every rule the time breaks."""
    known = {code for codes in _STANDING.values() for code in codes}
    broken = [breach for breach in slot.breaches(clock.now()) if breach.code not in known]
    return [_shut("time", slot, breach) for breach in broken] or [_holds("time", slot)]


def shares(slot: reserving.Slot, *, but: UUID | None = None) -> Iterator[Check]:
    """One row for each share, with its arithmetic. One statement a share: rules have few."""
    for share in slot.shares:
        frame = Period(
            quota.window(share, slot.period.start, slot.zone).start, quota.window(share, slot.period.end, slot.zone).end
        )
        person = slot.person if share.per == "person" else None
        held = reserving.held(
            equipment=slot.equipment, person=person, organisation=slot.organisation, frame=frame, but=but
        )
        verdicts = quota.judge(share, slot.period, held, slot.zone)
        worst = max(verdicts, key=lambda v: v.held + v.asked)
        name = f"share_{share.per}"
        if worst.fits:
            values = {"total": worst.held + worst.asked, "most": share.minutes}
            yield Check(name, words.CHECKS[name], True, words.HOLDS[name].fill(values))
        else:
            code = words.QUOTA_PERSON if share.per == "person" else words.QUOTA_COMPANY
            row = _shut(name, slot, slots.Breach(code))
            yield replace(row, arithmetic=quota.arithmetic(worst))


def free(slot: reserving.Slot, is_free: bool) -> Check:
    return _holds("free", slot) if is_free else _shut("free", slot, slots.Breach(words.SLOT_TAKEN))


def of_others(slot: reserving.Slot) -> list[Check]:
    """What safety, residency and billing say (core.gates)."""
    return [
        Check(gate.code, gate.label, gate.open, gate.says, gate.remedy, gate.url)
        for gate in gates.checklist("booking.reserve", slot)
    ]


def _holds(name: str, slot: reserving.Slot) -> Check:
    until = slot.qualified_until.astimezone(slot.zone).strftime("%Y-%m-%d") if slot.qualified_until else ""
    return Check(name, words.CHECKS[name], True, words.HOLDS[name].fill({"instrument": slot.name, "until": until}))


def _shut(name: str, slot: reserving.Slot, breach: slots.Breach) -> Check:
    said = catalogue[breach.code]
    values = {"instrument": slot.name, **dict(breach.values)}
    remedy = said.remedy.fill(values) if said.remedy else None
    anchor = _ANCHOR.get(name)
    url = f"/book/{slot.code}/#{anchor}" if anchor else ""
    return Check(breach.code, words.CHECKS[name], False, said.text.fill(values), remedy, url)
