"""A container goes to another company of the house: offered by a key, taken by whoever holds it. What comes in is held against
the limits as anything that is brought in; the giver's side ends by itself."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from squaremile.core.notices import tell
from squaremile.core.reads.organisations import named
from squaremile.core.words import NOT_FOUND
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require, scope, system
from squaremile.kernel.words import both
from squaremile.safety import rules
from squaremile.safety.models import Container, Handover, Substance
from squaremile.safety.models.container import HERE
from squaremile.safety.operations import containers, substances
from squaremile.safety.operations.areas import room_by_code
from squaremile.safety.operations.whose import company
from squaremile.safety.policies.labels import key_on
from squaremile.safety.policies.quantity import Amount, said
from squaremile.safety.reads.areas import today
from squaremile.safety.words import areas as area_words
from squaremile.safety.words import handovers as words
from squaremile.safety.words import stock as stock_words

LASTS = timedelta(days=7)
OPEN = {
    "handover_open_once": words.HANDOVER_OPEN, "handover_of_its_own": words.HANDOVER_STALE, "handover_step_allowed": words.HANDOVER_STEP,
}
TAKEN = {"handover_stale": words.HANDOVER_STALE, "handover_to_another": words.HANDOVER_OWN, "handover_taken_by_key": words.HANDOVER_STEP,
         "handover_step_allowed": words.HANDOVER_STEP}  # fmt: skip
FIGURES = ("density", "flash_c", "flash_by", "boil_c", "boil_by", "autoignition_c", "autoignition_by", "water_soluble")


@operation(
    "safety.offer_container", ko="용기 인계 번호 내기", en="Offer a container to another company", may=rules.keep_stock,
    refuses=(stock_words.CONTAINER_UNKNOWN, stock_words.CONTAINER_GONE), constraints=OPEN,
)
def offer_container(*, container: str) -> Handover:
    """A key for whoever is to take it, good for a week. No company is named: the key is handed over with the container."""
    found = containers.locked(container)
    if found.state not in HERE:
        raise Refused(stock_words.CONTAINER_GONE)
    now = clock.now()
    Handover.objects.filter(container=found, state="offered", until__lte=now).update(state="withdrawn", ended_on=today())
    made = Handover.objects.create(
        key=short_code("HO", 12), container=found, organisation_id=found.organisation_id, state="offered",
        substance_id=found.substance_id, told=_told(found), amount=found.amount, dimension=found.dimension, unit=found.unit,
        offered_at=now, offered_by_id=require().actor, until=now + LASTS,
    )
    note(subject=made, organisation=found.organisation_id, container=found.code)
    return made


@operation(
    "safety.withdraw_offer", ko="용기 인계 취소하기", en="Withdraw the offer of a container", may=rules.keep_stock,
    refuses=(stock_words.CONTAINER_UNKNOWN, words.HANDOVER_STEP), constraints=OPEN,
)
def withdraw_offer(*, container: str) -> Handover:
    """Its key opens nothing any more."""
    found = containers.locked(container)
    offer = Handover.objects.select_for_update().filter(container=found, state="offered").first()
    if offer is None:
        raise Refused(words.HANDOVER_STEP)
    offer.state, offer.ended_on = "withdrawn", today()
    offer.save(update_fields=["state", "ended_on"])
    note(subject=offer, organisation=found.organisation_id, container=found.code)
    return offer


@operation(
    "safety.take_container", ko="용기 인수하기", en="Take over a container", may=rules.keep_stock,
    refuses=(words.HANDOVER_UNKNOWN, words.HANDOVER_OWN, stock_words.SUBSTANCE_UNKNOWN, stock_words.CONDITION_UNKNOWN, stock_words.WHOSE,
             area_words.CABINET_UNKNOWN, area_words.ROOM_UNFIT, *containers.BROUGHT, NOT_FOUND, *containers.LIMITED),
    constraints={**containers.PLACED, **containers.STEP, **TAKEN},
)  # fmt: skip
def take_container(
    *, handover_key: str, place: str, cabinet: str = "", condition: str = "storage", bringing: str = "", organisation: str = ""
) -> Container:
    """It comes in as if it were brought from outside: the limits of its room are asked, and an approved question (`bringing`)
    is used where one is needed. The giver learns which company has taken it, and nothing else."""
    owner, room = company(organisation), room_by_code(place)
    passing = replace(require(), system="handing_over")
    taker = named(owner)
    with scope(passing):
        offer = Handover.objects.select_for_update().filter(
            key=key_on(handover_key), state="offered", until__gt=clock.now()
        ).first()
        if offer is None:
            raise Missing(words.HANDOVER_UNKNOWN)
        if offer.organisation_id == owner:
            raise Invalid(words.HANDOVER_OWN)
        offer.state, offer.receiver_id, offer.taken_by_id, offer.ended_on = "taken", owner, require().actor, today()
        offer.told = offer.told | {"to_ko": taker.name.ko, "to_en": taker.name.en}
        # From here on the giver's counts no more: what stands in one area for both is weighed once.
        offer.save(update_fields=["state", "receiver", "taken_by", "ended_on", "told"])
    substance = _substance(offer, owner)
    made = containers.come_in(
        containers.Coming(owner, substance, Amount(offer.amount, offer.dimension), offer.unit, condition, offer.told["lot"],
                          _day(offer.told["good_until"]), _day(offer.told["opened_on"])),
        room.id, cabinet, bringing,
    )  # fmt: skip
    with scope(passing):
        offer.received_id = made.id
        offer.save(update_fields=["received"])
    note(subject=made, organisation=owner, substance=substance.code, amount=str(offer.amount), place=place)
    _tell(offer)
    return made


def _tell(offer: Handover) -> None:
    """Whoever offered it, in the words of her own side."""
    if offer.offered_by_id is None:
        return
    told = offer.told
    text = words.TAKEN.fill({
        "substance": both(told["name_ko"], told["name_en"]), "container": told["container"], "company": both(told["to_ko"], told["to_en"]),
        "amount": f"{said(Amount(offer.amount, offer.dimension).to(offer.unit))} {offer.unit}",
    })
    with scope(system("worker")):
        tell([offer.offered_by_id], "safety.handover_taken", text, url=f"/safety/containers/{told['container']}/",
             origin=f"handover:{offer.id}", about=offer.organisation_id)  # fmt: skip


def _told(found: Container) -> dict[str, Any]:
    substance = found.substance
    figures = {name: getattr(substance, name) for name in FIGURES}
    return {
        "container": found.code, "name_ko": substance.name_ko, "name_en": substance.name_en, "cas": substance.cas, "phase": substance.phase,
        "mixture": substance.mixture,
        "lot": found.lot, "good_until": found.good_until.isoformat() if found.good_until else "",
        "opened_on": found.opened_on.isoformat() if found.opened_on else "",
        **{name: str(value) if isinstance(value, Decimal) else value for name, value in figures.items()},
    }


def _substance(offer: Handover, owner: UUID) -> Substance:
    """Of the shared register; else the taker's own by its CAS number; else registered for her as the giver has it. Classes do
    not come along: they were the giver's word, and are entered anew. Nor do a mixture's components: they are the giver's business."""
    shared = Substance.objects.filter(id=offer.substance_id, organisation=None).first()
    if shared is not None:
        return shared
    told = offer.told
    mine = Substance.objects.filter(organisation_id=owner, cas=told["cas"], phase=told["phase"]).exclude(cas="").first()
    if mine is None and told["cas"]:
        try:
            known = substances.seen(told["cas"])
            mine = known if known.phase == told["phase"] and known.organisation_id in (None, owner) else None
        except Missing:
            mine = None
    if mine is not None:
        return mine
    figures = {name: Decimal(told[name]) if name in ("density", "flash_c", "boil_c", "autoignition_c") and told[name] else told[name]
               for name in FIGURES}  # fmt: skip
    return Substance.objects.create(
        code=short_code("SB"), organisation_id=owner, cas=told["cas"], phase=told["phase"], name_ko=told["name_ko"],
        name_en=told["name_en"], mixture=told.get("mixture", False), created_at=clock.now(), **figures,
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
