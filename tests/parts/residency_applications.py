"""For the tests of the whole product: calls and applications. A rival has handed one in, and is writing another."""

from datetime import timedelta
from typing import Any

from squaremile.core import operations as core
from squaremile.residency import operations as residency
from tests import parts
from tests.residency.applying import answered, secret
from tests.residency.forms import sample
from tests.world import MONDAY

API = "squaremile.api.v1.residency.applications"
NOUNS = {"applications": ("application", "screened application"), "own-applications": ("draft application",),
         "answer-files": ("answer file",), "findings": ("finding",)}  # fmt: skip
ALL = {"calls": ["CALL-A"], "forms": ["STANDARD"]}
BEGINNINGS = {"door/applications/": ("draft application", "application"), "door/answer-files/": ("answer file",)}
PLACES = {"finding": ("finding",)}
SAID = {"question": ("science", "deck"), "question_key": ("science",), "step": ("open", "close")}
HERS = {"application": "application", "answer_file": "answer file", "finding": "finding", "company": "third company"}
CHECKS = dict.fromkeys(("complete", "eligible", "work_fits", "space_fits", "no_conflict"), True)
SOUND: dict[str, Any] = {
    "body": sample(), "call": "CALL-A", "checks": CHECKS, "eligibility": [], "form": "STANDARD", "judgement": "feasible",
    "question_key": "science", "reasons": "왜", "settlement": "consented", "until": MONDAY + timedelta(days=9), "value": "훔친 답",
    "name_ko": "도둑바이오", "code": "CALL-NEW", "away": [],
}  # fmt: skip
LEFT_OUT = ("closes_at", "conditions", "confidential", "flags", "opens_at", "version")
_DRAFT = {"application": "draft application"}
OWN: dict[str, dict[str, Any]] = {
    "residency.save_answer": {**_DRAFT, "version": 1}, "residency.add_answer_file": {**_DRAFT, "question_key": "deck"},
    "residency.submit_application": _DRAFT, "residency.invite_editor": _DRAFT,
    "residency.remove_editor": {**_DRAFT, "email": "second@saebom.example"}, "residency.pass_to_review": {"application": "screened application"},
    "residency.open_call": {"call": "CALL-D"}, "residency.begin_own_application": {"call": "CALL-C"},
    "residency.draft_call": {"title_ko": "새 공고"},
}  # fmt: skip
FORM = {"company": "third company", "value": "훔친 답", "question": "science", "checks": "complete", "judgement": "feasible", "reasons": "왜",
        "settlement": "consented", "form": "STANDARD", "title_ko": "새 공고", "eligibility": "[]", "call": "CALL-A",
        "version": "1"}  # fmt: skip
TEXTS = {"science": "새봄만 아는 표적 SBX-9", "answer file": "sbx9-deck.pdf", "flag": "새봄의 투자 금액이 이상함",
         "feasible": "새봄 용매가 여유 안에 있음",
         "finding": "새봄과 셋째가 같은 표적을 봄", "settled": "셋째 대표가 새봄을 허락함"}  # fmt: skip


def week(world, codes, keys):
    """Saebom hands an application in, another is screened, and a third is being written, by a key as well."""
    with world.as_("programme"):
        core.add_organisation(code="RIVALS-RIVAL", name_ko="셋째바이오", name_en="Third Bio")
        codes["third company"] = residency.open_record(organisation="RIVALS-RIVAL").code
        residency.import_form(form="STANDARD", body=sample())
        for letter in "ABCD":
            residency.draft_call(form="STANDARD", code=f"CALL-{letter}", title_ko=f"공고 {letter}")
            if letter != "D":
                residency.open_call(call=f"CALL-{letter}")
    with world.as_("sujin"):
        for letter, name in (("A", "application"), ("B", "screened application"), ("C", "draft application")):
            codes[name] = residency.begin_own_application(call=f"CALL-{letter}").code
            answered(codes[name], science=TEXTS["science"])
        made = residency.add_answer_file(
            application=codes["draft application"], question_key="deck", name=TEXTS["answer file"], content=b"%PDF-1.7 SBX"
        )
        codes["answer file"], keys["answer file"] = made.code, made.file_id
        for name in ("application", "screened application"):
            residency.submit_application(application=codes[name])
        for email in ("first@saebom.example", "second@saebom.example"):
            residency.invite_editor(application=codes["draft application"], email=email)
    parts.door_secrets["first@saebom.example"] = secret("first@saebom.example")
    with world.as_("safety"):
        residency.judge_feasibility(application=codes["application"], judgement="feasible", reasons=TEXTS["feasible"])
    with world.as_("programme"):
        residency.screen_application(application=codes["screened application"], checks=CHECKS, flags=TEXTS["flag"])
        made_finding = residency.name_competitor(
            application=codes["screened application"], company=codes["third company"], reason=TEXTS["finding"]
        )
        residency.settle_competition(finding=made_finding.code, settlement="consented", reason=TEXTS["settled"])
        codes["finding"] = made_finding.code


def furnish(world):
    """A call, an application, and the company that hands it in."""
    with world.as_("programme"):
        residency.import_form(form="STANDARD", body=sample())
        made = residency.draft_call(form="STANDARD", title_ko="입주 공고", title_en="Call")
        residency.open_call(call=made.code)
    with world.as_("sujin"):
        code = residency.begin_own_application(call=made.code).code
        answered(code)
        residency.submit_application(application=code)
    with world.as_("programme"):
        residency.check_competition(application=code)
        again = residency.draft_call(form="STANDARD", title_ko="추가 공고", title_en="Another call")
        residency.open_call(call=again.code)
    with world.as_("hajin"):
        answered(handed := residency.begin_own_application(call=made.code).code)
        residency.submit_application(application=handed)
        residency.begin_own_application(call=again.code)
