"""Judging who fits a need."""

from squaremile.core.words import NOT_FOUND
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require
from squaremile.network import rules
from squaremile.network.models import Match, NeedDetail
from squaremile.network.models.match import SUBJECTS, VERDICTS
from squaremile.network.reads.candidate_names import KEPT
from squaremile.network.words import needs as words


@operation(
    "network.judge_match", ko="추천 판정하기", en="Judge a match", may=rules.ask_need,
    refuses=(words.NEED_UNKNOWN, words.CANDIDATE_UNKNOWN, NOT_FOUND),
    constraints={
        "match_judged_once": words.JUDGED_MEANWHILE, "match_subject_known": NOT_FOUND, "match_verdict_known": NOT_FOUND,
    },
)
def judge_match(
    *, need: str, subject: str, subject_code: str, verdict: str, reason: str = "", blind: bool = False, position: int = 0,
) -> Match:
    """Say whether a candidate fits, does not, may later, or has declined. The list is ranked anew with it.

    `blind` judgements were made by the evidence alone, and count apart. Judging again replaces one's own verdict.
    """
    detail = NeedDetail.objects.filter(need__code=need).first()
    asking = require()
    if detail is None or not (rules.liaise(asking) or detail.organisation_id in asking.organisations):
        raise Missing(words.NEED_UNKNOWN)
    if subject not in SUBJECTS or verdict not in VERDICTS:
        raise Invalid(NOT_FOUND)
    _there(subject, subject_code)
    made, _ = Match.objects.update_or_create(
        need_id=detail.need_id, subject=subject, subject_code=subject_code, judged_by_id=require().actor, blind=blind,
        defaults={
            "verdict": verdict, "reason": " ".join(reason.split())[:300], "position": min(max(position, 0), 30000),
            "judged_at": clock.now(),
        },
    )
    note(subject=made, organisation=detail.organisation_id, candidate=subject_code, verdict=verdict)
    return made


def _there(subject: str, code: str) -> None:
    """Raises Missing for a candidate that the asker does not see. Instruments are another domain's: any code stands."""
    kind = KEPT.get(subject)
    if not code or (kind is not None and not kind.objects.filter(code=code, hidden=False).exists()):
        raise Missing(words.CANDIDATE_UNKNOWN)
