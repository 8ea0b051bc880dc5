"""Services that companies ask for: offered, asked for, answered, done. What is done is counted, and billing prices it."""

from datetime import date, timedelta
from decimal import Decimal

from squaremile.core.reads import people
from squaremile.core.words import CODE_UNFIT, NO_ORGANISATION
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation, publish
from squaremile.kernel.period import Period
from squaremile.kernel.scope import require
from squaremile.metering.operations import count
from squaremile.published.stores import ServiceStepped
from squaremile.safety.reads.areas import today
from squaremile.stores import rules
from squaremile.stores.models import Service, ServiceOrder
from squaremile.stores.models.service import KINDS, UNITS
from squaremile.stores.operations.stock import given
from squaremile.stores.words import services as words
from squaremile.stores.words.stockroom import REASON_NEEDED

METERS = {"run": "services_run", "L": "services_l", "piece": "services_piece"}
MOMENT = timedelta(seconds=1)
MOST = Decimal(100_000)
_SERVICE = {
    "service_named": words.SERVICE_UNSOUND, "service_kind_known": words.SERVICE_UNSOUND, "service_unit_known": words.SERVICE_UNSOUND,
    "service_code_fits": CODE_UNFIT, "stores_service_code_key": words.SERVICE_EXISTS,
}
STEP = {
    "service_order_step_allowed": words.SERVICE_ORDER_STEP, "service_order_answered_by_staff": words.ANSWERED_BY_STAFF,
    "service_order_loads_gone": words.LOADS_HERE,
}


@operation(
    "stores.add_service", ko="서비스 등록하기", en="Offer a service", may=rules.keep, refuses=(words.SERVICE_UNSOUND,), constraints=_SERVICE,
)
def add_service(
    *, service_kind: str, service_unit: str, name_ko: str = "", name_en: str = "", says_ko: str = "", says_en: str = "", code: str = "",
) -> Service:
    """Companies may ask for it from now on. Its price is an item of the rate card for its code on the meter of its unit."""
    if service_kind not in KINDS or service_unit not in UNITS:
        raise Invalid(words.SERVICE_UNSOUND)
    made = Service.objects.create(
        code=code.strip() or short_code("SV"), kind=service_kind, unit=service_unit, name_ko=name_ko.strip()[:120],
        name_en=name_en.strip()[:120], says_ko=says_ko.strip()[:300], says_en=says_en.strip()[:300],
    )
    note(subject=made, kind=service_kind)
    return made


@operation(
    "stores.edit_service", ko="서비스 고치기", en="Edit a service", may=rules.keep, refuses=(words.SERVICE_UNKNOWN,), constraints=_SERVICE,
)
def edit_service(
    *, service: str, name_ko: str, name_en: str, says_ko: str = "", says_en: str = "", offered: bool = True,
) -> Service:
    """Its names, what to bring, and whether it can be asked for. What was asked for already stays."""
    found = _service(service)
    found.name_ko, found.name_en, found.offered = name_ko.strip()[:120], name_en.strip()[:120], offered
    found.says_ko, found.says_en = says_ko.strip()[:300], says_en.strip()[:300]
    found.save(update_fields=["name_ko", "name_en", "says_ko", "says_en", "offered"])
    note(subject=found, offered=offered)
    return found


@operation(
    "stores.ask_service", ko="서비스 신청하기", en="Ask for a service", may=rules.take,
    refuses=(words.SERVICE_UNKNOWN, words.SERVICE_WITHDRAWN, words.SERVICE_ORDER_UNSOUND, NO_ORGANISATION), constraints=STEP,
)
def ask_service(
    *, service: str, service_amount: Decimal, wanted_on: date | None = None, remark: str = "", organisation: str = "",
) -> ServiceOrder:
    """So much of it for the asker's company, by a day. Lab operations are told, and answer."""
    asking, found = require(), _service(service)
    whose = people.booking_company(asking, organisation)
    if not found.offered:
        raise Refused(words.SERVICE_WITHDRAWN)
    if not 0 < service_amount < MOST or (wanted_on is not None and wanted_on < today()):
        raise Invalid(words.SERVICE_ORDER_UNSOUND)
    made = ServiceOrder.objects.create(
        code=short_code("SQ"), organisation_id=whose, service=found, amount=service_amount, wanted_on=wanted_on, remark=remark.strip()[:300],
        state="asked", requested_by=asking.actor, at=clock.now(),
    )
    note(subject=made, organisation=whose, service=found.code, amount=str(service_amount))
    publish(ServiceStepped(made.id, made.code, "asked"))
    return made


@operation(
    "stores.accept_service", ko="서비스 신청 접수하기", en="Accept a service request", may=rules.keep,
    refuses=(words.SERVICE_ORDER_UNKNOWN, words.SERVICE_ORDER_STEP), constraints=STEP,
)
def accept_service(*, service_order: str) -> ServiceOrder:
    """It will be done; what is to go through a cycle may be loaded now."""
    found = order_by_code(service_order)
    return _stepped(found, "accepted")


@operation(
    "stores.refuse_service", ko="서비스 신청 거절하기", en="Refuse a service request", may=rules.keep,
    refuses=(words.SERVICE_ORDER_UNKNOWN, words.SERVICE_ORDER_STEP, REASON_NEEDED), constraints=STEP,
)
def refuse_service(*, service_order: str, reason: str) -> ServiceOrder:
    """It cannot be done, and why."""
    found = order_by_code(service_order)
    found.settled_because = given(reason)
    return _stepped(found, "refused")


@operation(
    "stores.cancel_service", ko="서비스 신청 취소하기", en="Cancel a service request", may=rules.take,
    refuses=(words.SERVICE_ORDER_UNKNOWN, words.SERVICE_ORDER_STEP), constraints=STEP,
)
def cancel_service(*, service_order: str) -> ServiceOrder:
    """The company does not need it any more. Once something of it is in a cycle, that comes out first."""
    found = order_by_code(service_order)
    return _stepped(found, "cancelled")


@operation(
    "stores.complete_service", ko="서비스 마치기", en="Complete a service", may=rules.keep,
    refuses=(words.SERVICE_ORDER_UNKNOWN, words.SERVICE_ORDER_STEP, words.SERVICE_ORDER_UNSOUND), constraints=STEP,
)
def complete_service(*, service_order: str, service_amount: Decimal | None = None) -> ServiceOrder:
    """It is done: so much as was really filled, made or run, else as was asked for. That is counted once, and billed."""
    return completed(order_by_code(service_order), service_amount)


def completed(found: ServiceOrder, amount: Decimal | None = None) -> ServiceOrder:
    """Close an order and count it, as a part of another act."""
    done, now = found.amount if amount is None else amount, clock.now()
    if not 0 < done < MOST:
        raise Invalid(words.SERVICE_ORDER_UNSOUND)
    found.done_amount, found.done_at = done, now
    _stepped(found, "done")
    count(
        meter=METERS[found.service.unit], organisation=found.organisation_id, person=found.requested_by, subject=found.service.code,
        period=Period(now, now + MOMENT), quantity=done, origin=f"stores.service:{found.id}", evidence={"service_order": found.code},
    )
    return found


def order_by_code(code: str) -> ServiceOrder:
    """One, locked. Raises Missing."""
    found = ServiceOrder.objects.select_for_update(of=("self",)).select_related("service").filter(code=code.strip()).first()
    if found is None:
        raise Missing(words.SERVICE_ORDER_UNKNOWN)
    return found


def _service(code: str) -> Service:
    found = Service.objects.filter(code=code.strip()).first()
    if found is None:
        raise Missing(words.SERVICE_UNKNOWN)
    return found


def _stepped(found: ServiceOrder, state: str) -> ServiceOrder:
    """Where it is there already, nothing is done or counted twice; which other steps there are, the database says."""
    if found.state == state:
        raise Refused(words.SERVICE_ORDER_STEP)
    found.state = state
    found.save(update_fields=["state", "settled_because", "done_amount", "done_at"])
    note(subject=found, organisation=found.organisation_id, state=found.state)
    publish(ServiceStepped(found.id, found.code, found.state))
    return found
