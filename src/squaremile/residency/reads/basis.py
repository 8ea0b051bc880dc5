"""Where an application stands in the last stage that was judged: what a decision to accept it rests on."""

from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from squaremile.residency.models import Application, DecisionBasis, Review, ReviewRound
from squaremile.residency.models.review import STAGES
from squaremile.residency.policies.calibration import Score, calibrated
from squaremile.residency.policies.ranking import Standing, passes


@dataclass(frozen=True, slots=True)
class Basis:
    """`reviews` and `score` against what the round asks."""

    round: UUID
    reviews: int
    score: Decimal | None
    quorum: int
    pass_mark: Decimal
    passes: bool


def basis(application: Application) -> Basis | None:
    """None where its call has no round that was opened: nothing is asked there."""
    rounds = list(ReviewRound.objects.filter(call_id=application.call_id).exclude(state="draft"))
    if not rounds:
        return None
    rows = list(
        Review.objects.filter(round__in=rounds, state="submitted", total__isnull=False)
        .values_list("round_id", "application__code", "reviewer__code", "total")
    )
    judged = {key for key, *_ in rows}
    last = max(rounds, key=lambda found: (found.id in judged, STAGES.index(found.stage)))
    scores = [Score(code, reviewer, float(total or 0)) for key, code, reviewer, total in rows if key == last.id]
    said = calibrated(scores).applications.get(application.code)
    assert application.submitted_at is not None
    count = said.count if said else 0
    standing = Standing(application.code, said.value if said else None, count, application.submitted_at)
    score = Decimal(f"{min(max(said.value, 0.0), 100.0):.2f}") if said else None
    return Basis(
        last.id, count, score, last.quorum, last.pass_mark,
        passes(standing, pass_mark=float(last.pass_mark), quorum=last.quorum),
    )


def exceptions(call: UUID) -> dict[UUID, str]:
    """Why applications of a call were accepted that do not pass: by application, the newest decision's."""
    rows = DecisionBasis.objects.filter(decision__application__call=call).order_by("decision__number")
    return dict(rows.values_list("decision__application_id", "exception"))
