"""Made up for the demonstration: liaison work: membership, interactions, promises, introductions, incentives."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from squaremile.cli.demo.network import liaison_words as said
from squaremile.cli.demo.network.stage import Stage
from squaremile.kernel import clock
from squaremile.kernel.errors import SquaremileError
from squaremile.kernel.scope import Grant, Scope, scope
from squaremile.kernel.words import Text
from squaremile.network import operations as network

LABEL = Text(ko="연계 관계", en="relationships")
"""What is being made, as the progress bar says; empty where there is nothing yet."""
TOTAL = 5
COMPANIES = ("MOAK", "NEOUL", "BYEOTNWI", "MIRINAE", "BARAE")


def make(stage: Stage) -> Iterable[int]:
    """Make it, by operations alone; yields how many are done."""
    staff = Scope(actor=stage.staff["programme"], grants=(Grant("programme"),))
    known = [code for code in COMPANIES if code in stage.organisations]
    with clock.as_of(stage.now - timedelta(days=400)), scope(staff):
        for code, ko, en, dues, currency, (meetings, visits, seats, searches) in said.TIERS:
            network.add_tier(
                code=code, name_ko=ko, name_en=en, dues=dues, currency=currency, faculty_meetings=meetings,
                visit_days=visits, symposium_seats=seats, searches=searches,
            )
    yield 1
    with scope(staff):
        _members(stage)
    yield 2
    with scope(staff):
        for place, code in enumerate(known):
            _talks(stage, code, place)
    yield 3
    for place, code in enumerate(known):
        _introductions(stage, staff, code, place)
    yield 4
    with scope(staff):
        _credits(stage)
    yield 5


def _tried(act: object, **asked: object) -> object | None:
    """What the directory does not have is left out."""
    try:
        return act(**asked)  # type: ignore[operator, no-any-return]
    except SquaremileError:
        return None


def _members(stage: Stage) -> None:
    for code, tier, days in said.MEMBERS:
        began = stage.now - timedelta(days=days)
        with clock.as_of(began):
            if _tried(network.admit_member, member=code, tier=tier, start=began):
                _tried(network.assign_director, member=code, director=DIRECTOR[len(code) % 2])


DIRECTOR = ("haeun.song@squaremile.example", "seoyun.baek@squaremile.example")


def _talks(stage: Stage, code: str, place: int) -> None:
    """Each company has some of the talks; the newest leaves no minutes yet."""
    for talk in said.TALKS[place % 3 :]:
        at = stage.now - talk.ago + timedelta(hours=place)
        with clock.as_of(at + timedelta(hours=2)):
            asked = {
                "member": code, "kind": talk.kind, "at": at, "title_ko": talk.title[0], "title_en": talk.title[1],
                "length": talk.length, "minutes_ko": talk.minutes[0], "minutes_en": talk.minutes[1],
                "staff_notes_ko": talk.notes[0], "staff_notes_en": talk.notes[1], "entitlement": talk.uses,
                "follow_up": talk.days < 30,
            }
            if not _tried(network.log_interaction, **asked, attendees=talk.with_whom):
                _tried(network.log_interaction, **asked)
    day = stage.now.astimezone(stage.zone).date()
    for ko, en, due, who, which in said.PROMISES:
        with clock.as_of(stage.now - timedelta(days=25)):
            _tried(
                network.make_promise, member=code, what_ko=ko, what_en=en, due=day + timedelta(days=due + place),
                owner_kind=who, owner_code=which,
            )


def _introductions(stage: Stage, staff: Scope, code: str, place: int) -> None:
    """Each company asked for some; how far each has come is in the words."""
    company = Scope(actor=_somebody(stage, code), grants=(Grant("company_admin", stage.organisations[code]),))
    for expert, (ko, en), days, reached in said.ASKED[place % 2 :: 1 + place % 2]:
        begun = stage.now - timedelta(days=days, hours=place)
        with clock.as_of(begun), scope(company):
            made = _tried(
                network.request_introduction, member=code, expert=expert, reason_ko=ko, reason_en=en, anonymous=place % 2 == 0
            )
        if made is not None:
            _go_on(made.code, reached, begun, staff, company)  # type: ignore[attr-defined]


def _somebody(stage: Stage, code: str) -> UUID:
    """The first person of the company by address."""
    domain = f"@{code.lower()}.example"
    return next(stage.people[email] for email in sorted(stage.people) if email.endswith(domain))


def _go_on(code: str, reached: str, begun: datetime, staff: Scope, company: Scope) -> None:
    if reached == "requested":
        return
    with clock.as_of(begun + timedelta(days=1)), scope(staff):
        passed = _tried(
            network.approve_introduction, introduction=code, message_ko=said.MESSAGE[0], message_en=said.MESSAGE[1]
        )
    if reached == "asked" or passed is None:
        return
    with clock.as_of(begun + timedelta(days=4)), scope(staff):
        _tried(
            network.record_answer, introduction=code, accept=reached != "declined", heard="전화로 들음",
            private_reason="" if reached != "declined" else "학기 중이라 시간이 없습니다",
        )
    if reached == "met":
        with clock.as_of(begun + timedelta(days=15)), scope(company):
            _tried(network.record_introduction_met, introduction=code)
            _tried(network.rate_introduction, introduction=code, useful=True, goes_on=True)


def _credits(stage: Stage) -> None:
    for place, (expert, activity, minutes) in enumerate(said.CREDITS):
        for year in (0, 1):
            at = stage.now - timedelta(days=9 * place + 5 + 365 * year)
            with clock.as_of(stage.now - timedelta(days=1)):
                _tried(
                    network.credit_activity, expert=expert, activity=activity, minutes=minutes, at=at,
                    evidence="면담 일지 · meeting diary",
                )
