"""Changing a rule set that instruments already follow."""

from collections.abc import Sequence
from typing import Any

from squaremile.booking import rules, words
from squaremile.booking.models import BookingRules, OpeningHours, Quota
from squaremile.core.words import BAD_INPUT, NOT_FOUND
from squaremile.kernel.errors import Missing
from squaremile.kernel.operation import note, operation


@operation(
    "booking.edit_rules", ko="이용 규칙 고치기", en="Edit rules of use", may=rules.keep_catalogue, refuses=(NOT_FOUND,),
    constraints={"rules_lengths_fit": words.RULES_UNFIT, "rules_named": BAD_INPUT,
                 "rules_horizon_positive": words.RULES_UNFIT, "opening_hours_sound": words.RULES_UNFIT,
                 "opening_hours_once": words.RULES_UNFIT, "quota_sound": words.RULES_UNFIT},
)
def edit_rules(
    *, rules_of_use: str, name_ko: str | None = None, name_en: str | None = None,
    hours: Sequence[tuple[int, int, int]] | None = None, quotas: Sequence[dict[str, Any]] | None = None,
    step_minutes: int | None = None, min_minutes: int | None = None, max_minutes: int | None = None,
    lead_minutes: int | None = None, horizon_days: int | None = None, buffer_before_minutes: int | None = None,
    buffer_after_minutes: int | None = None, cancel_free_minutes: int | None = None,
    needs_approval: bool | None = None, offers_assistance: bool | None = None, early_start_minutes: int | None = None,
) -> BookingRules:
    """Change what is given; what is left out stays. Hours and quotas are replaced as a whole; the old rows are kept.

    Bookings already made stay as they are.
    """
    found = BookingRules.objects.select_for_update().filter(code=rules_of_use).first()
    if found is None:
        raise Missing(NOT_FOUND)
    given: dict[str, Any] = {
        "name_ko": name_ko, "name_en": name_en, "step_minutes": step_minutes, "min_minutes": min_minutes,
        "max_minutes": max_minutes, "lead_minutes": lead_minutes, "horizon_days": horizon_days,
        "buffer_before_minutes": buffer_before_minutes, "buffer_after_minutes": buffer_after_minutes,
        "cancel_free_minutes": cancel_free_minutes, "needs_approval": needs_approval,
        "offers_assistance": offers_assistance, "early_start_minutes": early_start_minutes,
    }
    changes = {name: value for name, value in given.items() if value is not None}
    for name, value in changes.items():
        setattr(found, name, value)
    found.save()
    if hours is not None:
        _replace(found, OpeningHours, [{"weekday": w, "opens_minute": o, "closes_minute": c} for w, o, c in hours])
    if quotas is not None:
        _replace(found, Quota, quotas)
    note(subject=found, changed=sorted(changes), hours=hours is not None, quotas=quotas is not None)
    return found


def _replace(owner: BookingRules, model: Any, rows: Sequence[dict[str, Any]]) -> None:
    """Old rows stay, switched off: what once applied can still be read."""
    model.objects.filter(rules=owner, active=True).update(active=False)
    model.objects.bulk_create(model(rules=owner, **row) for row in rows)
