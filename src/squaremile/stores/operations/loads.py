"""Loads of companies in cycles: put in, kept back, run again, released, handed out."""

from django.db.models import QuerySet

from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation, publish
from squaremile.kernel.scope import require
from squaremile.published.stores import LoadQuarantined, LoadReleased
from squaremile.stores import rules
from squaremile.stores.models import Cycle, Indicator, Load
from squaremile.stores.operations import services
from squaremile.stores.operations.stock import given
from squaremile.stores.policies import sterile
from squaremile.stores.reads import sterilisers
from squaremile.stores.words import services as words
from squaremile.stores.words.dock import HANDED_TO_WHOM
from squaremile.stores.words.stockroom import REASON_NEEDED

STEP = {
    "load_step_allowed": words.LOAD_STEP, "load_cycle_running": words.CYCLE_OVER, "load_of_accepted_order": words.LOAD_UNSOUND,
    "load_proved_sterile": words.LOAD_UNPROVED, "load_handed_to_somebody": HANDED_TO_WHOM,
}


@operation(
    "stores.load_cycle", ko="멸균 주기에 넣기", en="Put a load into a cycle", may=rules.keep,
    refuses=(words.CYCLE_UNKNOWN, words.CYCLE_OVER, words.SERVICE_ORDER_UNKNOWN, words.LOAD_UNSOUND), constraints=STEP,
)
def load_cycle(*, sterile_cycle: str, service_order: str, load_says: str) -> Load:
    """What of one company's request goes in. Other companies may be in the same cycle: none of them sees another."""
    into, order = _running(sterile_cycle), services.order_by_code(service_order)
    if order.state != "accepted" or not load_says.strip():
        raise Invalid(words.LOAD_UNSOUND)
    made = Load.objects.create(
        code=short_code("LX"), organisation_id=order.organisation_id, service_order=order, cycle=into, what=load_says.strip()[:200],
        state="loaded",
    )
    note(subject=made, organisation=made.organisation_id, cycle=into.code, service_order=order.code)
    return made


@operation(
    "stores.rerun_load", ko="적재물 다시 멸균하기", en="Run a load again", may=rules.keep,
    refuses=(words.LOAD_UNKNOWN, words.LOAD_STEP, words.CYCLE_UNKNOWN, words.CYCLE_OVER, words.MACHINE_UNLIKE), constraints=STEP,
)
def rerun_load(*, sterile_load: str, sterile_cycle: str) -> Load:
    """What is kept back goes through another cycle, of a machine of the same sort: a washer proves nothing sterile.
    It stays in quarantine until that one has passed. Nobody pays twice."""
    found, into = _load(sterile_load), _running(sterile_cycle)
    if found.state != "quarantined" or found.quarantined_in is None:
        raise Refused(words.LOAD_STEP)
    if into.steriliser.kind != found.quarantined_in.steriliser.kind:
        raise Refused(words.MACHINE_UNLIKE)
    found.cycle = into
    found.save(update_fields=["cycle"])
    note(subject=found, organisation=found.organisation_id, cycle=into.code)
    return found


@operation(
    "stores.release_load", ko="적재물 격리 해제하기", en="Release a load by decision", may=rules.release_load,
    refuses=(words.LOAD_UNKNOWN, words.LOAD_STEP, REASON_NEEDED), constraints=STEP,
)
def release_load(*, sterile_load: str, reason: str) -> Load:
    """Who answers for it decides in writing that it may be used though no cycle proves it. The company reads the reason."""
    found = _load(sterile_load)
    if found.state != "quarantined":
        raise Refused(words.LOAD_STEP)
    found.released_because, found.released_by = given(reason), require().actor
    _ready(found)
    note(subject=found, organisation=found.organisation_id, reason=found.released_because)
    return found


@operation(
    "stores.hand_out_load", ko="적재물 전달하기", en="Hand a load out", may=rules.keep,
    refuses=(words.LOAD_UNKNOWN, words.LOAD_STEP, HANDED_TO_WHOM, words.SERVICE_ORDER_STEP), constraints={**STEP, **services.STEP},
)
def hand_out_load(*, sterile_load: str, handed_to: str) -> Load:
    """Somebody of the company takes it. With the last load of its request the request is done, and counted as was asked for."""
    found = _load(sterile_load)
    if not handed_to.strip():
        raise Invalid(HANDED_TO_WHOM)
    if found.state != "ready":
        raise Refused(words.LOAD_STEP)
    found.state, found.handed_to, found.gone_at = "handed_out", handed_to.strip()[:120], clock.now()
    found.save(update_fields=["state", "handed_to", "gone_at"])
    _close_order(found)
    note(subject=found, organisation=found.organisation_id, handed_to=found.handed_to)
    return found


@operation(
    "stores.discard_load", ko="격리한 적재물 폐기하기", en="Discard a load", may=rules.keep,
    refuses=(words.LOAD_UNKNOWN, words.LOAD_STEP), constraints=STEP,
)
def discard_load(*, sterile_load: str) -> Load:
    """What is in quarantine is thrown away. Its request stays open: it is done again, or refused."""
    found = _load(sterile_load)
    if found.state != "quarantined":
        raise Refused(words.LOAD_STEP)
    found.state, found.gone_at = "discarded", clock.now()
    found.save(update_fields=["state", "gone_at"])
    note(subject=found, organisation=found.organisation_id)
    return found


def keep_back(loads: QuerySet[Load], cause: str) -> int:
    """Put loads in quarantine for a cause, as a part of another act. Gives how many. What was there already, and went through
    another cycle since, is there for that cycle now; its company is not told again."""
    now, kept = clock.now(), 0
    for each in loads.select_for_update(of=("self",)).order_by("id"):
        again = each.state == "quarantined"
        each.state, each.quarantined_at, each.quarantined_for, each.quarantined_in_id = "quarantined", now, cause, each.cycle_id
        each.released_at, each.released_by, each.released_because = None, None, ""
        each.save(update_fields=[
            "state", "quarantined_at", "quarantined_for", "quarantined_in", "released_at", "released_by", "released_because",
        ])  # fmt: skip
        if not again:
            publish(LoadQuarantined(each.id, each.code, now.isoformat()))
            kept += 1
    return kept


def prove(cycle: Cycle) -> None:
    """What a cycle that passed makes ready: nothing while an indicator of it incubates, nor of a machine under suspicion."""
    if Indicator.objects.filter(cycle=cycle, state__in=("incubating", "positive")).exists():
        return
    waiting = Load.objects.filter(cycle=cycle, state__in=("loaded", "quarantined"))
    if sterile.suspect(sterilisers.ran(cycle.steriliser_id)):
        keep_back(waiting, "untested")
        return
    for each in waiting.select_for_update(of=("self",)).order_by("id"):
        if each.state == "loaded" or each.quarantined_in_id != cycle.id:
            _ready(each)


def _ready(load: Load) -> None:
    """It may be collected. Whoever heard that it was kept back hears that it is released."""
    back = load.state == "quarantined"
    load.state = "ready"
    if back:
        load.released_at = clock.now()
        publish(LoadReleased(load.id, load.code, load.released_at.isoformat()))
    load.save(update_fields=["state", "released_at", "released_by", "released_because"])


def _close_order(load: Load) -> None:
    if load.service_order_id is None or Load.objects.filter(service_order_id=load.service_order_id).exclude(
        state__in=("handed_out", "discarded")
    ).exists():  # fmt: skip
        return
    order = services.order_by_code(load.service_order.code)  # type: ignore[union-attr]
    if order.state == "accepted":
        services.completed(order)


def _load(code: str) -> Load:
    """One, locked. Raises Missing."""
    found = Load.objects.select_for_update(of=("self",)).filter(code=code.strip()).first()
    if found is None:
        raise Missing(words.LOAD_UNKNOWN)
    return found


def _running(code: str) -> Cycle:
    found = Cycle.objects.select_for_update(of=("self",)).filter(code=code.strip()).first()
    if found is None:
        raise Missing(words.CYCLE_UNKNOWN)
    if found.state != "running":
        raise Refused(words.CYCLE_OVER)
    return found
