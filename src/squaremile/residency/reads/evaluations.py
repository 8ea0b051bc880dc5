"""One evaluation, for the form that holds it."""

from dataclasses import dataclass
from typing import Any

from squaremile.kernel.errors import Missing
from squaremile.kernel.words import Text, both
from squaremile.residency.models import Evaluation
from squaremile.residency.reads.residences import terms_of
from squaremile.residency.words import life as words


@dataclass(frozen=True, slots=True)
class EvaluationForm:
    """Whose it is, and what is judged."""

    code: str
    number: int
    company: str
    name: Text
    state: str
    criteria: tuple[dict[str, Any], ...]
    pass_mark: int


def evaluation(code: str) -> EvaluationForm:
    """By its code. Raises Missing."""
    found = Evaluation.objects.select_related("company__organisation").filter(code=code).first()
    if found is None:
        raise Missing(words.EVALUATION_UNKNOWN)
    whose = found.company.organisation
    terms = terms_of(found)
    return EvaluationForm(
        found.code, found.number, found.company.code, both(whose.name_ko, whose.name_en), found.state,
        tuple(terms.criteria), terms.pass_mark,
    )
