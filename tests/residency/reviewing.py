"""How tests review: applications in review, reviewers with keys, a round that is open."""

from typing import Any

from squaremile.residency import operations as residency
from squaremile.residency.models import Review
from tests.residency.applying import handed_in, outside

RUBRIC = [
    {"key": "science", "label": {"ko": "과학", "en": "Science"}, "weight": 3,
     "anchors": {"1": {"ko": "약함", "en": "Weak"}, "5": {"ko": "탁월함", "en": "Outstanding"}}},
    {"key": "team", "label": {"ko": "팀", "en": "Team"}, "weight": 1},
]  # fmt: skip
CHECKS = dict.fromkeys(("complete", "eligible", "work_fits", "space_fits", "no_conflict"), True)


def in_review(world, call: str, email: str, name_ko: str = "새싹바이오", **changes: Any) -> str:
    """The code of an application that has passed its pre-screen."""
    code = handed_in(call, email, name_ko, **changes)
    with world.as_("programme"):
        residency.screen_application(application=code, checks=CHECKS)
        residency.pass_to_review(application=code)
    return code


def reviewer(world, email: str = "judge@univ.example", **said: Any) -> str:
    """The code of a reviewer who has her key."""
    with world.as_("programme"):
        made = residency.add_reviewer(email=email, name_ko="김심사", **said)
        residency.invite_reviewer(reviewer=made.code)
    return made.code


def round_of(world, call: str, *, assign: bool = True, **said: Any) -> str:
    """The code of a round that is open, with its reviewers."""
    with world.as_("programme"):
        made = residency.draft_round(call=call, rubric=RUBRIC, **said)
        residency.open_round(review_round=made.code)
        if assign:
            residency.assign_reviewers(review_round=made.code)
    return made.code


def judged(world, points: int) -> None:
    """Every review that is out is handed in, with the same points everywhere."""
    with world.as_("programme"):
        given = list(Review.objects.filter(state="given").values_list("code", "reviewer__contact"))
    for code, email in given:
        with outside(email):
            residency.save_review(review=code, points={"science": points, "team": points})
            residency.submit_review(review=code)
