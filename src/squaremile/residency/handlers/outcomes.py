"""What happens when a company is asked for its outcomes: its admins are told."""

from squaremile.core.outbox import handles
from squaremile.published.residency import SurveyAsked
from squaremile.residency.operations.surveys import tell


@handles("SurveyAsked")
def ask(fact: SurveyAsked) -> None:
    """Once; the same fact again tells nobody twice."""
    tell(fact.survey, fact.company, fact.closes, "asked")
