"""Companies that leave: one has given notice and clears its bench, one has nothing left, one is gone and has its deposit."""

from collections.abc import Iterable
from datetime import timedelta
from decimal import Decimal

from squaremile.cli.demo.residency.stage import Stage
from squaremile.kernel import clock
from squaremile.kernel.scope import scope, system
from squaremile.kernel.words import Text
from squaremile.residency import operations as residency
from squaremile.residency.policies.clearance import SIGNERS

LABEL = Text(ko="퇴거", en="exits")
CLEARING, EMPTY, GONE = "SINABRO", "JIPYEONG", "KKOTDAM"
LINES = (
    ("chemicals", "유기용매 / Organic solvents", "litre", 12), ("biologicals", "세포주 / Cell lines", "box", 6),
    ("freezer", "-80℃ 냉동고 칸 / Shelves of the -80 °C freezer", "piece", 2), ("keys", "벤치 서랍 열쇠 / Drawer keys", "piece", 3),
    ("badges", "출입증 / Badges", "piece", 4), ("data", "장비 컴퓨터의 자료 / Data on instrument computers", "piece", 3),
    ("own_equipment", "탁상 원심분리기 / Bench centrifuge", "piece", 1),
    ("decontamination", "벤치 제염 확인서 / Decontamination of the bench", "certificate", 1),
    ("waste", "액체 폐기물 / Liquid waste", "litre", 8), ("final_bill", "마지막 청구서 / Final bill", "piece", 1),
    ("photos", "비운 벤치 사진 / Pictures of the empty bench", "picture", 4),
)  # fmt: skip
DESKS = {"safety": "safety_officer", "operations": "lab_operations", "finance": "finance"}


def _of(stage: Stage) -> list[tuple[str, int]]:
    """Who, and how many days ago notice was given."""
    return [(code, days) for code, days in ((CLEARING, 6), (EMPTY, 70), (GONE, 75)) if code in stage.records]


def total(stage: Stage) -> int:
    return len(_of(stage))


def make(stage: Stage) -> Iterable[int]:
    """Notice, counting, clearing, signing, the deposit: each as far as it has come."""
    for count, (code, days) in enumerate(_of(stage), 1):
        last = {CLEARING: 60, EMPTY: 4, GONE: -6}[code]
        with clock.as_of(stage.at(-days)), scope(stage.admin(code)):
            leaving = residency.notify_exit(
                company=stage.records[code], last_day=stage.at(last).date(), destination="" if code == EMPTY else "전주 / Jeonju"
            ).code
        _clear(stage, code, leaving, min(-days + 2, last))
        if code == GONE:
            _gone(stage, leaving)
        yield count


def _clear(stage: Stage, code: str, leaving: str, day: int) -> None:
    """Everything is counted; who still clears has cleared and had signed every third thing, and begun with the next."""
    for n, (kind, what, unit, opening) in enumerate(LINES):
        with clock.as_of(stage.at(day)), scope(stage.admin(code)):
            line = residency.count_line(departure=leaving, kind=kind, what=what, unit=unit, opening=Decimal(opening)).code
            part = Decimal(opening) if code != CLEARING or n % 3 == 0 else Decimal(opening // 2) if n % 3 == 1 else Decimal(0)
            if part:
                residency.clear_line(clearance_line=line, amount=part)
        if part == opening and (code != CLEARING or n % 2 == 0):
            with clock.as_of(stage.at(day + 1)), scope(stage.staffed(DESKS[SIGNERS[kind]])):
                residency.sign_line(clearance_line=line)
    with clock.as_of(stage.at(day + 1, 15)), scope(stage.staffed("finance")):
        if code != EMPTY:
            taken = residency.deduct(departure=leaving, says="벤치 상판 교체 / New top of the bench", amount_minor=180_000).code
    if code == CLEARING:
        with clock.as_of(stage.at(day + 1, 16)), scope(stage.admin(code)):
            residency.dispute_deduction(deduction=taken, disputed_minor=80_000)


def _gone(stage: Stage, leaving: str) -> None:
    """Left and settled; the licence is over, and the bench is free."""
    with clock.as_of(stage.at(-5)), scope(stage.staffed("programme")):
        residency.graduate(departure=leaving)
    with clock.as_of(stage.at(-4)), scope(stage.staffed("finance")):
        residency.settle_deposit(departure=leaving)
    with clock.as_of(stage.now - timedelta(minutes=30)), scope(system("worker")):
        residency.run_licences()
