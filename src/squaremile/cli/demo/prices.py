"""Budgets of the demonstration, and the next version of the rate card on its way: what the simulator is for."""

from collections.abc import Iterable, Mapping
from copy import deepcopy
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from squaremile.billing import operations as billing
from squaremile.billing.policies import card_draft
from squaremile.billing.reads import cards, owed
from squaremile.core.reads.projects import projects
from squaremile.kernel import clock
from squaremile.kernel.words import Text

LABEL = Text(ko="예산", en="budgets")
COMPANIES = 4


def make(organisations: Mapping[str, UUID], companies: Iterable[str], now: datetime, today: date) -> Iterable[int]:
    """A budget for the first project of some companies, sized by what it cost: one far, one near, one past its limits."""
    now = max(now, clock.now())
    quarter = today.replace(month=(today.month - 1) // 3 * 3 + 1, day=1)
    with clock.as_of(now + timedelta(seconds=3)):
        billing.save_card_draft(card_body=_dearer(cards.of_code("OPEN-LAB")[1], today))
        for count, company in enumerate(list(companies)[:COMPANIES], 1):
            project = next((one for one in projects([organisations[company]]) if one.active), None)
            if project is None:
                continue
            asked = owed.Asked(frozenset({project.id}), "KRW", quarter, today)
            spent = max(owed.spent(organisations[company], [asked])[0], 100_000)
            most = spent * (160, 115, 95, 240)[count % 4] // 100 // 10_000 * 10_000 + 10_000
            billing.add_budget(
                organisation=organisations[company], span="quarter", first_day=quarter, project=project.code, soft_limit=most * 8 // 10,
                hard_limit=most,
            )
            yield count


def _dearer(body: dict[str, Any], today: date) -> dict[str, Any]:
    """Instrument time a little dearer, nights at half the price, a discount for a long use."""
    following = (today.replace(day=28) + timedelta(days=4)).replace(day=1)
    made = card_draft.begun(body, following)
    item = deepcopy(card_draft.version(made)["items"][0])
    item["price"] = {"kind": "flat", "rate": 33000}
    item["peak"] = [*item["peak"], {
        "code": "NIGHT", "label": {"ko": "야간", "en": "Nights"}, "from": "20:00", "to": "24:00", "factor": "0.5",
    }]
    item["discounts"] = [{"at_least": 4, "percent": 10}]
    return card_draft.put(made, "items", 0, item)
