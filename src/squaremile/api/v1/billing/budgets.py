"""Over the API: budgets of projects and cost centres."""

from datetime import date

from squaremile.api.answers import Coded
from squaremile.api.endpoint import PATCH, POST, Endpoint
from squaremile.billing import operations as billing


class BudgetKept(Coded):
    """A budget, its limits in minor units."""

    cost_centre: str
    currency: str
    per: str
    since: date
    until: date | None
    soft: int | None
    hard: int | None


ENDPOINTS: tuple[Endpoint, ...] = (
    Endpoint(POST, "/billing/budgets", billing.add_budget, BudgetKept, status=201),
    Endpoint(PATCH, "/billing/budgets/{code}", billing.change_budget, BudgetKept, code="budget"),
    Endpoint(POST, "/billing/budgets/{code}/end", billing.end_budget, BudgetKept, code="budget"),
)
