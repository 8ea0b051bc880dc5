"""Delegations: from the first draft to the last report."""

from datetime import date, time
from zoneinfo import ZoneInfo

from squaremile.core.words import BAD_INPUT, CODE_TAKEN, CODE_UNFIT, NAME_NEEDED
from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden, Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.money import MINOR_DIGITS
from squaremile.kernel.operation import NOT_ALLOWED, note, operation
from squaremile.kernel.scope import require
from squaremile.network import rules
from squaremile.network.models import Delegation, DelegationMember, Partner, VisitDocument
from squaremile.network.words import directory
from squaremile.network.words import visits as words

MOST_DAYS = 30
STEP = {"delegation_step_allowed": words.STEP_NOT_ALLOWED}
SAID_BY_TABLE = {
    "delegation_named": NAME_NEEDED, "delegation_direction_known": BAD_INPUT, "delegation_level_known": BAD_INPUT,
    "delegation_days_in_order": words.DAYS_BACKWARD, "delegation_terms_sound": BAD_INPUT,
}  # fmt: skip
OVER = ("closed", "cancelled")


@operation(
    "network.add_delegation", ko="방문단 만들기", en="Plan a delegation", may=rules.liaise,
    refuses=(words.DAYS_BACKWARD, words.VISIT_TOO_LONG, words.ZONE_UNKNOWN, words.CURRENCY_UNKNOWN, directory.PARTNER_UNKNOWN),
    constraints={"network_delegation_code_key": CODE_TAKEN, "delegation_code_fits": CODE_UNFIT, **SAID_BY_TABLE},
)
def add_delegation(
    *, direction: str, starts_on: date, ends_on: date, time_zone: str, name_ko: str = "", name_en: str = "",
    purpose_ko: str = "", purpose_en: str = "", level: int = 3, partner: str = "", region_ko: str = "",
    region_en: str = "", currency: str = "KRW", code: str = "",
) -> Delegation:
    """Begin the plan of a visit. Whoever makes it leads it; its days begin at nine and end at six until changed."""
    _sound(starts_on, ends_on, time_zone, currency)
    lead = require().actor
    if lead is None:
        raise Forbidden(NOT_ALLOWED)
    made = Delegation.objects.create(
        code=code or short_code("DG"), direction=direction, name_ko=name_ko.strip(), name_en=name_en.strip(),
        purpose_ko=purpose_ko.strip(), purpose_en=purpose_en.strip(), level=level, partner=partner_of(partner),
        region_ko=region_ko.strip(), region_en=region_en.strip(), starts_on=starts_on, ends_on=ends_on,
        time_zone=time_zone, currency=currency, lead_id=lead, state="draft", created_at=clock.now(),
    )
    note(subject=made)
    return made


@operation(
    "network.edit_delegation", ko="방문단 고치기", en="Edit a delegation", may=rules.liaise,
    refuses=(
        words.DELEGATION_UNKNOWN, words.DELEGATION_OVER, words.DAYS_BACKWARD, words.VISIT_TOO_LONG, words.ZONE_UNKNOWN,
        words.CURRENCY_UNKNOWN, directory.PARTNER_UNKNOWN,
    ),
    constraints=SAID_BY_TABLE,
)
def edit_delegation(
    *, delegation: str, name_ko: str | None = None, name_en: str | None = None, purpose_ko: str | None = None,
    purpose_en: str | None = None, level: int | None = None, partner: str | None = None, region_ko: str | None = None,
    region_en: str | None = None, starts_on: date | None = None, ends_on: date | None = None,
    time_zone: str | None = None, day_start: time | None = None, day_end: time | None = None,
    lunch_minutes: int | None = None, most_meetings: int | None = None, rest_minutes: int | None = None,
    speed_kmh: int | None = None, detour_percent: int | None = None, outline_ko: str | None = None,
    outline_en: str | None = None, implications_ko: str | None = None, implications_en: str | None = None,
) -> Delegation:
    """Change what is given; what is left out stays. The terms of its days are what itineraries are planned by."""
    found = open_delegation(delegation)
    texts = {
        "name_ko": name_ko, "name_en": name_en, "purpose_ko": purpose_ko, "purpose_en": purpose_en,
        "region_ko": region_ko, "region_en": region_en, "outline_ko": outline_ko, "outline_en": outline_en,
        "implications_ko": implications_ko, "implications_en": implications_en,
    }
    plain = {
        "level": level, "starts_on": starts_on, "ends_on": ends_on, "time_zone": time_zone, "day_start": day_start,
        "day_end": day_end, "lunch_minutes": lunch_minutes, "most_meetings": most_meetings,
        "rest_minutes": rest_minutes, "speed_kmh": speed_kmh, "detour_percent": detour_percent,
    }
    for name, value in ({n: t and t.strip() for n, t in texts.items()} | plain).items():
        if value is not None:
            setattr(found, name, value)
    if partner is not None:
        found.partner = partner_of(partner)
    numbers = (found.level, found.lunch_minutes, found.most_meetings, found.rest_minutes, found.speed_kmh)
    if not all(0 <= n < 1000 for n in (*numbers, found.detour_percent)):
        raise Refused(BAD_INPUT)
    _sound(found.starts_on, found.ends_on, found.time_zone, found.currency)
    found.save()
    note(subject=found, changed=sorted(n for n, v in (texts | plain).items() if v is not None))
    return found


@operation(
    "network.begin_delegation", ko="방문 시작하기", en="Begin a visit", may=rules.liaise,
    refuses=(words.DELEGATION_UNKNOWN, words.DELEGATION_OVER, words.SCREENING_OPEN, words.STEP_NOT_ALLOWED), constraints=STEP,
)
def begin_delegation(*, delegation: str) -> Delegation:
    """An approved delegation sets out, or arrives. Every member must have been cleared in all three checks."""
    found = open_delegation(delegation)
    open_members = [m.name for m in DelegationMember.objects.filter(delegation=found).order_by("id") if not cleared(m)]
    if open_members:
        raise Refused(words.SCREENING_OPEN, {"count": len(open_members), "names": ", ".join(open_members[:5])})
    return _stepped(found, "live")


@operation(
    "network.report_delegation", ko="방문 보고하기", en="Report on a visit", may=rules.liaise,
    refuses=(words.DELEGATION_UNKNOWN, words.DELEGATION_OVER, words.REPORT_MISSING, words.STEP_NOT_ALLOWED), constraints=STEP,
)
def report_delegation(*, delegation: str) -> Delegation:
    """The visit is over and its report is handed in: it must have been made."""
    found = open_delegation(delegation)
    if not VisitDocument.objects.filter(delegation=found, kind="report").exists():
        raise Refused(words.REPORT_MISSING)
    return _stepped(found, "reported")


@operation(
    "network.close_delegation", ko="방문 종결하기", en="Close a visit", may=rules.liaise,
    refuses=(words.DELEGATION_UNKNOWN, words.DELEGATION_OVER, words.STEP_NOT_ALLOWED), constraints=STEP,
)
def close_delegation(*, delegation: str) -> Delegation:
    """Nothing more is expected of a visit that was reported. It can be read, not changed."""
    return _stepped(open_delegation(delegation), "closed")


@operation(
    "network.cancel_delegation", ko="방문 취소하기", en="Cancel a visit", may=rules.liaise,
    refuses=(words.DELEGATION_UNKNOWN, words.DELEGATION_OVER, words.WHY_NEEDED, words.STEP_NOT_ALLOWED), constraints=STEP,
)
def cancel_delegation(*, delegation: str, reason: str) -> Delegation:
    """The visit does not take place, for a reason that stays on it."""
    found = open_delegation(delegation)
    if not reason.strip():
        raise Invalid(words.WHY_NEEDED)
    found.ended_reason = reason.strip()[:300]
    return _stepped(found, "cancelled")


def open_delegation(code: str) -> Delegation:
    """A delegation that can still be changed, locked. What one may not see is Missing."""
    found = Delegation.objects.select_for_update(of=("self",)).filter(code=code).first()
    if found is None:
        raise Missing(words.DELEGATION_UNKNOWN)
    if found.state in OVER:
        raise Refused(words.DELEGATION_OVER)
    return found


def cleared(member: DelegationMember) -> bool:
    """All three checks were made, and none of them speaks against her."""
    return member.screenings.filter(result="clear").count() == len(words.CHECKS)


def partner_of(code: str) -> Partner | None:
    """An organisation of the directory by its code; None for none."""
    if not code:
        return None
    found = Partner.objects.filter(code=code).first()
    if found is None:
        raise Missing(directory.PARTNER_UNKNOWN)
    return found


def _stepped(found: Delegation, state: str) -> Delegation:
    allowed = {"live": "approved", "reported": "live", "closed": "reported"}
    if state in allowed and found.state != allowed[state]:
        raise Refused(words.STEP_NOT_ALLOWED)
    found.state = state
    found.save()
    note(subject=found, state=state)
    return found


def _sound(starts_on: date, ends_on: date, time_zone: str, currency: str) -> None:
    if ends_on < starts_on:
        raise Invalid(words.DAYS_BACKWARD)
    if (ends_on - starts_on).days >= MOST_DAYS:
        raise Invalid(words.VISIT_TOO_LONG, {"most": MOST_DAYS})
    try:
        ZoneInfo(time_zone)
    except (OSError, ValueError, KeyError) as error:
        raise Invalid(words.ZONE_UNKNOWN) from error
    if currency not in MINOR_DIGITS:
        raise Invalid(words.CURRENCY_UNKNOWN)

