"""Card and class by the day: what was said first holds from ever on, what is said later from its day on."""

from datetime import UTC, date, datetime, timedelta

from squaremile.billing.policies.terms import Run, Term, runs

NOW = datetime(2027, 2, 28, tzinfo=UTC)


def said(n: int, since: date, card: str | None = None, payer_class: str | None = None) -> Term[str]:
    return Term(since, NOW + timedelta(hours=n), card, payer_class)


OPENED = said(0, NOW.date(), "A", "")


def test_what_is_said_of_days_before_the_opening_stands():
    assert runs([OPENED]) == (Run(date.min, "A", ""),)
    assert runs([OPENED, said(1, date(2027, 2, 1), payer_class="startup")]) == (
        Run(date.min, "A", ""), Run(date(2027, 2, 1), "A", "startup"),
    )


def test_what_begins_later_stands_and_of_one_day_the_last_word():
    april, march = date(2027, 4, 1), date(2027, 3, 15)
    assert runs([OPENED, said(1, april, "B"), said(2, march, payer_class="startup"), said(3, april, "C"), said(4, april, payer_class="x")]) == (
        Run(date.min, "A", ""), Run(march, "A", "startup"), Run(april, "C", "x"),
    )
    assert runs([OPENED, said(1, march, "B"), said(2, march, "A")]) == (Run(date.min, "A", ""),)
