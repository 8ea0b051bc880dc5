"""The stays of a company: the newest, and those that went before it."""

from uuid import UUID

from django.db.models import Exists, OuterRef

from squaremile.residency.models import Evaluation, Residence, StayTerms


def newest(company: UUID) -> Residence | None:
    """With its terms."""
    return Residence.objects.select_related("terms").filter(company=company).order_by("-number").first()


def terms_of(evaluation: Evaluation) -> StayTerms:
    """Those of the stay that it is about."""
    return Residence.objects.select_related("terms").get(company=evaluation.company_id, number=evaluation.stay).terms


def later_stay() -> Exists:
    """Of an evaluation: its company has come again since."""
    return Exists(Residence.objects.filter(company=OuterRef("company"), number__gt=OuterRef("stay")))
