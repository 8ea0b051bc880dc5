"""Gas cylinders: they come, are connected and disconnected, and go back; whoever rents one is counted its days."""

from datetime import date, timedelta
from decimal import Decimal

from squaremile.core.reads.organisations import organisation as organisation_by_code
from squaremile.core.words import NOT_FOUND
from squaremile.kernel.errors import Invalid, Missing
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.kernel.period import Period
from squaremile.metering.operations import count
from squaremile.safety.reads.areas import begin_of, today
from squaremile.safety.words.bringing import OVER_LIMIT
from squaremile.spaces.reads import places
from squaremile.stores import rules
from squaremile.stores.models import Cylinder
from squaremile.stores.operations import limits
from squaremile.stores.policies.air import GASES
from squaremile.stores.words import dock as words

METER = "cylinder_days"
DAY = timedelta(days=1)
_STEP = {"cylinder_step_allowed": words.CYLINDER_STEP}


@operation(
    "stores.add_cylinder", ko="가스 용기 들여오기", en="Bring in a gas cylinder", may=rules.keep,
    refuses=(words.CYLINDER_UNSOUND, OVER_LIMIT, NOT_FOUND), constraints=_STEP,
)
def add_cylinder(
    *, gas: str, serial: str, litres: Decimal, bar: int, owner: str, place: str, organisation: str = "",
) -> Cylinder:
    """It is here from today; a company that rents it is counted a day for each day until it goes back."""
    if gas not in GASES or not serial.strip() or not owner.strip() or not 0 < litres < 10_000 or not 0 < bar <= 1000:
        raise Invalid(words.CYLINDER_UNSOUND)
    whose = organisation_by_code(organisation).id if organisation else None
    made = Cylinder(
        code=short_code("GC"), gas=gas, serial=serial.strip()[:60], litres=litres, bar=bar, owner=owner.strip()[:120], organisation_id=whose,
        place_id=places.find(place).id, state="stored", since=today(), counted_to=today(),
    )
    limits.comes_in(made.place_id)
    limits.cylinder_within(made, made.place_id)
    made.save(force_insert=True)
    note(subject=made, organisation=whose, gas=gas, place=place)
    return made


@operation(
    "stores.connect_cylinder", ko="가스 용기 연결하기", en="Connect a cylinder", may=rules.keep,
    refuses=(words.CYLINDER_UNKNOWN, OVER_LIMIT, NOT_FOUND), constraints=_STEP,
)
def connect_cylinder(*, cylinder: str, place: str) -> Cylinder:
    """It stands in that room now and feeds something there. What its content would do to the air is said on its page."""
    found = _locked(cylinder)
    _carried(found, place)
    found.state = "connected"
    return _stepped(found, place=place)


@operation(
    "stores.disconnect_cylinder", ko="가스 용기 분리하기", en="Disconnect a cylinder", may=rules.keep,
    refuses=(words.CYLINDER_UNKNOWN, OVER_LIMIT, NOT_FOUND), constraints=_STEP,
)
def disconnect_cylinder(*, cylinder: str, emptied: bool, place: str = "") -> Cylinder:
    """It feeds nothing any more, and is empty or not; `place` where it is carried elsewhere."""
    found = _locked(cylinder)
    found.state = "empty" if emptied else "stored"
    if place:
        _carried(found, place)
    return _stepped(found, emptied=emptied)


@operation(
    "stores.return_cylinder", ko="가스 용기 반납하기", en="Return a cylinder", may=rules.keep, refuses=(words.CYLINDER_UNKNOWN,), constraints=_STEP,
)
def return_cylinder(*, cylinder: str) -> Cylinder:
    """It goes back to its owner today, which is the last day that is counted."""
    found = _locked(cylinder)
    found.state, found.returned_on = "returned", today()
    found.save(update_fields=["state", "returned_on"])
    days = _count(found, today() + DAY)
    note(subject=found, organisation=found.organisation_id, days=days)
    return found


@operation("stores.count_cylinder_days", ko="가스 용기 대여일 세기", en="Count cylinder days", may=rules.run)
def count_cylinder_days() -> int:
    """Every day that is over, of every rented cylinder that is here, once; days that were missed are caught up with."""
    found = Cylinder.objects.select_for_update(of=("self",)).exclude(state="returned").filter(
        organisation__isnull=False, counted_to__lt=today()
    )  # fmt: skip
    days = sum(_count(each, today()) for each in found.order_by("id"))
    note(days=days)
    return days


def _count(found: Cylinder, before: date) -> int:
    """The days from `counted_to` until `before`, that one left out. Gives how many."""
    if found.organisation_id is None:
        return 0
    days = [found.counted_to + DAY * n for n in range((before - found.counted_to).days)]
    for day in days:
        count(
            meter=METER, organisation=found.organisation_id, subject=found.code, period=Period(begin_of(day), begin_of(day + DAY)),
            quantity=Decimal(1), origin=f"stores.cylinder:{found.id}:{day}", evidence={"gas": found.gas, "serial": found.serial},
        )
    found.counted_to = max(before, found.counted_to)
    found.save(update_fields=["counted_to"])
    return len(days)


def _carried(found: Cylinder, place: str) -> None:
    """To a room; into another area only as far as its limits go, unless it is empty."""
    there = places.find(place).id
    if there != found.place_id:
        limits.comes_in(there)
    if found.state != "empty" and not limits.same_area(found.place_id, there):
        limits.cylinder_within(found, there)
    found.place_id = there


def _stepped(found: Cylinder, **more: object) -> Cylinder:
    found.save(update_fields=["state", "place"])
    note(subject=found, organisation=found.organisation_id, state=found.state, **more)
    return found


def _locked(code: str) -> Cylinder:
    found = Cylinder.objects.select_for_update(of=("self",)).filter(code=code.strip()).first()
    if found is None:
        raise Missing(words.CYLINDER_UNKNOWN)
    return found
