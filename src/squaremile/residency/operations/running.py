"""Licences by the clock: amendments take effect, notice is heeded, and what is over ends."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Refused
from squaremile.kernel.operation import note, operation
from squaremile.kernel.period import Period
from squaremile.kernel.scope import require
from squaremile.residency import rules
from squaremile.residency.models import Amendment, Departure, Licence, LicenceNotice, LicencePlace, Suspension
from squaremile.residency.operations import seats
from squaremile.residency.operations.leaving import RUNS, departs_with, exit_begins, exit_is_now, nothing_follows
from squaremile.residency.operations.licence_moved import tell_of
from squaremile.residency.operations.licences import end_now, locked_licence, replaces_paper
from squaremile.residency.operations.offers import let_go_of
from squaremile.residency.operations.rent import tell_rent
from squaremile.residency.operations.uncleaned import keep_places, kept_for, uncleaned
from squaremile.residency.policies.exit_plan import earliest_last_day
from squaremile.residency.policies.returning import stays_before
from squaremile.residency.reads.days import day_of, end_of, today
from squaremile.residency.reads.licence_terms import last_day as last_day_of
from squaremile.residency.reads.notice import of_licence
from squaremile.residency.words import licences as words
from squaremile.spaces import operations as spaces
from squaremile.spaces import words as space
from squaremile.spaces.operations.occupancies import TAKEN

STEP = {"licence_step_allowed": words.LICENCE_STEP, "amendment_step_allowed": words.AMENDMENT_STEP}


@operation(
    "residency.give_licence_notice", ko="계약 해지 통지하기", en="Give notice of a licence", may=rules.end_by_notice,
    refuses=(words.LICENCE_UNKNOWN, words.LICENCE_STEP, words.REASON_NEEDED, words.NOTICE_STANDS, words.NOTICE_DAY),
    constraints={
        "licence_notice_in_time": words.NOTICE_DAY, "licence_notice_of_running": words.LICENCE_STEP,
        "residency_licence_notice_licence_id_key": words.NOTICE_STANDS, **RUNS,
    },
)
def give_licence_notice(*, licence: str, last_day: date, reason: str) -> LicenceNotice:
    """One side says on which day the licence ends: the company's admin, or staff for the cluster. It stands; the licence
    and its places end with that day, and nothing is booked beyond it. With notice of its last licence the company's exit begins."""
    found, day = locked_licence(licence, write=False), today()
    if found.state != "in_force":
        raise Refused(words.LICENCE_STEP)
    if hasattr(found, "notice"):
        raise Refused(words.NOTICE_STANDS)
    if not reason.strip():
        raise Invalid(words.REASON_NEEDED)
    months = of_licence(found)
    earliest = earliest_last_day(day, months)
    if last_day < earliest or end_of(last_day) >= found.period.end:
        raise Refused(words.NOTICE_DAY, {"earliest": f"{earliest}", "end": f"{last_day_of(found.period.end)}"})
    party = "company" if found.company_id in require().organisations else "cluster"
    made = LicenceNotice.objects.create(
        licence=found, party=party, given_on=day, last_day=last_day, reason=reason.strip()[:500]
    )
    leaves = departs_with(found, months)
    note(subject=found, organisation=found.company_id, party=party, last_day=last_day, reason=made.reason,
         departure=leaves.code if leaves else "")
    tell_of(found, "noticed")
    return made


@operation(
    "residency.run_licences", ko="계약을 날짜대로 처리하기", en="Run licences by the clock", may=rules.lapse,
    refuses=(words.LICENCE_STEP, space.OVER, space.MOVED_IN, space.NOT_EARLIER, *TAKEN.values()), constraints={**STEP, **TAKEN, **RUNS},
)
def run_licences() -> int:
    """Notice cuts a licence, amendments take effect on their day, what is over ends, and its places are free or begin. Nobody's
    bench is free before it is signed as decontaminated. Safe to run at any time, and as often as one likes. Returns how many steps were taken."""
    steps = _heed() + _amend() + _replace_paper() + _begin_exits()
    steps += keep_places(kept_for()) + _end(uncleaned())
    live = LicencePlace.objects.filter(live=True, licence__state__in=("in_force", "ended", "lapsed"))
    running = live.filter(licence__state="in_force")
    over = live.filter(Q(period__endswith__lte=clock.now()) | Q(licence__state__in=("ended", "lapsed")) & ~Q(licence__company__in=kept_for()))
    steps += over.count()
    let_go_of(over)
    begun = running.filter(period__contains=clock.now(), occupancy__state="held").exclude(amendment__state__in=("proposed", "signed"))
    for mine in begun.select_related("occupancy"):
        spaces.occupy(occupancy=mine.occupancy.code)
        steps += 1
    note(steps=steps)
    return steps


@operation(
    "residency.end_terminated", ko="해지된 기업의 계약 끝내기", en="End the licences of a company that was terminated",
    may=rules.lapse, refuses=(words.LICENCE_STEP, space.OVER), constraints={**STEP, **RUNS},
)
def end_terminated(*, suspension: UUID) -> int:
    """A suspension that ended the licence: every licence of the company that runs is over. Returns how many were."""
    found = Suspension.objects.select_related("company__organisation").filter(id=suspension, state="terminated").first()
    licences = _running().filter(company=found.company_id) if found else Licence.objects.none()
    ended = 0
    if found and LicencePlace.objects.filter(licence__in=licences, live=True).exists():
        exit_is_now(found.company)
    for each in licences:
        end_now(each, f"suspension {found.code}" if found else "")
        ended += 1
    note(ended=ended)
    return ended


def _running() -> QuerySet[Licence]:
    return Licence.objects.select_for_update(of=("self",)).select_related("company__organisation").filter(state="in_force")


def _heed() -> int:
    """Cut licences that were given notice, with their places, to the day it named."""
    due = LicenceNotice.objects.select_for_update(of=("self",)).select_related("licence").filter(heeded_at=None)
    done = 0
    for notice in due:
        if notice.licence.state == "in_force":
            _cut(notice.licence, Period(notice.licence.period.start, end_of(notice.last_day)))
            tell_rent(notice.licence)
        notice.heeded_at = clock.now()
        notice.save(update_fields=["heeded_at"])
        done += 1
    return done


def _amend() -> int:
    due = Amendment.objects.select_for_update(of=("self",)).select_related("licence").filter(
        state="signed", effective_on__lte=today(), licence__state="in_force"
    ).order_by("effective_on", "id")  # fmt: skip
    done = 0
    for found in due:
        found.state = "in_effect"
        found.save(update_fields=["state"])
        let_go_of(LicencePlace.objects.filter(given_up_by=found, live=True))
        licence = found.licence
        if found.end < licence.period.end:
            _cut(licence, Period(licence.period.start, found.end))
        elif found.end > licence.period.end:
            licence.period = Period(licence.period.start, found.end)
            licence.save(update_fields=["period"])
        seats.follow(licence.company_id)
        note(subject=found, organisation=licence.company_id, state="in_effect")
        tell_rent(licence)
        done += 1
    return done


def _cut(licence: Licence, period: Period) -> None:
    """It lasts no longer than that, nor does any place under it."""
    if period.end >= licence.period.end:
        return
    licence.period = period
    licence.save(update_fields=["period"])
    mine = LicencePlace.objects.filter(licence=licence, live=True, period__endswith__gt=period.end)
    let_go_of(mine.filter(period__startswith__gte=period.end))
    for one in mine.filter(live=True).select_related("occupancy"):
        if one.occupancy.state != "ended" and one.occupancy.period.end > period.end:
            spaces.release(occupancy=one.occupancy.code, end=period.end)
        one.period = Period(one.period.start, period.end)
        one.save(update_fields=["period"])


def _replace_paper() -> int:
    """A licence on paper ends with the first that is made here also where that had begun before this was the rule."""
    paper = Licence.objects.filter(state="in_force", offer=None).values("company")
    newest = {each.company_id: each for each in _running().filter(offer__isnull=False, company__in=paper).order_by("created_at")}
    return sum(replaces_paper(each) for each in newest.values())


def _begin_exits() -> int:
    """The last licence of a company is at its term, and it has given no notice: it leaves all the same."""
    begun = 0
    placed = LicencePlace.objects.filter(live=True).values("licence")
    for found in _running().filter(period__endswith__lte=clock.now(), id__in=placed, company__state="resident"):
        if nothing_follows(found.company_id) and exit_begins(found.company, last_day_of(found.period.end)):
            begun += 1
    return begun


def _end(uncleaned: Collection[UUID]) -> int:
    """What is past its term, and licences of companies whose last day by their notice to leave has passed, but for those that
    have not cleaned up yet."""
    over_by_now = Departure.objects.filter(state__in=("noticed", "cleared"), last_day__lt=today()).order_by("last_day")
    left = {each.company_id: each for each in over_by_now}
    done = 0
    for found in _running().filter(Q(period__endswith__lte=clock.now()) | Q(company__in=left)):
        if found.company_id in uncleaned and found.period.end > clock.now():
            continue
        if (over := found.period.end <= clock.now()) or _of_that_stay(found, left[found.company_id]):
            end_now(found, "term" if over else "departure")
            done += 1
    return done


def _of_that_stay(found: Licence, left: Departure) -> bool:
    """A company that came back holds a licence that began after it had left, or that was offered to it after that notice."""
    if last_day_of(found.period.start) >= left.last_day:
        return False
    came_back = left.state == "cleared" and found.company.state == "resident"
    return not (came_back and stays_before(day_of(min(found.created_at, found.period.start)), [left.noticed_on]))
