"""Services and sterilisation of the demonstration: two autoclaves and a washer, weeks of cycles that rivals share, a test that
calls loads back and the one that clears them, a cycle that failed today, and requests that wait."""

from decimal import Decimal
from typing import Any

from squaremile.cli.demo.residency.stage import Stage
from squaremile.kernel import clock
from squaremile.kernel.scope import Grant, Scope, scope
from squaremile.stores import operations as stores

OFFERED = (
    ("AUTOCLAVE", "autoclave", "run", "고압증기멸균", "Autoclave run", "121 °C, 20분. 내열 상자에 담아 이름을 적어 주십시오.",
     "121 °C, 20 min. Bring it in a heat-proof box with your name.", 12_000),
    ("GLASSWASH", "glass_wash", "run", "초자 세척", "Glass-wash", "헹군 초자를 바구니에 담아 주십시오.",
     "Rinse the glass and bring it in a basket.", 8_000),
    ("LB-MEDIA", "media", "L", "LB 배지 조제", "LB medium", "1 L 병으로 드립니다.", "Made in bottles of 1 L.", 9_000),
    ("LN2-FILL", "nitrogen", "L", "액체질소 충전", "Liquid nitrogen fill", "비운 듀어를 가스실 앞에 두십시오.",
     "Leave the empty dewar before the gas room.", 1_500),
    ("CO2-FILL", "gas", "piece", "탄산가스 용기 교체", "CO2 cylinder exchange", "빈 용기를 알려 주십시오.", "Say which cylinder is empty.", 45_000),
)  # fmt: skip
METERS = {"run": "services_run", "L": "services_l", "piece": "services_piece"}
PRICES: list[dict[str, Any]] = [
    {
        "code": code, "label": {"ko": ko, "en": en}, "meter": METERS[unit], "subjects": [code], "counted_in": unit, "unit": unit,
        "price": {"kind": "flat", "rate": price}, "tax": "vat",
    }
    for code, _, unit, ko, en, _, _, price in OFFERED
]  # fmt: skip
"""As items of the rate card."""
ROOM, FIRST, SECOND, WASHER = "JB-A108", "AUTO-1", "AUTO-2", "WASH-1"
GOOD: dict[str, Any] = {"celsius": Decimal("121.6"), "kilopascal": Decimal(106), "minutes_held": Decimal(20), "chemical": "changed"}
PROGRAM, WASH = "121 °C · 20 min", "90 °C · 10 min"


def make(stage: Stage) -> None:
    """Weeks ago it was set up; since then cycles and tests, of which one was positive; today one failed."""
    with clock.as_of(stage.at(-30)), scope(stage.staffed("lab_operations")):
        for code, kind, unit, ko, en, says_ko, says_en, _ in OFFERED:
            stores.add_service(service_kind=kind, service_unit=unit, name_ko=ko, name_en=en, says_ko=says_ko, says_en=says_en, code=code)
        for code, kind, ko, en, days, instrument in (
            (FIRST, "autoclave", "멸균기 1호", "Autoclave 1", 7, "AC-1"), (SECOND, "autoclave", "멸균기 2호", "Autoclave 2", 7, "AC-2"),
            (WASHER, "washer", "초자 세척기", "Glass washer", None, ""),
        ):
            stores.add_steriliser(steriliser_kind=kind, place=ROOM, name_ko=ko, name_en=en, test_days=days, instrument=instrument, code=code)
    _weeks(stage)
    _called_back(stage)
    _failed_today(stage)
    _fills(stage)


def _asked(stage: Stage, company: int, service: str, amount: int, day: int, *, accept: bool = True, wanted: int | None = None) -> str:
    """A request of one of a company's people in the morning, accepted an hour later."""
    whose = stage.companies[company].code
    person = Scope(actor=stage.people[whose][-1], grants=(Grant("scientist", stage.organisations[whose]),))
    with clock.as_of(stage.at(day, 8)), scope(person):
        until = None if wanted is None else stage.at(wanted).date()
        code = stores.ask_service(service=service, service_amount=Decimal(amount), wanted_on=until).code
    if accept:
        with clock.as_of(stage.at(day, 9)), scope(stage.staffed("lab_operations")):
            stores.accept_service(service_order=code)
    return code


def _cycle(
    stage: Stage, machine: str, day: int, hour: int, what: dict[str, str], *, lot: str = "", again: tuple[str, ...] = (),
) -> tuple[str, list[str], str]:
    """A cycle that is begun: its code, its loads', its indicator's."""
    with clock.as_of(stage.at(day, hour)), scope(stage.staffed("lab_operations")):
        code = stores.start_cycle(steriliser=machine, program=WASH if machine == WASHER else PROGRAM).code
        loads = [stores.load_cycle(sterile_cycle=code, service_order=order, load_says=says).code for order, says in what.items()]
        for load in again:
            stores.rerun_load(sterile_load=load, sterile_cycle=code)
        return code, loads, stores.incubate_indicator(sterile_cycle=code, indicator_lot=lot).code if lot else ""


def _ended(stage: Stage, cycle: str, day: int, hour: int) -> None:
    with clock.as_of(stage.at(day, hour)), scope(stage.staffed("lab_operations")):
        stores.end_cycle(sterile_cycle=cycle, passed=True, **GOOD)


def _read(stage: Stage, indicator: str, day: int, *, grew: bool = False) -> None:
    with clock.as_of(stage.at(day, 9)), scope(stage.staffed("lab_operations")):
        stores.read_indicator(indicator=indicator, grew=grew, control_grew=True)


def _handed_out(stage: Stage, loads: list[str], day: int, hour: int) -> None:
    with clock.as_of(stage.at(day, hour)), scope(stage.staffed("lab_operations")):
        for load in loads:
            stores.hand_out_load(sterile_load=load, handed_to="연구원")


def _weeks(stage: Stage) -> None:
    """Autoclave 1, three weeks: rivals in one cycle, a test each week that passes. Autoclave 2 was tested once, and is overdue."""
    for n, day in enumerate((-24, -17, -10)):
        orders = [_asked(stage, company, "AUTOCLAVE", 1, day) for company in (n, n + 1)]
        cycle, loads, test = _cycle(stage, FIRST, day, 10, dict(zip(orders, ("팁 상자 12개", "배지 병 8개"), strict=True)), lot=f"ATT-23{n}")
        _ended(stage, cycle, day, 11)
        _read(stage, test, day + 1)
        _handed_out(stage, loads, day + 1, 10)
    cycle, _, test = _cycle(stage, SECOND, -12, 14, {}, lot="ATT-231")
    _ended(stage, cycle, -12, 15)
    _read(stage, test, -11)


def _called_back(stage: Stage) -> None:
    """A load was out already when the next test grew; a cycle with a negative indicator cleared one load, the other waits for it."""
    first, second = _asked(stage, 0, "AUTOCLAVE", 1, -5), _asked(stage, 1, "AUTOCLAVE", 1, -4)
    cycle, early, _ = _cycle(stage, FIRST, -5, 10, {first: "수술 기구 1세트"})
    _ended(stage, cycle, -5, 11)
    _handed_out(stage, early, -5, 13)
    cycle, late, test = _cycle(stage, FIRST, -4, 10, {second: "여과 장치 3개"}, lot="ATT-233")
    _ended(stage, cycle, -4, 11)
    _read(stage, test, -3, grew=True)
    cycle, _, test = _cycle(stage, FIRST, -3, 14, {}, lot="ATT-234", again=(late[0],))
    _ended(stage, cycle, -3, 15)
    _read(stage, test, -2)


def _failed_today(stage: Stage) -> None:
    """Two rivals' loads in a cycle that did not reach its temperature yesterday; another is running with an indicator."""
    orders = [_asked(stage, company, "AUTOCLAVE", 1, -1, wanted=1) for company in (2, 0)]
    cycle, _, _ = _cycle(stage, SECOND, -1, 15, dict(zip(orders, ("배양 플라스크 6개", "주걱과 집게"), strict=True)))
    with clock.as_of(stage.at(-1, 16)), scope(stage.staffed("lab_operations")):
        stores.end_cycle(
            sterile_cycle=cycle, passed=False, celsius=Decimal("117.8"), minutes_held=Decimal(20), chemical="unchanged",
            reason="문 개스킷에서 증기가 새어 118 °C를 넘지 못했습니다.",
        )
    wash = _asked(stage, 1, "GLASSWASH", 2, -1)
    _cycle(stage, WASHER, -1, 17, {wash: "비커와 메스실린더"})


def _fills(stage: Stage) -> None:
    """Fills and media that are done, and requests that wait for an answer."""
    for company, service, amount, day in ((0, "LN2-FILL", 25, -20), (1, "LB-MEDIA", 4, -14), (2, "CO2-FILL", 1, -9), (0, "LN2-FILL", 30, -6)):
        order = _asked(stage, company, service, amount, day)
        with clock.as_of(stage.at(day, 16)), scope(stage.staffed("lab_operations")):
            stores.complete_service(service_order=order)
    _asked(stage, 0, "LN2-FILL", 25, -1, accept=False, wanted=1)
    _asked(stage, 1, "LB-MEDIA", 6, -1, accept=False, wanted=2)
    _asked(stage, 3, "CO2-FILL", 1, -1, wanted=1)
