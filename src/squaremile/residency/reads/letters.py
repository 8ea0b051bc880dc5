"""What a company was and will be written about its application."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings

from squaremile.kernel.words import Text, both
from squaremile.residency.models import Decision
from squaremile.residency.words import review as words

OPEN = ("submitted", "screening", "returned", "review", "wait_listed")
"""Where an application can still take the step that its decision says."""


@dataclass(frozen=True, slots=True)
class Told:
    """A letter that the company was sent."""

    at: datetime
    subject: Text
    body: Text


def told(application: str) -> list[Told]:
    """The letters of an application that its company was sent, the newest first. Others' have none."""
    rows = (
        Decision.objects.filter(application__code=application, told_at__isnull=False)
        .select_related("application__call", "company__organisation").order_by("-number")
    )
    return [Told(row.told_at, subject(row), letter(row)) for row in rows if row.told_at]


def untold(call: str) -> list[Decision]:
    """The newest decision of each application of a call that can still take it, where its company has not heard of it."""
    rows = (
        Decision.objects.filter(application__call__code=call, application__state__in=OPEN)
        .select_related("application__call", "company__organisation").order_by("application__code", "number")
    )
    newest = {row.application_id: row for row in rows}
    return [row for row in newest.values() if row.told_at is None]


def subject(decision: Decision) -> Text:
    return words.LETTER_SUBJECT.fill(_values(decision))


def letter(decision: Decision) -> Text:
    """From a row that came with its application's call and its company's organisation."""
    said = words.CONDITIONS.fill({"said": decision.conditions}) if decision.conditions else Text(ko="", en="")
    return words.LETTERS[decision.outcome].fill({**_values(decision), "reasons": decision.reasons, "conditions": said})


def _values(decision: Decision) -> dict[str, object]:
    call, whose = decision.application.call, decision.company.organisation
    return {
        "call": both(call.title_ko, call.title_en), "company": both(whose.name_ko, whose.name_en),
        "cluster": Text(ko=settings.CLUSTER_NAME["ko"], en=settings.CLUSTER_NAME["en"]),
    }
