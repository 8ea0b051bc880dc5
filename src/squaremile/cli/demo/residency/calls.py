"""Calls and what came of them: one long decided, one that is open, one that always is; reviews, letters, a wait-list."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

import squaremile.residency
from squaremile.cli.demo.residency.applicants import AUTUMN, SPRING, Applicant
from squaremile.cli.demo.residency.stage import Stage
from squaremile.kernel import clock
from squaremile.kernel.scope import Grant, Scope, scope, system
from squaremile.kernel.words import Text
from squaremile.residency import operations as residency
from squaremile.residency.reads import papers, rounds, sponsors

LABEL = Text(ko="공고와 신청", en="calls and applications")
FORM = "STANDARD"
RULES = (
    {"rule": "age_most", "years": 7}, {"rule": "no_work", "works": ["bsl4", "select_agents"]},
    {"rule": "capital_most", "amount": "7500000", "currency": "USD", "for_one": {"KRW": "1350"}},
)
CHECKS = dict.fromkeys(("complete", "eligible", "work_fits", "space_fits", "no_conflict"), True)
RUBRIC = (
    {"key": "science", "label": {"ko": "과학과 기술", "en": "Science and technology"}, "weight": 4, "least": 0, "most": 10},
    {"key": "team", "label": {"ko": "팀", "en": "Team"}, "weight": 3, "least": 0, "most": 10},
    {"key": "fit", "label": {"ko": "센터와의 어울림", "en": "Fit with the site"}, "weight": 3, "least": 0, "most": 10},
)
JUDGES = (
    ("judge.kang@univ-a.example", "강심지", "Simji Kang", "한빛대학교", ("진단", "뇌질환")),
    ("judge.noh@fund-b.example", "노을봄", "Eulbom Noh", "은빛투자", ("소재", "면역")),
)
REASONS = {
    "accept": "연구가 탄탄하고 이곳의 장비와 잘 맞습니다.", "wait_list": "통과 점수를 넘었으나 지금은 자리가 없습니다.",
    "decline": "이번 공고의 통과 점수에 이르지 못했습니다.",
}  # fmt: skip
TICKET = "ara"
"""Whom a sponsor's golden ticket lifts on the wait-list."""


def total(stage: Stage) -> int:
    return len(SPRING) + len(AUTUMN) + 1


def make(stage: Stage) -> Iterable[int]:
    """Form and calls; then each application as far as it has come; then what was decided."""
    body = json.loads((Path(squaremile.residency.__file__).parent / "documents/application.json").read_text(encoding="utf-8"))
    with clock.as_of(stage.at(-220)), scope(stage.staffed("programme")):
        residency.import_form(form=FORM, body=body)
        judges = [
            residency.add_reviewer(email=email, name_ko=ko, name_en=en, body_ko=house, fields=fields)
            for email, ko, en, house, fields in JUDGES
        ]
        for judge in judges:
            residency.invite_reviewer(reviewer=judge.code)
    keys = {judge.code: Scope(grants=(Grant("reviewer", judge.id),)) for judge in judges}
    _call(stage, "SPRING", "봄 입주 공고", "Spring call", -200, -160)
    _call(stage, "AUTUMN", "가을 입주 공고", "Autumn call", -25, 21)
    _call(stage, "ROLLING", "상시 모집: 공유 벤치 하나", "Always open: one shared bench", -120, None)
    spring: dict[str, str] = {}
    count = 0
    for call, applicants, opened in (("SPRING", SPRING, -195), ("AUTUMN", AUTUMN, -20)):
        made = {}
        for n, each in enumerate(applicants):
            made[each.local] = _application(stage, call, each, opened + n)
            count += 1
            yield count
        _reviewed(stage, call, applicants, made, opened + 40 if call == "SPRING" else -6, keys)
        spring = spring or made
    _decided(stage, spring)
    _pitches(stage, [judge.code for judge in judges])
    yield count + 1


def _call(stage: Stage, code: str, ko: str, en: str, opens: int, closes: int | None) -> None:
    with clock.as_of(stage.at(opens, 9)), scope(stage.staffed("programme")):
        residency.draft_call(
            code=code, form=FORM, title_ko=ko, title_en=en, closes_at=stage.at(closes, 18) if closes is not None else None,
            says_ko="실험실을 함께 쓰며 자랄 생명과학 기업을 찾습니다. 벤치와 공용 장비, 멘토를 드립니다.",
            says_en="For life-science companies that want to grow in shared labs: benches, instruments and mentors.",
            eligibility=RULES,
        )
        residency.open_call(call=code)


def _application(stage: Stage, call: str, each: Applicant, day: int) -> str:
    """Begun by a link, written behind it, handed in, and looked at by the programme staff. Returns its code."""
    with clock.as_of(stage.at(day, 9)), scope(system("public")):
        code = residency.begin_application(call=call, email=each.email, name_ko=each.name_ko, name_en=each.name_en).application
    with scope(stage.staffed("programme")):
        company = papers.paper(code).head.company_id
    with clock.as_of(stage.at(day, 14)), scope(Scope(grants=(Grant("applicant", company),), reason=each.email)):
        for key, value in each.answers(stage.at(-900 - 40 * each.head_count).date().isoformat()).items():
            if each.comes_to != "draft" or key not in ("science", "milestones", "chemicals"):
                residency.save_answer(application=code, question_key=key, value=value)
        if each.comes_to == "draft":
            return code
        residency.submit_application(application=code)
    if each.comes_to == "submitted":
        return code
    with clock.as_of(stage.at(day + 2)), scope(stage.staffed("programme")):
        if each.comes_to == "returned":
            residency.return_application(application=code, reason="12개월 목표를 더 자세히 적어 주십시오.", until=stage.at(10, 18))
            return code
        some = CHECKS if each.comes_to != "screening" else {"complete": True}
        residency.screen_application(application=code, checks={**dict.fromkeys(CHECKS, False), **some})
        for found in residency.check_competition(application=code):
            if each.comes_to != "screening":
                residency.settle_competition(finding=found.code, settlement="consented", reason="층을 달리하면 괜찮다고 했습니다.")
    if each.comes_to != "screening":
        with clock.as_of(stage.at(day + 3)), scope(stage.staffed("safety_officer")):
            residency.judge_feasibility(
                application=code, judgement="feasible" if each.level == "bsl1" else "conditional",
                reasons="신고한 양이 구역의 여유 안에 있습니다.", conditions="" if each.level == "bsl1" else "생물안전작업대 배정 뒤 시작",
            )
        with clock.as_of(stage.at(day + 3, 15)), scope(stage.staffed("programme")):
            residency.pass_to_review(application=code)
    return code


def _reviewed(
    stage: Stage, call: str, applicants: Sequence[Applicant], made: dict[str, str], day: int, keys: dict[str, Scope]
) -> None:
    """A blind round of two reviewers each; in the open call, the first of them is still writing."""
    with clock.as_of(stage.at(day, 9)), scope(stage.staffed("programme")):
        found = residency.draft_round(call=call, rubric=RUBRIC, each=2, quorum=2, pass_mark=60, room_for=2).code  # type: ignore[arg-type]
        residency.open_round(review_round=found)
    judged = [each for each in applicants if each.points != (0, 0)]
    for each in judged:
        for n, (judge, key) in enumerate(keys.items()):
            with clock.as_of(stage.at(day, 10)), scope(stage.staffed("programme")):
                review = residency.assign_reviewer(review_round=found, application=made[each.local], reviewer=judge).code
            with clock.as_of(stage.at(day + 2, 11 + n)), scope(key):
                points = each.points[n]
                residency.save_review(
                    review=review, points={"science": points, "team": max(points - n, 0), "fit": min(points + 1, 10)},
                    comment="자료의 되풀이가 더 필요합니다." if points < 6 else "자료가 탄탄합니다.",
                )
                if call == "SPRING" or n:
                    residency.submit_review(review=review)


def _pitches(stage: Stage, judges: Sequence[str]) -> None:
    """The open call's day of pitches: planned, and its invitations sent."""
    with clock.as_of(stage.at(-1, 15)), scope(stage.staffed("programme")):
        found = residency.draft_round(
            call="AUTUMN", rubric=RUBRIC, review_stage="pitch", each=2, quorum=1, pass_mark=60, room_for=2,  # type: ignore[arg-type]
        ).code
        residency.open_round(review_round=found)
        residency.open_pitch_sitting(
            review_round=found, start=stage.at(9, 14), panel=judges[:2], pitch_count=4, link="https://meet.example.org/pitch",
        )
        residency.plan_pitches(review_round=found)
        residency.send_pitch_invitations(review_round=found)


def _decided(stage: Stage, made: dict[str, str]) -> None:
    """Decided by ranking, told in one go, and the wait-list with a golden ticket."""
    with clock.as_of(stage.at(-150)), scope(stage.staffed("programme")):
        residency.close_round(review_round=next(row.code for row in rounds.rounds() if row.call == "SPRING"))
        for each in SPRING:
            residency.decide_application(application=made[each.local], outcome=each.comes_to, reasons=REASONS[each.comes_to])
        residency.close_call(call="SPRING")
    with clock.as_of(stage.at(-148)), scope(stage.staffed("programme")):
        residency.send_letters(call="SPRING")
    with clock.as_of(stage.at(-40)), scope(stage.staffed("programme")):
        residency.use_entitlement(
            sponsor=sponsors.sponsors()[-1].code, kind="ticket", company=papers.paper(made[TICKET]).head.company_code
        )
