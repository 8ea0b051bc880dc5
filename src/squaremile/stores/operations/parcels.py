"""Parcels at the dock: logged, addressed, kept cold, handed over or sent back."""

from datetime import timedelta
from uuid import UUID

from squaremile.core.notices import tell
from squaremile.core.reads import people
from squaremile.core.reads.organisations import organisation as organisation_by_code
from squaremile.core.words import NOT_FOUND
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation, publish
from squaremile.published.stores import ParcelCame, ParcelHandedOver
from squaremile.spaces.reads import places
from squaremile.stores import rules
from squaremile.stores.models import Parcel
from squaremile.stores.models.parcel import TEMPERATURES
from squaremile.stores.operations.stock import given
from squaremile.stores.policies import cold
from squaremile.stores.reads.parcels import until
from squaremile.stores.words import dock as words
from squaremile.stores.words.stockroom import REASON_NEEDED

MOST_STROKES = 8000
"""Characters of a signature: more than a minute of writing."""
_STEP = {
    "parcel_step_allowed": words.PARCEL_STEP, "parcel_handed_over_to_somebody": words.HANDED_TO_WHOM,
    "parcel_signature_drawn": words.SIGNATURE_UNFIT,
}


@operation(
    "stores.log_parcel", ko="택배 접수하기", en="Log a parcel", may=rules.keep, refuses=(words.PARCEL_UNSOUND, NOT_FOUND), constraints=_STEP,
)
def log_parcel(
    *, place: str, temperature: str = "ambient", organisation: str = "", person: UUID | None = None, addressee: str = "", carrier: str = "",
    tracking: str = "", sender: str = "", pieces: int = 1, dangerous: bool = False, keep_hours: int | None = None,
) -> Parcel:
    """It is at the dock. Its company is told; where nobody knows whose it is, it waits for that. A cold one has a clock."""
    if temperature not in TEMPERATURES or not 0 < pieces <= 1000 or (keep_hours is not None and not 0 < keep_hours <= 240):
        raise Invalid(words.PARCEL_UNSOUND)
    whose = organisation_by_code(organisation).id if organisation else None
    now = clock.now()
    made = Parcel.objects.create(
        code=short_code("PC"), organisation_id=whose, person=person if whose and person and people.member(person, whose) else None,
        addressee=addressee.strip()[:120], carrier=carrier.strip()[:60], tracking=tracking.strip()[:60], sender=sender.strip()[:120],
        pieces=pieces, temperature=temperature, dangerous=dangerous, state="arrived", place_id=places.find(place).id, arrived_at=now,
        keep_by=cold.keep_by(now, temperature, keep_hours),
    )
    note(subject=made, organisation=whose, temperature=temperature)
    if whose:
        publish(ParcelCame(made.id, made.code))
    return made


@operation(
    "stores.address_parcel", ko="택배 받을 회사 정하기", en="Say whose parcel it is", may=rules.keep,
    refuses=(words.PARCEL_UNKNOWN, words.PARCEL_STEP, NOT_FOUND), constraints=_STEP,
)
def address_parcel(*, parcel: str, organisation: str, person: UUID | None = None) -> Parcel:
    """Now it is known for whom it came; that company is told."""
    found, whose = _waiting(parcel), organisation_by_code(organisation).id
    found.organisation_id, found.person = whose, person if person and people.member(person, whose) else None
    found.save(update_fields=["organisation", "person"])
    note(subject=found, organisation=whose)
    publish(ParcelCame(found.id, found.code))
    return found


@operation(
    "stores.cool_parcel", ko="택배를 냉장고에 넣기", en="Put a parcel into the cold", may=rules.keep,
    refuses=(words.PARCEL_UNKNOWN, words.PARCEL_STEP, NOT_FOUND), constraints=_STEP,
)
def cool_parcel(*, parcel: str, place: str) -> Parcel:
    """It stands in a refrigerator or freezer now, and its clock stops."""
    found = _waiting(parcel)
    found.cooled_at, found.place_id = found.cooled_at or clock.now(), places.find(place).id
    found.save(update_fields=["cooled_at", "place"])
    note(subject=found, organisation=found.organisation_id, place=place)
    return found


@operation(
    "stores.hand_over_parcel", ko="택배 전달하기", en="Hand a parcel over", may=rules.keep,
    refuses=(words.PARCEL_UNKNOWN, words.PARCEL_STEP, words.NOBODYS, words.HANDED_TO_WHOM, words.SIGNATURE_UNFIT),
    constraints=_STEP,
)
def hand_over_parcel(*, parcel: str, handed_to: str, signature: str = "") -> Parcel:
    """Somebody of the company took it: her name, and her signature where she signed on the screen."""
    found = _waiting(parcel)
    if found.organisation_id is None:
        raise Refused(words.NOBODYS)
    if not handed_to.strip():
        raise Invalid(words.HANDED_TO_WHOM)
    if len(signature) > MOST_STROKES:
        raise Invalid(words.SIGNATURE_UNFIT)
    found.state, found.handed_to, found.signature, found.gone_at = "handed_over", handed_to.strip()[:120], signature.strip(), clock.now()
    found.save(update_fields=["state", "handed_to", "signature", "gone_at"])
    note(subject=found, organisation=found.organisation_id, handed_to=found.handed_to)
    publish(ParcelHandedOver(found.id, found.code))
    return found


@operation(
    "stores.send_back_parcel", ko="택배 반송하기", en="Send a parcel back", may=rules.keep,
    refuses=(words.PARCEL_UNKNOWN, words.PARCEL_STEP, REASON_NEEDED), constraints=_STEP,
)
def send_back_parcel(*, parcel: str, reason: str) -> Parcel:
    """Nobody here wants it, or it may not come in."""
    found = _waiting(parcel)
    found.state, found.reason, found.gone_at = "sent_back", given(reason), clock.now()
    found.save(update_fields=["state", "reason", "gone_at"])
    note(subject=found, organisation=found.organisation_id, reason=found.reason)
    return found


@operation("stores.remind_of_cold_parcels", ko="온도 민감 택배 알리기", en="Remind of cold parcels", may=rules.run)
def remind_of_cold_parcels() -> int:
    """Those whose clock runs out within the hour and who stand outside the cold: their company and the dock are told, once."""
    soon = clock.now() + cold.WARN
    found = list(Parcel.objects.filter(state="arrived", cooled_at=None, keep_by__lte=soon, keep_by__gt=soon - timedelta(days=2)))
    for each in found:
        text = words.COLD.fill({"parcel": each.code, "until": until(each.keep_by)})
        url, origin = f"/stores/parcels/{each.code}/", f"cold:{each.id}"
        tell(people.staff("lab_operations"), "stores.parcel_cold", text, url, origin)
        if each.organisation_id:
            hers = {*people.admins(each.organisation_id), *([each.person] if each.person else [])}
            tell(hers, "stores.parcel_cold", text, url, origin, about=each.organisation_id)
    note(found=len(found))
    return len(found)


def _waiting(code: str) -> Parcel:
    """A parcel that is still here, locked. Raises Missing, or Refused once it is gone."""
    found = Parcel.objects.select_for_update(of=("self",)).filter(code=code.strip()).first()
    if found is None:
        raise Missing(words.PARCEL_UNKNOWN)
    if found.state != "arrived":
        raise Refused(words.PARCEL_STEP)
    return found
