"""Mentors and their hours: offered by the mentor with her key or by staff, booked by companies."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from squaremile.core import door_keys
from squaremile.core.words import NO_ORGANISATION
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code, uuid7
from squaremile.kernel.operation import note, operation
from squaremile.kernel.period import Period
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text
from squaremile.residency import rules
from squaremile.residency.models import Company, Mentor, OfficeHour, OfficeHourDetail
from squaremile.residency.reads.standing import suspended
from squaremile.residency.words import life as words

STEP = {"office_hour_step_allowed": words.HOUR_STEP}
SUBJECT = Text(ko="{cluster} 멘토 페이지", en="Your page as a mentor of {cluster}")
LETTER = Text(
    ko="{name}님께\n\n아래 주소에서 상담 시간을 열고, 누가 무엇을 상담하려는지 보실 수 있습니다. 계정은 필요 없습니다.\n{url}\n\n-- \n{cluster}",
    en="Dear {name},\n\nhere you offer office hours and see who comes with what. No account is needed.\n{url}\n\n-- \n{cluster}",
)


@operation(
    "residency.add_mentor", ko="멘토 올리기", en="Enter a mentor", may=rules.keep_companies,
    constraints={"mentor_named": words.MENTOR_NAMED},
)
def add_mentor(
    *, email: str, name_ko: str = "", name_en: str = "", says_ko: str = "", says_en: str = "", fields: Sequence[str] = (),
    language: str = "ko",
) -> Mentor:
    """Enter somebody who advises companies; her key goes out by mail, for a year."""
    made = Mentor.objects.create(
        code=short_code("MT"), name_ko=name_ko.strip(), name_en=name_en.strip(), says_ko=says_ko.strip(),
        says_en=says_en.strip(), fields=[word.strip()[:60] for word in fields if word.strip()][:20],
    )
    key(made, email, language)
    note(subject=made)
    return made


def key(found: Mentor, email: str, language: str) -> None:
    """Mail her a key for a year, inside another operation; an earlier one of that address ends."""
    name = Text(ko=found.name_ko or found.name_en, en=found.name_en or found.name_ko)
    door_keys.give(
        kind="mentor", holder=found.id, email=email, subject=SUBJECT, letter=LETTER, name=name.say(language),
        language="en" if language == "en" else "ko", values={"name": name}, until=clock.now() + timedelta(days=365),
    )


@operation(
    "residency.retire_mentor", ko="멘토 내리기", en="Retire a mentor", may=rules.keep_companies,
    refuses=(words.MENTOR_UNKNOWN,), constraints=STEP,
)
def retire_mentor(*, mentor: str) -> Mentor:
    """Her key ends and her free hours are taken back; hours that are booked still take place."""
    found = _mentor(mentor)
    found.active = False
    found.save(update_fields=["active"])
    door_keys.withdraw(holder=found.id)
    OfficeHour.objects.filter(mentor=found, state="open").update(state="cancelled")
    note(subject=found)
    return found


@operation(
    "residency.offer_hour", ko="상담 시간 열기", en="Offer an office hour", may=rules.hold_hours,
    refuses=(words.MENTOR_UNKNOWN, words.HOUR_UNSOUND), constraints={"office_hour_no_overlap": words.HOUR_OVERLAPS},
)
def offer_hour(
    *, mentor: str, start: datetime, end: datetime, where_ko: str = "", where_en: str = ""
) -> OfficeHour:
    """An hour that companies may book."""
    whose = _mentor(mentor)
    if start.tzinfo is None or end.tzinfo is None or end <= start or start <= clock.now():
        raise Invalid(words.HOUR_UNSOUND)
    made = OfficeHour.objects.create(
        code=short_code("OH"), mentor=whose, period=Period(start, end), where_ko=where_ko.strip(), where_en=where_en.strip(),
        state="open",
    )
    note(subject=made, mentor=whose.code, period=made.period)
    return made


@operation(
    "residency.book_hour", ko="상담 예약하기", en="Book an office hour", may=rules.meet_mentors,
    refuses=(words.HOUR_UNKNOWN, words.HOUR_TAKEN, words.TOPIC_NEEDED, words.SUSPENDED, NO_ORGANISATION),
    constraints={**STEP, "residency_office_hour_detail_hour_id_key": words.HOUR_TAKEN},
)
def book_hour(*, office_hour: str, topic: str, company: str = "") -> OfficeHour:
    """Come with a question. Rivals see that the hour is taken, not by whom or for what."""
    asking, whose = require(), _company(company)
    found = _hour(office_hour)
    if not topic.strip():
        raise Invalid(words.TOPIC_NEEDED)
    if suspended(whose.id):
        raise Refused(words.SUSPENDED)
    if found.state != "open" or found.period.start <= clock.now():
        raise Refused(words.HOUR_TAKEN)
    found.state = "booked"
    found.save(update_fields=["state"])
    OfficeHourDetail.objects.bulk_create([OfficeHourDetail(
        id=uuid7(), hour=found, mentor_id=found.mentor_id, company=whose, topic=topic.strip()[:300], booked_by=asking.actor,
        company_ko=whose.organisation.name_ko, company_en=whose.organisation.name_en,
    )])
    note(subject=found, organisation=whose.id, topic=topic.strip()[:300])
    return found


@operation(
    "residency.give_hour_back", ko="상담 취소하기", en="Give an office hour back", may=rules.meet_mentors,
    refuses=(words.HOUR_UNKNOWN, words.HOUR_STEP), constraints=STEP,
)
def give_hour_back(*, office_hour: str) -> OfficeHour:
    """The hour is free again, for whoever booked it and for staff."""
    found = _hour(office_hour)
    detail = OfficeHourDetail.objects.filter(hour=found).first()
    if detail is None:
        raise Missing(words.HOUR_UNKNOWN)
    if found.state != "booked" or found.period.start <= clock.now():
        raise Refused(words.HOUR_STEP)
    found.state = "open"
    found.save(update_fields=["state"])
    detail.delete()
    note(subject=found, organisation=detail.company_id)
    return found


@operation(
    "residency.close_hour", ko="상담 마치기", en="Close an office hour", may=rules.hold_hours,
    refuses=(words.HOUR_UNKNOWN, words.HOUR_STEP), constraints=STEP,
)
def close_hour(*, office_hour: str, state: str, remark: str = "") -> OfficeHour:
    """It was held (with a remark for the company), nobody came (missed), or it is cancelled."""
    found = _hour(office_hour)
    if require().has_role("mentor") and found.mentor_id not in require().organisations:
        raise Missing(words.HOUR_UNKNOWN)
    detail = OfficeHourDetail.objects.filter(hour=found).first()
    if state not in ("held", "missed", "cancelled") or (detail is None and state != "cancelled"):
        raise Refused(words.HOUR_STEP)
    found.state = state
    found.save(update_fields=["state"])
    if detail is not None and remark.strip():
        detail.remark = remark.strip()[:4000]
        detail.save(update_fields=["remark"])
    note(subject=found, organisation=detail.company_id if detail else None, state=state)
    return found


def _mentor(code: str) -> Mentor:
    """By code; a mentor with her key finds herself alone."""
    found = Mentor.objects.select_for_update().filter(code=code, active=True) if rules.keep_companies(require()) else (
        Mentor.objects.filter(code=code, active=True)
    )
    mentor = found.first()
    if mentor is None or (require().has_role("mentor") and mentor.id not in require().organisations):
        raise Missing(words.MENTOR_UNKNOWN)
    return mentor


def _hour(code: str) -> OfficeHour:
    found = OfficeHour.objects.select_for_update().filter(code=code).first()
    if found is None:
        raise Missing(words.HOUR_UNKNOWN)
    return found


def _company(code: str) -> Company:
    """The company named, or the only one the asker belongs to."""
    asking = require()
    every = Company.objects.select_related("organisation")
    seen = every.filter(code=code) if code else every.filter(id__in=asking.organisations)
    rows = list(seen[:2])
    if len(rows) != 1 or not (rules.keep_companies(asking) or rows[0].id in asking.organisations):
        raise Invalid(NO_ORGANISATION)
    return rows[0]
