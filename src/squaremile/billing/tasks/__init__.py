"""Billing by the clock: silence is consent where the terms say so, and what is overdue is reminded of."""

from squaremile.billing.operations import accept_silent, run_dunning, watch_budgets
from squaremile.billing.reads import filings
from squaremile.billing.words import papers
from squaremile.core.notices import tell
from squaremile.core.reads.people import staff
from squaremile.core.worker import repeats


@repeats(seconds=900)
def look_at_answers() -> None:
    """Bills whose time to answer is over."""
    accept_silent()


@repeats(seconds=3600)
def look_at_what_is_due() -> None:
    """Every hour; each step is taken once."""
    run_dunning()


@repeats(seconds=3600)
def look_at_budgets() -> None:
    """Every hour; each limit is told once in its span."""
    watch_budgets()


@repeats(seconds=3600)
def look_at_tax_invoices() -> None:
    """Finance is told once when a deadline is near, and once when it is over."""
    for key, day, n, over in filings.pressing():
        text = (papers.LATE if over else papers.SOON).fill({"n": n, "due": day})
        tell(staff("finance"), "billing.tax_invoice", text, "/money/tax-invoices/", key)
