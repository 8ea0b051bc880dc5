"""Waste: a container is started, filled, stored and collected; what was collected counts as use of its company."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from squaremile.core.notices import tell
from squaremile.core.reads import people
from squaremile.core.reads.organisations import organisation as organisation_by_code
from squaremile.core.words import CODE_UNFIT, NOT_FOUND
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.money import MINOR_DIGITS
from squaremile.kernel.operation import note, operation
from squaremile.kernel.period import Period
from squaremile.kernel.scope import require
from squaremile.metering.operations import count
from squaremile.metering.operations.money import in_currency
from squaremile.metering.words import METER_UNKNOWN
from squaremile.safety import rules
from squaremile.safety.models import Container, WasteContainer, WasteGenerator, WastePickup
from squaremile.safety.models.waste import REGIMES, STREAMS
from squaremile.safety.operations.areas import room_by_code
from squaremile.safety.operations.containers import waste_comes, waste_within
from squaremile.safety.operations.whose import company
from squaremile.safety.policies.waste import shared_out
from squaremile.safety.reads import place_gates
from squaremile.safety.reads import waste as reads
from squaremile.safety.reads.areas import begin_of, today
from squaremile.safety.words import areas as area_words
from squaremile.safety.words import waste as words
from squaremile.safety.words.bringing import OVER_LIMIT
from squaremile.safety.words.stock import WHOSE

STEP = {"waste_step_allowed": words.WASTE_STEP, "waste_gone": words.WASTE_STEP, "waste_weighed_once_full": words.WASTE_STEP,
        "waste_gone_by_pickup": words.WASTE_STEP, "waste_weight_positive": words.WASTE_UNSOUND}  # fmt: skip
MOST_KG = Decimal(100000)


@operation(
    "safety.add_waste_generator", ko="폐기물 배출자 등록하기", en="Add a waste generator", may=rules.keep_generators,
    refuses=(words.GENERATOR_UNSOUND, NOT_FOUND),
    constraints={"waste_generator_named": words.GENERATOR_UNSOUND, "waste_generator_code_fits": CODE_UNFIT,
                 "safety_waste_generator_code_key": words.GENERATOR_TAKEN},
)
def add_waste_generator(
    *, waste_regime: str, name_ko: str = "", name_en: str = "", generator_number: str = "", organisation: str = "", code: str = ""
) -> WasteGenerator:
    """Who is the generator before the law, and its number; without a company, the operator. Whatever counts under one
    number adds up."""
    if waste_regime not in REGIMES:
        raise Invalid(words.GENERATOR_UNSOUND)
    made = WasteGenerator.objects.create(
        code=code.strip() or short_code("WG"), name_ko=name_ko.strip()[:80], name_en=name_en.strip()[:80], number=generator_number.strip()[:40],
        regime=waste_regime, organisation_id=organisation_by_code(organisation).id if organisation else None,
    )
    note(subject=made, organisation=made.organisation_id, regime=waste_regime)
    return made


@operation(
    "safety.start_waste", ko="폐기물 용기 시작하기", en="Start a waste container", may=rules.keep_waste,
    refuses=(words.WASTE_UNSOUND, words.GENERATOR_UNKNOWN, area_words.ROOM_UNFIT, WHOSE, NOT_FOUND),
    constraints={**STEP, "waste_generator_fits": words.GENERATOR_UNKNOWN, "waste_says_what": words.WASTE_UNSOUND},
)
def start_waste(
    *, waste_generator: str, place: str, waste_stream: str, contents: str, acute: bool = False, organisation: str = ""
) -> WasteContainer:
    """A container is begun today: its clock starts where the law counts from the first drop."""
    whose = company(organisation)
    under = WasteGenerator.objects.filter(code=waste_generator.strip()).first()
    if under is None or under.organisation_id not in (None, whose):
        raise Missing(words.GENERATOR_UNKNOWN)
    if waste_stream not in STREAMS or not contents.strip():
        raise Invalid(words.WASTE_UNSOUND)
    room = room_by_code(place).id
    waste_comes(room)
    made = WasteContainer.objects.create(
        code=short_code("WC"), organisation_id=whose, generator=under, room_id=room, stream=waste_stream,
        contents=contents.strip()[:300], acute=acute, state="filling", started_on=today(),
    )
    note(subject=made, organisation=whose, stream=waste_stream, place=place)
    return made


@operation(
    "safety.fill_waste", ko="폐기물 용기가 찬 것 적기", en="Record that a waste container is full", may=rules.keep_waste,
    refuses=(words.WASTE_UNKNOWN, words.WASTE_UNSOUND, words.WASTE_STEP), constraints=STEP,
)
def fill_waste(*, waste: str, weight_kg: Decimal) -> WasteContainer:
    """It is full today and weighs so much. It has to move to the store in time."""
    found = _locked(waste)
    if found.state != "filling":
        raise Refused(words.WASTE_STEP)
    found.state, found.full_on, found.weight_kg = "full", today(), _weighed(weight_kg)
    found.save(update_fields=["state", "full_on", "weight_kg"])
    note(subject=found, organisation=found.organisation_id, weight_kg=str(weight_kg))
    return found


@operation(
    "safety.store_waste", ko="폐기물 보관소로 옮기기", en="Move a waste container to the store", may=rules.keep_waste,
    refuses=(words.WASTE_UNKNOWN, words.WASTE_UNSOUND, words.WASTE_STEP, area_words.ROOM_UNFIT, NOT_FOUND, OVER_LIMIT), constraints=STEP,
)
def store_waste(*, waste: str, weight_kg: Decimal | None = None, place: str = "") -> WasteContainer:
    """It stands in the store from today; weighed here where it was not before. A weight that was given stays, but for staff: what
    it makes the generator is told, and others' waste could be found out by giving one after another. `place`: the room of the
    store, where it is another one: what is in it counts there from now on, within the limits of that area. What is in store is
    carried on so, and keeps its day and its weight; what is being filled leaves a locked room so without one, and is filled on."""
    found = _locked(waste)
    room = room_by_code(place).id if place.strip() else found.room_id
    if not _carried_alone(found, weight_kg, place):
        _into_store(found, weight_kg)
    if room != found.room_id:
        poured = Container.objects.filter(gone_to=found.code, state="disposed", organisation_id=found.organisation_id)
        waste_comes(room)
        waste_within(room, list(poured.select_related("substance").order_by("id")), before=found.room_id)
    found.room_id = room
    found.save(update_fields=["state", "stored_on", "full_on", "weight_kg", "room"])
    note(subject=found, organisation=found.organisation_id, place=place)
    return found


def _carried_alone(found: WasteContainer, weight_kg: Decimal | None, place: str) -> bool:
    """Whether it changes its room and nothing else: from a store, or out of a room that was locked while it is being filled."""
    if found.state == "stored" and place.strip():
        return weight_kg in (None, found.weight_kg)
    return found.state == "filling" and weight_kg is None and bool(place.strip()) and place_gates.locked(found.room_id)


def _into_store(found: WasteContainer, weight_kg: Decimal | None) -> None:
    """From today. Raises Refused or Invalid."""
    if found.state not in ("filling", "full") or (found.weight_kg is None and weight_kg is None):
        raise Refused(words.WASTE_STEP)
    if weight_kg is not None:
        weighed = _weighed(weight_kg)
        if found.weight_kg not in (None, weighed) and not require().staff:
            raise Refused(words.WASTE_STEP)
        found.weight_kg = weighed
    found.state, found.stored_on, found.full_on = "stored", today(), found.full_on or today()


@operation(
    "safety.collect_waste", ko="폐기물 반출하기", en="Have waste collected", may=rules.collect_waste,
    refuses=(words.WASTE_UNKNOWN, words.PICKUP_UNSOUND, words.WASTE_STEP, METER_UNKNOWN),
    constraints={**STEP, "waste_pickup_named": words.PICKUP_UNSOUND, "waste_pickup_cost_sound": words.PICKUP_UNSOUND,
                 "metering_usage_event_origin_key": words.WASTE_STEP},
)
def collect_waste(
    *, wastes: Sequence[str], manifest: str, carrier: str, cost_minor: int = 0, currency: str = "KRW"
) -> WastePickup:
    """A carrier takes containers away under one manifest, for a cost in a currency in which somebody here bills. Each counts as
    use of its company: its kilograms, and its share of the cost by weight; billing prices either."""
    paid_in = currency.strip().upper()
    if not wastes or not manifest.strip() or not carrier.strip() or not 0 <= cost_minor < 10**12 or paid_in not in MINOR_DIGITS:
        raise Invalid(words.PICKUP_UNSOUND)
    found = [_locked(code) for code in sorted(set(wastes))]
    if any(each.state not in ("full", "stored") or each.weight_kg is None for each in found):
        raise Refused(words.WASTE_STEP)
    if cost_minor:
        in_currency(paid_in)
    day = today()
    made = WastePickup(code=short_code("WP"), manifest=manifest.strip()[:40], carrier=carrier.strip()[:120], picked_on=day,
                       cost_minor=cost_minor, currency=paid_in)  # fmt: skip
    WastePickup.objects.bulk_create([made])
    period = Period(begin_of(day), begin_of(day + timedelta(days=1)))
    weights = [each.weight_kg or Decimal(0) for each in found]
    for each, weight, share in zip(found, weights, shared_out(cost_minor, weights), strict=True):
        each.state, each.picked_on, each.pickup = "picked_up", day, made
        each.save(update_fields=["state", "picked_on", "pickup"])
        said = {"manifest": made.manifest, "pickup": made.code, "stream": each.stream, "currency": paid_in}
        count(meter="waste_kg", organisation=each.organisation_id, subject=each.code, period=period, quantity=weight,
              origin=f"waste:{each.id}:kg", evidence=said)  # fmt: skip
        if share:
            money = Decimal(share).scaleb(-MINOR_DIGITS[paid_in])
            count(meter="waste_cost", organisation=each.organisation_id, subject=each.code, period=period, quantity=money,
                  origin=f"waste:{each.id}:cost", evidence=said)  # fmt: skip
    note(subject=made, manifest=made.manifest, containers=[each.code for each in found], cost_minor=cost_minor)
    return made


@operation(
    "safety.return_manifest", ko="인계서 회신 적기", en="Record the signed manifest", may=rules.collect_waste,
    refuses=(words.PICKUP_UNKNOWN, words.PICKUP_UNSOUND), constraints={"waste_pickup_returned_later": words.PICKUP_UNSOUND},
)
def return_manifest(*, waste_pickup: str, returned_on: date | None = None) -> WastePickup:
    """The facility's signed copy came back (today)."""
    found = WastePickup.objects.select_for_update().filter(code=waste_pickup.strip()).first()
    if found is None:
        raise Missing(words.PICKUP_UNKNOWN)
    day = returned_on or today()
    if not found.picked_on <= day <= today():
        raise Invalid(words.PICKUP_UNSOUND)
    found.returned_on = day
    found.save(update_fields=["returned_on"])
    note(subject=found, returned_on=day)
    return found


@operation("safety.remind_of_waste", ko="폐기물 기한 알리기", en="Remind of waste that has to go", may=rules.remind_of_safety)
def remind_of_waste() -> int:
    """Its company's admins and operations, once for each clock that is due within a week. Returns how many there are."""
    told = 0
    for row in reads.here():
        for clock in row.clocks:
            if clock.standing != "later":
                text = words.WASTE_DUE.fill({"waste": row.code, "clock": clock.clock.label, "due": clock.due.isoformat()})
                tell([*people.admins(row.organisation_id), *people.staff("lab_operations")], "safety.waste_due", text,
                     url="/safety/waste/", origin=f"waste:{row.code}:{clock.clock.code}:{clock.standing}",
                     about=row.organisation_id)  # fmt: skip
                told += 1
    note(told=told)
    return told


def _weighed(weight: Decimal) -> Decimal:
    if not weight.is_finite() or not 0 < weight < MOST_KG or weight != round(weight, 3):
        raise Invalid(words.WASTE_UNSOUND)
    return weight


def _locked(code: str) -> WasteContainer:
    """A container that the asker keeps, locked."""
    found = WasteContainer.objects.select_for_update().filter(code=code.strip()).first()
    if found is None or not (found.organisation_id in require().organisations or rules.see_everyone(require())):
        raise Missing(words.WASTE_UNKNOWN)
    return found
