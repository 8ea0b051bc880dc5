"""What changes while a licence runs: amendments on their way and in effect, requests for space, moves behind and ahead."""

from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import Any

from django.db import transaction

from squaremile.cli.demo.residency.stage import Stage
from squaremile.kernel import clock
from squaremile.kernel.errors import SquaremileError
from squaremile.kernel.scope import scope, system
from squaremile.kernel.words import Text
from squaremile.residency import operations as residency
from squaremile.residency.reads import licences
from squaremile.spaces import operations as spaces
from squaremile.spaces.reads.places import lettable

LABEL = Text(ko="변경 계약과 이동", en="amendments and moves")
IN_EFFECT, FOR_CLUSTER, FOR_COMPANY = "SAEDEUL", "BYEORI", "MAJUNG"
MOVED, MOVING = "GOSAT", "PUSIL"
REQUESTS = (
    ("MIRINAE", "more", {"suite": 1, "bench": 2}, "배양 인력이 두 명 늘어 벤치가 더 필요합니다.", None, ""),
    ("SAEDEUL", "more", {"bench": 5}, "염기서열 장비를 들여놓을 자리가 필요합니다.", True, "다음 배치 계획에 넣었습니다."),
    ("HAEMIR", "other", {"bench": 3}, "생물안전작업대와 가까운 자리를 원합니다.", False, "올해는 그 층에 빈 자리가 없습니다."),
)  # fmt: skip
"""Who asks, for what, why, and what the staff said; None where they have not answered."""
NEEDS = (
    ("MOAK", {"suite": 1}, 2), ("NEOUL", {"bench": 4}, 2), ("GOSAT", {"bench": 3}, 1), ("MAJUNG", {"bench": 4}, 1),
    ("BYEORI", {"bench": 3}, 1), ("MULGIL", {"bench": 2}, 1),
)  # fmt: skip


def _steps(stage: Stage) -> list[Callable[[], None]]:
    steps: list[tuple[str, Callable[[], None]]] = [
        (IN_EFFECT, lambda: _amended(stage, IN_EFFECT, 45)), (FOR_CLUSTER, lambda: _amended(stage, FOR_CLUSTER, 2)),
        (FOR_COMPANY, lambda: _amended(stage, FOR_COMPANY, 1)), (MOVED, lambda: _moved(stage)),
        (MOVING, lambda: _moving(stage)),
    ]
    steps += [(MOVING, lambda: _plan(stage)), (MOVING, lambda: _split(stage)), (MOVING, lambda: _merging(stage))]
    steps += [(one[0], lambda one=one: _request(stage, *one)) for one in REQUESTS]  # type: ignore[misc]
    steps += [(one[0], lambda one=one: _need(stage, *one)) for one in NEEDS]  # type: ignore[misc]
    return [step for code, step in steps if code in stage.records]


def total(stage: Stage) -> int:
    return len(_steps(stage))


def make(stage: Stage) -> Iterable[int]:
    """Each at the moment it would have been done."""
    for count, step in enumerate(_steps(stage), 1):
        step()
        yield count


def _licence(stage: Stage, code: str) -> licences.LicenceRow:
    with scope(stage.staffed("programme")):
        return next(row for row in licences.licences(company=stage.records[code]) if row.state == "in_force")


def _free(stage: Stage) -> list[str]:
    """Benches that nobody holds, the last first."""
    taken = {let.place for let in stage.lets}
    with scope(stage.staffed("programme")):
        return sorted((p.code for p in lettable() if "-B" in p.code.removeprefix("JB-") and p.code not in taken), reverse=True)


def _amended(stage: Stage, code: str, days: int) -> None:
    """More people than before: proposed so many days ago; signed by both, by the company alone, or by nobody yet."""
    row = _licence(stage, code)
    with clock.as_of(stage.at(-days)), scope(stage.staffed("programme")):
        residency.propose_amendment(
            licence=row.code, reason="연구 인력 증가 / More people in research", most_people=row.most_people + 3,
            effective_on=stage.at(-days + 5).date() if code == IN_EFFECT else stage.at(21).date(),
        )
    if code == FOR_COMPANY:
        return
    _company_signs(stage, code, row.code, days)
    if code == FOR_CLUSTER:
        return
    _cluster_signs(stage, row.code, days - 1)
    with clock.as_of(stage.at(-days + 5)), scope(system("worker")):
        residency.run_licences()


def _company_signs(stage: Stage, company: str, licence: str, days: int) -> None:
    with clock.as_of(stage.at(-days, 14)), scope(stage.admin(company)):
        residency.sign_licence(licence=licence, signed_name=stage.signer(company))


def _cluster_signs(stage: Stage, licence: str, days: int) -> None:
    with clock.as_of(stage.at(-days)), scope(stage.staffed("site_director")):
        residency.sign_licence(licence=licence, signed_name="백서윤")
    with clock.as_of(stage.at(-days, 11)), scope(system("worker")):
        residency.seal_documents()


def _moved(stage: Stage) -> None:
    """One bench for another, three weeks ago; both had signed what changes with it."""
    row, free = _licence(stage, MOVED), _free(stage)
    with clock.as_of(stage.at(-30)), scope(stage.staffed("programme")):
        move = residency.plan_move(
            company=stage.records[MOVED], on_day=stage.at(-20).date(), leaves=[row.places[-1]], takes=free[:1]
        )
    _company_signs(stage, MOVED, row.code, 28)
    _cluster_signs(stage, row.code, 27)
    with clock.as_of(stage.at(-20, 11)), scope(stage.staffed("programme")):
        residency.carry_out_move(move=move.code)


def _moving(stage: Stage) -> None:
    """A bench more, in twelve days."""
    with clock.as_of(stage.now - timedelta(hours=20)), scope(stage.staffed("programme")):
        residency.plan_move(company=stage.records[MOVING], on_day=stage.at(12).date(), takes=_free(stage)[1:2])


def _split(stage: Stage) -> None:
    """A free bench became three desks three weeks ago."""
    with clock.as_of(stage.at(-40)), scope(stage.staffed("site_director")):
        _first(lambda bench: spaces.split_place(place=bench, on_day=stage.at(-20).date(), into=3, kind="desk"), _free(stage)[2:])


def _merging(stage: Stage) -> None:
    """Two of these desks become one in six weeks."""
    pairs = [(f"{one[:-2]}-A", one) for one in _free(stage) if one.endswith("-B")]
    with clock.as_of(stage.at(-3)), scope(stage.staffed("site_director")):
        _first(lambda pair: spaces.merge_places(
            merged=pair, on_day=stage.at(42).date(), kind="desk", name_ko="넓은 책상", name_en="Wide desk"), pairs)  # fmt: skip


def _first(act: Callable[[Any], object], choices: Iterable[Any]) -> None:
    """Do it with the first with which it can be done: some are held for an offer, or stand apart."""
    for one in choices:
        try:
            with transaction.atomic():
                act(one)
        except SquaremileError:
            continue
        return


def _plan(stage: Stage) -> None:
    """Drawn by the worker as soon as it runs."""
    with scope(stage.staffed("programme")):
        residency.ask_space_plan(site="JB", on_day=stage.at(60).date(), seconds=2)


def _request(stage: Stage, code: str, wish: str, counts: dict[str, int], says: str, granted: bool | None, answer: str) -> None:
    with clock.as_of(stage.at(-9)), scope(stage.admin(code)):
        made = residency.ask_for_space(
            company=stage.records[code], space_wish=wish, place_counts=counts, by_day=stage.at(60).date(), says=says
        )
    if granted is not None:
        with clock.as_of(stage.at(-6)), scope(stage.staffed("programme")):
            residency.answer_space_request(space_request=made.code, granted=granted, says=answer)


def _need(stage: Stage, code: str, counts: dict[str, int], biosafety: int) -> None:
    with clock.as_of(stage.at(-15)), scope(stage.admin(code)):
        residency.set_space_need(company=stage.records[code], place_counts=counts, biosafety=biosafety)
