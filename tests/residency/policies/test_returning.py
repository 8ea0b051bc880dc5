"""Which stay something belongs to."""

from datetime import date

from squaremile.residency.policies.returning import stays_before

LEFT = (date(2027, 3, 1), date(2029, 3, 1))


def test_what_was_offered_after_a_notice_is_of_the_next_stay():
    days = (date(2027, 1, 1), date(2027, 3, 1), date(2027, 3, 2), date(2029, 3, 1), date(2029, 3, 2))
    assert [stays_before(day, LEFT) for day in days] == [0, 0, 1, 1, 2]
    assert stays_before(date(2027, 1, 1), ()) == 0
