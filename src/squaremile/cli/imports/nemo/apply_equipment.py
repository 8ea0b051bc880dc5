"""NEMO's tools become instruments: their kinds, their rules of use, and the instruments themselves."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from squaremile.booking import operations as booking
from squaremile.booking.reads import entries
from squaremile.cli.imports.applying import Made, about, is_korean
from squaremile.cli.imports.nemo import apply_words as words
from squaremile.cli.imports.nemo.applying import Applying
from squaremile.cli.imports.nemo.equipment import Equipment, Queue
from squaremile.cli.imports.nemo.limits import carried, digest
from squaremile.cli.imports.nemo.rules import BookingRules
from squaremile.cli.imports.sorts import ensure_kind
from squaremile.kernel.words import Text

NAME, SERIAL, CONTACT = 160, 80, 120


def rules_id(rules: BookingRules) -> str:
    return f"nemo:rules:{digest(rules)}"


def apply_equipment(run: Applying) -> None:
    """Every instrument asks for a qualification, as NEMO always did."""
    kinds = entries.kinds()
    sets = _rule_sets(run)
    keys = {}
    for each in run.track(words.EQUIPMENT, run.plan.equipment):
        known = run.ledger.subject(each.external_id, "equipment")
        if known is None:
            with about(each.external_id):
                known = _add(run, each, ensure_kind(each.kind[0] if each.kind else "", kinds), sets)
        else:
            run.report.same("tool")
        keys[each.external_id] = known
        for alias in each.aliases:
            run.ledger.once("tool", alias.external_id, "equipment", partial(_Same, known))
    here = {entry.id: entry.code for entry in entries.equipment() if not entry.retired}
    run.equipment = {key: here[id] for key, id in keys.items() if id in here}


@dataclass(frozen=True, slots=True)
class _Same:
    """Another name of an instrument that exists."""

    id: UUID


def _rule_sets(run: Applying) -> dict[BookingRules, str]:
    """Codes of the rule sets, one for each distinct set of limits that we can keep."""
    used = Counter(each.rules for each in run.plan.equipment)
    here = {rules_id(rules): run.ledger.knows(rules_id(rules)) for rules in used}
    number = sum(here.values())
    names: dict[str, Text] = {}
    keys: dict[BookingRules, UUID] = {}
    for rules, count in used.items():
        external_id = rules_id(rules)
        if not here[external_id]:
            number += external_id not in names
            name = names.setdefault(external_id, words.RULES.fill({"number": number}))
            _tell(run, rules, name, count)
        keys[rules] = run.ledger.once(
            "", external_id, "rules", partial(_rule_set, rules, names.get(external_id, words.RULES))
        )
    codes = entries.rule_sets()
    return {rules: codes[id] for rules, id in keys.items()}


def _rule_set(rules: BookingRules, name: Text) -> Made:
    carries = carried(rules)
    return booking.add_rules(name_ko=name.ko, name_en=name.en, quotas=carries.quotas, **carries.numbers)


def _tell(run: Applying, rules: BookingRules, name: Text, count: int) -> None:
    """The limits that did not come along, and the one that changed its form."""
    carries = carried(rules)
    if carries.left:
        limits = Text(ko=", ".join(t.ko for t in carries.left), en=", ".join(t.en for t in carries.left))
        said = words.LIMITS_LEFT.fill({"name": name, "count": count, "limits": limits})
        run.report.find("limits_left", rules_id(rules), said)
    if carries.share:
        values = {"name": name, "count": rules.per_day, "minutes": carries.share}
        run.report.find("per_day_as_share", rules_id(rules), words.PER_DAY_AS_SHARE.fill(values))


def _add(run: Applying, each: Equipment, kind: str, sets: dict[BookingRules, str]) -> UUID:
    """The instrument, out of service where NEMO had it hidden or down (a fault that stops it says so by itself)."""
    says = _says(each)
    made = booking.add_equipment(
        kind=kind, place=run.rooms.get(each.place or "") or run.rooms[""], rules_of_use=sets[each.rules],
        serial=run.ledger.fit(each.serial, SERIAL, each.external_id), needs_qualification=True,
        contact=run.ledger.fit(_contact(run, each), CONTACT, each.external_id),
        says_ko=says if is_korean(says) else "", says_en="" if is_korean(says) else says,
        **run.ledger.names(each.name, NAME, each.external_id),
    )  # fmt: skip
    run.ledger.remember(each.external_id, "equipment", made.id)
    run.report.made("tool")
    stopped = any(fault.stops and fault.equipment == each.external_id for fault in run.plan.faults)
    if not each.visible or not (each.operational or stopped):
        why = words.DOWN if each.visible else words.HIDDEN
        booking.set_equipment_state(equipment=made.code, state="out_of_service", says_ko=why.ko, says_en=why.en)
    if each.queue is Queue.WAITLIST:
        run.report.find("only_waitlist", each.external_id, words.ONLY_WAITLIST.fill({"name": each.name}))
    return made.id


def _says(each: Equipment) -> str:
    """The description, and what has no column of its own, in the language of the description."""
    lang = "ko" if is_korean(each.description or each.name) else "en"
    extra = [(words.LOCATION, each.location), (words.CATEGORY, " / ".join(each.kind) if len(each.kind) > 1 else ""),
             (words.ALIASES, ", ".join(alias.name for alias in each.aliases))]  # fmt: skip
    lines = [label.fill({"value": value}).say(lang) for label, value in extra if value]
    lines += [f"{name}: {value}" for name, value in each.properties]
    return "\n".join(part for part in (each.description, *lines) if part)


def _contact(run: Applying, each: Equipment) -> str:
    owner = run.name_of(each.owner) if each.owner else ""
    return ", ".join(part for part in (owner, each.phone, each.email) if part)
