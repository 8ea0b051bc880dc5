"""Sterilisers, their cycles, and the indicators by which they are tested: what a result means for the loads."""

from datetime import date
from decimal import Decimal

from squaremile.core.notices import tell
from squaremile.core.reads import people
from squaremile.core.words import CODE_UNFIT, NOT_FOUND
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation, publish
from squaremile.kernel.scope import require
from squaremile.published.stores import IndicatorGrew
from squaremile.safety.reads.areas import today
from squaremile.spaces.reads import places
from squaremile.stores import rules
from squaremile.stores.models import Cycle, Indicator, Load, Steriliser
from squaremile.stores.models.steriliser import CHEMICAL, KINDS
from squaremile.stores.operations.loads import keep_back, prove
from squaremile.stores.operations.stock import given
from squaremile.stores.policies import sterile
from squaremile.stores.reads import sterilisers
from squaremile.stores.words import services as words
from squaremile.stores.words.stockroom import REASON_NEEDED

_MACHINE = {
    "steriliser_named": words.STERILISER_UNSOUND, "steriliser_kind_known": words.STERILISER_UNSOUND,
    "steriliser_test_days_sound": words.STERILISER_UNSOUND, "steriliser_code_fits": CODE_UNFIT,
    "stores_steriliser_code_key": words.STERILISER_EXISTS,
}
_CYCLE = {
    "cycle_step_allowed": words.CYCLE_OVER, "cycle_passed_measured": words.CYCLE_UNSOUND, "cycle_failed_because": REASON_NEEDED,
    "cycle_programmed": words.CYCLE_UNSOUND, "cycle_one_at_a_time": words.STERILISER_BUSY, "cycle_ended_dated": words.CYCLE_UNSOUND,
}


@operation(
    "stores.add_steriliser", ko="멸균기 등록하기", en="Add a steriliser", may=rules.keep, refuses=(words.STERILISER_UNSOUND, NOT_FOUND),
    constraints=_MACHINE,
)
def add_steriliser(
    *, steriliser_kind: str, place: str, name_ko: str = "", name_en: str = "", test_days: int | None = 7, instrument: str = "", code: str = "",
) -> Steriliser:
    """A machine that runs cycles, tested with a biological indicator every so many days, or never."""
    if steriliser_kind not in KINDS or not _days_fit(test_days):
        raise Invalid(words.STERILISER_UNSOUND)
    made = Steriliser.objects.create(
        code=code.strip() or short_code("ST"), kind=steriliser_kind, name_ko=name_ko.strip()[:120], name_en=name_en.strip()[:120],
        place_id=places.find(place).id, test_days=test_days, instrument=instrument.strip()[:20], since=today(),
    )
    note(subject=made, kind=steriliser_kind, place=place, test_days=test_days)
    return made


@operation(
    "stores.set_steriliser", ko="멸균기 시험 주기 정하기", en="Set how a steriliser is tested", may=rules.keep,
    refuses=(words.STERILISER_UNKNOWN, words.STERILISER_UNSOUND), constraints=_MACHINE,
)
def set_steriliser(*, steriliser: str, test_days: int | None, active: bool = True) -> Steriliser:
    """How often it is tested, and whether it is in use."""
    if not _days_fit(test_days):
        raise Invalid(words.STERILISER_UNSOUND)
    found = _machine(steriliser)
    found.test_days, found.active = test_days, active
    found.save(update_fields=["test_days", "active"])
    note(subject=found, test_days=test_days, active=active)
    return found


@operation(
    "stores.start_cycle", ko="멸균 주기 시작하기", en="Start a cycle", may=rules.keep,
    refuses=(words.STERILISER_UNKNOWN, words.STERILISER_BUSY, words.CYCLE_UNSOUND), constraints=_CYCLE,
)
def start_cycle(*, steriliser: str, program: str) -> Cycle:
    """The door is shut on what is loaded; until it ends, loads and indicators may be recorded in it."""
    found = _machine(steriliser)
    if not found.active:
        raise Refused(words.STERILISER_BUSY)
    if not program.strip():
        raise Invalid(words.CYCLE_UNSOUND)
    made = Cycle.objects.create(
        code=short_code("CY"), steriliser=found, program=program.strip()[:80], started_at=clock.now(), state="running", run_by=require().actor,
    )
    note(subject=made, steriliser=found.code, program=made.program)
    return made


@operation(
    "stores.end_cycle", ko="멸균 주기 마치기", en="End a cycle", may=rules.keep,
    refuses=(words.CYCLE_UNKNOWN, words.CYCLE_OVER, words.CYCLE_UNSOUND, REASON_NEEDED), constraints=_CYCLE,
)
def end_cycle(
    *, sterile_cycle: str, passed: bool, celsius: Decimal | None = None, kilopascal: Decimal | None = None,
    minutes_held: Decimal | None = None, chemical: str = "none", reason: str = "",
) -> Cycle:
    """What was measured, and how it ended. Failed: its loads are kept back, and their companies told. Passed: they are ready,
    unless an indicator of it still incubates, or the machine's newest test was positive. An indicator that did not change fails it."""
    found = _cycle(sterile_cycle)
    if chemical not in CHEMICAL or (passed and (not celsius or celsius <= 0 or not minutes_held or minutes_held <= 0 or chemical == "unchanged")):
        raise Invalid(words.CYCLE_UNSOUND)
    found.state, found.ended_at = "passed" if passed else "failed", clock.now()
    found.failed_because = "" if passed else given(reason)
    found.celsius, found.kilopascal, found.minutes_held, found.chemical = celsius, kilopascal, minutes_held, chemical
    found.save(update_fields=["state", "ended_at", "failed_because", "celsius", "kilopascal", "minutes_held", "chemical"])
    if passed:
        prove(found)
    else:
        keep_back(Load.objects.filter(cycle=found, state__in=("loaded", "quarantined")), "failed")
    note(subject=found, state=found.state, celsius=str(celsius), minutes=str(minutes_held), chemical=chemical)
    return found


@operation(
    "stores.incubate_indicator", ko="생물학적 지시자 배양 시작", en="Incubate a biological indicator", may=rules.read_test,
    refuses=(words.CYCLE_UNKNOWN, words.INDICATOR_UNSOUND),
)
def incubate_indicator(*, sterile_cycle: str, indicator_lot: str) -> Indicator:
    """One of that lot goes through the cycle, beside a control of the same lot that does not. Its loads wait for the reading."""
    found = _cycle(sterile_cycle, running=False)
    if not indicator_lot.strip():
        raise Invalid(words.INDICATOR_UNSOUND)
    made = Indicator.objects.create(
        code=short_code("BI"), cycle=found, lot=indicator_lot.strip()[:60], incubated_at=clock.now(), state="incubating",
    )
    note(subject=made, cycle=found.code, lot=made.lot)
    return made


@operation(
    "stores.read_indicator", ko="생물학적 지시자 판독하기", en="Read a biological indicator", may=rules.read_test,
    refuses=(words.INDICATOR_UNKNOWN, words.INDICATOR_READ), constraints={"indicator_step_allowed": words.INDICATOR_READ},
)
def read_indicator(*, indicator: str, grew: bool, control_grew: bool) -> Indicator:
    """Negative: its cycle's loads are ready. Positive: every load since the machine's last test that passed is kept back, those
    handed out already too, and each company hears of its own. Void, where the control did not grow: it counts as no test."""
    found = Indicator.objects.select_for_update(of=("self",)).select_related("cycle__steriliser").filter(code=indicator.strip()).first()
    if found is None:
        raise Missing(words.INDICATOR_UNKNOWN)
    if found.state != "incubating":
        raise Refused(words.INDICATOR_READ)
    found.state, found.read_at = sterile.verdict(grew, control_grew), clock.now()
    found.grew, found.control_grew, found.read_by = grew, control_grew, require().actor
    found.save(update_fields=["state", "read_at", "grew", "control_grew", "read_by"])
    kept = 0
    if found.state == "positive":
        back = sterile.called_back(sterilisers.ran(found.cycle.steriliser_id), found.cycle_id)
        loads = Load.objects.filter(cycle_id__in=back, state__in=("loaded", "ready", "handed_out", "quarantined"))
        # Whose own indicator still incubates waits for that one: it cannot be handed out before.
        own = Indicator.objects.filter(state="incubating").exclude(cycle=found.cycle).values("cycle")
        kept = keep_back(loads.exclude(state="loaded", cycle__in=own), "indicator")
        publish(IndicatorGrew(found.id, found.code, kept))
    elif found.cycle.state == "passed":
        prove(found.cycle)
    note(subject=found, state=found.state, kept_back=kept)
    return found


@operation("stores.remind_of_tests", ko="멸균기 시험 기한 알리기", en="Remind of overdue tests", may=rules.run)
def remind_of_tests() -> int:
    """Those who run machines and who answer for safety are told of each test that is overdue, once."""
    late = sterilisers.overdue()
    for row in late:
        due: date | None = row.due_on
        tell(
            people.staff("lab_operations", "safety_officer"), "stores.test_due", words.TEST_DUE.fill({"machine": row.name, "day": due}),
            f"/stores/sterilisers/{row.code}/", f"test-due:{row.code}:{due}",
        )
    note(found=len(late))
    return len(late)


def _days_fit(days: int | None) -> bool:
    return days is None or 1 <= days <= 366


def _machine(code: str) -> Steriliser:
    found = Steriliser.objects.filter(code=code.strip()).first()
    if found is None:
        raise Missing(words.STERILISER_UNKNOWN)
    return found


def _cycle(code: str, *, running: bool = True) -> Cycle:
    """One; locked where it has to run still. Raises Missing, or Refused where it is over."""
    cycles = Cycle.objects.select_for_update(of=("self",)) if running else Cycle.objects.all()
    found = cycles.filter(code=code.strip()).first()
    if found is None:
        raise Missing(words.CYCLE_UNKNOWN)
    if running and found.state != "running":
        raise Refused(words.CYCLE_OVER)
    return found
