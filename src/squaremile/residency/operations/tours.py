"""Tours: hours are offered, booked with the visitor agreement signed, cancelled, and kept."""

import hashlib
import json
import secrets
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import connection

from squaremile.core import notices
from squaremile.core.entering import secret_hash
from squaremile.core.reads.grants import rights
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code, uuid7
from squaremile.kernel.operation import note, operation
from squaremile.kernel.period import Period
from squaremile.kernel.words import Text
from squaremile.residency import rules
from squaremile.residency.models import Lead, Tour, TourSlot
from squaremile.residency.words import public as words
from squaremile.spaces.reads.sites import choose

SUBJECT = Text(ko="{cluster} 견학을 예약했습니다", en="Your tour of {cluster}")
LETTER = Text(
    ko="{name}님께\n\n{when}에 {heads}명이 견학하시도록 자리를 두었습니다.\n만나는 곳: {where}\n\n"
       "방문자 약속에 {signed} 이름으로 서명하셨습니다:\n{agreement}\n\n오지 못하시면 여기에서 취소해 주십시오.\n{url}",
    en="Dear {name},\n\nplaces for {heads} are kept on {when}.\nWhere to come: {where}\n\n"
       "You signed the visitor agreement as {signed}:\n{agreement}\n\nIf you cannot come, please cancel here:\n{url}",
)
CANCELLED_SUBJECT = Text(ko="{cluster} 견학이 취소되었습니다", en="Your tour of {cluster} is off")
CANCELLED = Text(
    ko="{name}님께\n\n{when} 견학({heads}명)을 진행하지 못하게 되었습니다. 헛걸음하지 않으시도록 알려 드립니다. 죄송합니다.\n\n"
       "다른 시간은 여기에서 고르실 수 있습니다.\n{url}\n\n{cluster}",
    en="Dear {name},\n\nwe are sorry: the tour on {when} for {heads} cannot take place, so please do not come for it.\n\n"
       "You can choose another time here:\n{url}\n\n{cluster}",
)
STEP = {"tour_step_allowed": words.TOUR_STEP}


@operation(
    "residency.open_tour_slot", ko="견학 시간 열기", en="Offer a tour", may=rules.keep_companies,
    refuses=(words.SLOT_UNSOUND, words.SLOT_ROUTE, "core.not_found"),
    constraints={"tour_slot_places_sound": words.SLOT_UNSOUND},
)
def open_tour_slot(
    *, start: datetime, end: datetime, places: int, person: UUID, site: str = "", meeting_ko: str = "",
    meeting_en: str = "", route: str = "",
) -> TourSlot:
    """Offer an hour to everybody who looks at the public site."""
    if start.tzinfo is None or end.tzinfo is None or end <= start or start <= clock.now():
        raise Invalid(words.SLOT_UNSOUND)
    if not rights(person).staff_roles:
        raise Invalid(words.SLOT_ROUTE)
    made = TourSlot.objects.create(
        code=short_code("TS"), period=Period(start, end), places=places, host_id=person, site_id=choose(site).id,
        meeting_ko=meeting_ko.strip(), meeting_en=meeting_en.strip(), route=route.strip(),
    )
    note(subject=made, period=made.period)
    return made


@operation(
    "residency.close_tour_slot", ko="견학 시간 닫기", en="Close a tour", may=rules.keep_companies,
    refuses=(words.SLOT_UNKNOWN,),
)
def close_tour_slot(*, tour_slot: str) -> TourSlot:
    """Nobody else can book it; who has booked still comes."""
    found = TourSlot.objects.select_for_update().filter(code=tour_slot).first()
    if found is None:
        raise Missing(words.SLOT_UNKNOWN)
    found.open = False
    found.save(update_fields=["open"])
    note(subject=found)
    return found


@operation(
    "residency.book_tour", ko="견학 예약하기", en="Book a tour for an enquiry", may=rules.keep_companies,
    refuses=(words.LEAD_UNKNOWN, words.SLOT_UNKNOWN, words.AGREEMENT_NEEDED),
    constraints={
        "tour_slot_not_overfull": words.SLOT_FULL, "tour_once_a_lead": words.TOUR_TWICE,
        "tour_party_sound": words.SLOT_FULL, "lead_step_allowed": words.LEAD_STEP,
    },
)
def book_tour(*, lead: str, tour_slot: str, heads: int = 1, signed_name: str = "") -> Tour:
    """For somebody who asked on the telephone and signed on paper: her name as it stands under the agreement."""
    found = Lead.objects.select_for_update().filter(code=lead).first()
    if found is None:
        raise Missing(words.LEAD_UNKNOWN)
    made = book(found, tour_slot, heads, signed_name)
    if found.state != "touring":
        found.state = "touring"
        found.save(update_fields=["state"])
    note(subject=made, organisation=found.company_id, lead=found.code)
    return made


@operation(
    "residency.record_tour", ko="견학 결과 적기", en="Record a tour", may=rules.keep_companies,
    refuses=(words.TOUR_UNKNOWN, words.TOUR_STEP), constraints={**STEP, "lead_step_allowed": words.LEAD_STEP},
)
def record_tour(*, tour: str, came: bool) -> Tour:
    """They came, or did not. The enquiry moves on with it."""
    found = _locked(tour)
    found.state = "attended" if came else "missed"
    found.save(update_fields=["state"])
    lead = Lead.objects.select_for_update().get(id=found.lead_id)
    if lead.state == "touring":
        lead.state = "toured" if came else "contacted"
        lead.save(update_fields=["state"])
    note(subject=found, organisation=lead.company_id, came=came)
    return found


@operation(
    "residency.cancel_tour", ko="견학 취소하기", en="Cancel a tour", may=rules.keep_companies,
    refuses=(words.TOUR_UNKNOWN, words.TOUR_STEP), constraints=STEP,
)
def cancel_tour(*, tour: str) -> Tour:
    """Give the places back. The visitor is written to."""
    gone = _cancelled(_locked(tour))
    slot, lead = TourSlot.objects.select_related("site").get(id=gone.slot_id), Lead.objects.get(id=gone.lead_id)
    values = {**_values(gone, lead, slot), "url": f"{settings.PUBLIC_URL}/public/tours/"}
    notices.post(to=lead.contact, subject=CANCELLED_SUBJECT.fill(values).say(lead.language),
                 body=CANCELLED.fill(values).say(lead.language))
    return gone


@operation(
    "residency.cancel_tour_by_letter", ko="편지로 견학 취소하기", en="Cancel a tour by its letter", may=rules.by_letter,
    refuses=(words.TOUR_UNKNOWN, words.TOUR_STEP), constraints=STEP,
)
def cancel_tour_by_letter(*, secret: str) -> str:
    """The visitor gives her places back, by the link in her mail. Returns the code of the booking."""
    # The database's own function: whoever looks at the public site reads no booking, not even to end one.
    with connection.cursor() as cursor:
        cursor.execute("SELECT residency_cancel_tour(%s)::text", [secret_hash(secret)])
        told = cursor.fetchone()[0]
    if told is None:
        raise Missing(words.TOUR_UNKNOWN)
    found = json.loads(told)
    if found["state"] != "booked":
        raise Refused(words.TOUR_STEP)
    note(code=found["code"], by_visitor=True)
    return str(found["code"])


def book(lead: Lead, slot: str, heads: int, signed_name: str) -> Tour:
    """Places for an enquiry, inside another operation. The database counts them."""
    where = TourSlot.objects.select_related("site").filter(code=slot, open=True).first()
    if where is None or where.period.start <= clock.now():
        raise Refused(words.SLOT_UNKNOWN)
    if not signed_name.strip():
        raise Invalid(words.AGREEMENT_NEEDED)
    secret, said = secrets.token_urlsafe(32), words.AGREEMENT.say(lead.language)
    made = Tour(
        id=uuid7(), code=short_code("TO"), slot=where, lead=lead, party=heads, state="booked",
        signed_name=signed_name.strip()[:80], signed_at=clock.now(), agreement=hashlib.sha256(said.encode()).hexdigest(),
        agreement_said=said, secret_hash=secret_hash(secret),
    )
    Tour.objects.bulk_create([made])
    _letter(made, lead, where, secret)
    return made


def _letter(tour: Tour, lead: Lead, slot: TourSlot, secret: str) -> None:
    values = {
        **_values(tour, lead, slot), "signed": tour.signed_name, "agreement": words.AGREEMENT,
        "url": f"{settings.PUBLIC_URL}/public/tours/cancel/{secret}/",
    }
    notices.post(to=lead.contact, secret=True, subject=SUBJECT.fill(values).say(lead.language),
                 body=LETTER.fill(values).say(lead.language))


def _values(tour: Tour, lead: Lead, slot: TourSlot) -> dict[str, object]:
    cluster = Text(ko=settings.CLUSTER_NAME["ko"], en=settings.CLUSTER_NAME["en"])
    when = slot.period.start.astimezone(ZoneInfo(slot.site.time_zone))
    return {
        "cluster": cluster, "name": lead.name, "heads": tour.party, "when": f"{when:%Y-%m-%d %H:%M}",
        "where": Text(ko=slot.meeting_ko or slot.meeting_en or slot.site.name_ko or slot.site.name_en,
                      en=slot.meeting_en or slot.meeting_ko or slot.site.name_en or slot.site.name_ko),
    }


def _locked(code: str) -> Tour:
    found = Tour.objects.select_for_update().filter(code=code).first()
    if found is None:
        raise Missing(words.TOUR_UNKNOWN)
    if found.state != "booked":
        raise Refused(words.TOUR_STEP)
    return found


def _cancelled(found: Tour) -> Tour:
    found.state = "cancelled"
    found.save(update_fields=["state"])
    note(subject=found)
    return found
