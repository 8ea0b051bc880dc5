"""How far applications come, call by call: begun, handed in, reviewed, decided, in residence; and how reviewers differ."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from uuid import UUID

from squaremile.kernel.words import Text, both
from squaremile.residency.models import Application, ApplicationTransition, Call, Decision, Review
from squaremile.residency.policies import spread
from squaremile.residency.policies.calibration import Score
from squaremile.residency.words import review as words

STEPS = {
    "draft": Text(ko="시작", en="Begun"),
    "submitted": Text(ko="제출", en="Handed in"),
    "review": Text(ko="심사", en="In review"),
    "accepted": Text(ko="선정", en="Accepted"),
    "resident": Text(ko="입주", en="Moved in"),
}
"""What an application passes on its way, in this order."""


@dataclass(frozen=True, slots=True)
class Step:
    """How many came this far; `share` of those of the step before, in percent, None where nobody came that far."""

    said: Text
    count: int
    share: float | None


@dataclass(frozen=True, slots=True)
class Funnel:
    """One call. `decisions`: the newest of each application, by outcome; `untold` of them wait for their letter."""

    call: str
    title: Text
    steps: tuple[Step, ...]
    decisions: tuple[tuple[Text, int], ...]
    untold: int


@dataclass(frozen=True, slots=True)
class Habit:
    """How one reviewer scores over all rounds."""

    name: Text
    count: int
    mean: float
    spread: float | None


def funnels() -> list[Funnel]:
    """Every call that somebody answered, the newest first. The same number of statements however many."""
    calls = list(Call.objects.exclude(state="draft").order_by("-created_at", "code"))
    applications = list(Application.objects.values_list("id", "call_id", "company__state"))
    reached: dict[UUID, set[str]] = defaultdict(set)
    for application, after in ApplicationTransition.objects.values_list("application_id", "after"):
        reached[application].add(after)
    counts: dict[UUID, Counter[str]] = defaultdict(Counter)
    for application, call, company in applications:
        passed = reached[application]
        counts[call].update(passed & STEPS.keys())
        counts[call]["resident"] += "accepted" in passed and company in ("resident", "alumni")
    newest = {
        application: (call, outcome, told)
        for application, call, outcome, told in Decision.objects.order_by("number")
        .values_list("application_id", "application__call_id", "outcome", "told_at")
    }
    decided: dict[UUID, Counter[str]] = defaultdict(Counter)
    for call, outcome, told in newest.values():
        decided[call].update([outcome, *([] if told else ["untold"])])
    return [_funnel(call, counts[call.id], decided[call.id]) for call in calls if counts[call.id]]


def habits() -> list[Habit]:
    """Reviewers over all rounds, the strictest first. A reviewer judges an application once in each round."""
    rows = Review.objects.filter(state="submitted", total__isnull=False).values_list(
        "round_id", "application_id", "reviewer__code", "total", "reviewer__name_ko", "reviewer__name_en"
    )
    names, scores = {}, []
    for found, application, reviewer, total, ko, en in rows:
        names[reviewer] = both(ko, en)
        scores.append(Score(f"{found}:{application}", reviewer, float(total or 0)))
    return [Habit(names[each.reviewer], each.count, each.mean, each.spread) for each in spread.habits(scores)]


def _funnel(call: Call, counts: Counter[str], decided: Counter[str]) -> Funnel:
    steps, before = [], None
    for step, said in STEPS.items():
        share = 100 * counts[step] / before if before else None
        steps.append(Step(said, counts[step], share))
        before = counts[step]
    decisions = tuple((words.OUTCOMES[o], decided[o]) for o in ("accept", "wait_list", "decline") if decided[o])
    return Funnel(call.code, both(call.title_ko, call.title_en), tuple(steps), decisions, decided["untold"])
