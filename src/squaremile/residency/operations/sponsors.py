"""Sponsors: contracts and what they entitle to, tickets given to companies, and looks at profiles, each one logged."""

from datetime import datetime, timedelta
from uuid import UUID

from squaremile.core import door_keys
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code, uuid7
from squaremile.kernel.operation import note, operation
from squaremile.kernel.period import Period
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text
from squaremile.residency import rules
from squaremile.residency.models import Company, Profile, ProfileLook, Sponsor, SponsorContract, SponsorUse
from squaremile.residency.operations.companies import locked
from squaremile.residency.policies.entitlements import contract_year
from squaremile.residency.words import life as words
from squaremile.residency.words.companies import COMPANY_UNKNOWN

SUBJECT = Text(ko="{cluster} 후원 기관 페이지", en="Your page as a sponsor of {cluster}")
LETTER = Text(
    ko="{name} 담당자님께\n\n아래 주소에서 계약과 남은 권리, 공개된 기업 소개를 보실 수 있습니다. 어느 소개를 보셨는지는 기록됩니다.\n"
       "{url}\n\n-- \n{cluster}",
    en="Dear partner at {name},\n\nhere you see your contract, what is left of it, and the companies that chose to be listed."
       " Which profiles you open is recorded.\n{url}\n\n-- \n{cluster}",
)


@operation(
    "residency.add_sponsor", ko="후원 기관 올리기", en="Enter a sponsor", may=rules.keep_companies,
    constraints={"sponsor_named": words.SPONSOR_NAMED},
)
def add_sponsor(*, email: str, name_ko: str = "", name_en: str = "", language: str = "ko") -> Sponsor:
    """Enter a body that sponsors the cluster; the key of its contact goes out by mail, for a year."""
    made = Sponsor.objects.create(code=short_code("SP"), name_ko=name_ko.strip(), name_en=name_en.strip())
    key(made, email, language)
    note(subject=made)
    return made


def key(found: Sponsor, email: str, language: str) -> None:
    """Mail its contact a key for a year, inside another operation; an earlier one of that address ends."""
    name = Text(ko=found.name_ko or found.name_en, en=found.name_en or found.name_ko)
    door_keys.give(
        kind="sponsor", holder=found.id, email=email, subject=SUBJECT, letter=LETTER, name=name.say(language),
        language="en" if language == "en" else "ko", values={"name": name}, until=clock.now() + timedelta(days=365),
    )


@operation(
    "residency.sign_sponsor", ko="후원 계약 적기", en="Record a sponsor's contract", may=rules.keep_companies,
    refuses=(words.SPONSOR_UNKNOWN, words.CONTRACT_UNSOUND),
    constraints={"sponsor_contract_no_overlap": words.CONTRACT_OVERLAPS, "sponsor_contract_sound": words.CONTRACT_UNSOUND},
)
def sign_sponsor(
    *, sponsor: str, start: datetime, end: datetime, tickets_a_year: int = 0, events_a_year: int = 0,
    named_spaces_ko: str = "", named_spaces_en: str = "",
) -> SponsorContract:
    """A term, and what it entitles to. One contract at a time."""
    whose = _sponsor(sponsor)
    if start.tzinfo is None or end.tzinfo is None or end <= start or tickets_a_year < 0 or events_a_year < 0:
        raise Invalid(words.CONTRACT_UNSOUND)
    made = SponsorContract.objects.create(
        code=short_code("SC"), sponsor=whose, period=Period(start, end), tickets_a_year=tickets_a_year,
        events_a_year=events_a_year, named_spaces_ko=named_spaces_ko.strip(), named_spaces_en=named_spaces_en.strip(),
    )
    note(subject=made, sponsor=whose.code, period=made.period)
    return made


@operation(
    "residency.use_entitlement", ko="후원 권리 쓰기", en="Use an entitlement", may=rules.keep_companies,
    refuses=(words.SPONSOR_UNKNOWN, words.NO_CONTRACT, words.NONE_LEFT, COMPANY_UNKNOWN, words.CONTRACT_UNSOUND),
    constraints={"sponsor_use_sound": words.CONTRACT_UNSOUND, "golden_ticket_once": words.TICKET_THERE},
)
def use_entitlement(*, sponsor: str, kind: str, company: str = "", says: str = "") -> SponsorUse:
    """A golden ticket for a company, or an event held. Counted against the contract's own year."""
    whose, now = _sponsor(sponsor), clock.now()
    contract = SponsorContract.objects.select_for_update().filter(sponsor=whose, period__contains=now).first()
    if contract is None:
        raise Refused(words.NO_CONTRACT)
    if kind not in ("ticket", "event"):
        raise Invalid(words.CONTRACT_UNSOUND)
    year = contract_year(contract.period.start, now)
    used = SponsorUse.objects.filter(contract=contract, kind=kind, year=year).count()
    total = contract.tickets_a_year if kind == "ticket" else contract.events_a_year
    if used >= total:
        raise Refused(words.NONE_LEFT, {"used": used, "total": total})
    given: Company | None = locked(company) if kind == "ticket" else None
    made = SponsorUse.objects.create(
        code=short_code("SU"), contract=contract, sponsor=whose, kind=kind, year=year, company=given,
        says=says.strip()[:200], at=now,
    )
    note(subject=made, organisation=given.id if given else None, kind=kind, year=year)
    return made


@operation(
    "residency.look_at_profile", ko="기업 소개 보기", en="Look at a profile as a sponsor", may=rules.look_as_sponsor,
    refuses=(words.PROFILE_UNKNOWN,),
)
def look_at_profile(*, profile: UUID) -> Profile:
    """Opens one listed profile, and leaves a line that its company and staff can read."""
    found, asking = Profile.objects.filter(id=profile, listed=True).first(), require()
    if found is None:
        raise Missing(words.PROFILE_UNKNOWN)
    (sponsor,) = asking.organisations
    ProfileLook.objects.bulk_create([
        ProfileLook(id=uuid7(), sponsor_id=sponsor, company_id=found.company_id, by=asking.reason, at=clock.now())
    ])
    note(subject=found, organisation=found.company_id)
    return found


def _sponsor(code: str) -> Sponsor:
    found = Sponsor.objects.select_for_update().filter(code=code).first()
    if found is None:
        raise Missing(words.SPONSOR_UNKNOWN)
    return found
