"""The year of a membership, in which entitlements are counted: from anniversary to anniversary."""

from datetime import datetime, timedelta

from dateutil.relativedelta import relativedelta

from squaremile.kernel.period import Period


def year_of(valid: Period, moment: datetime) -> Period:
    """The year of the membership that holds `moment`, cut at its end; the first before it begins, the last after.

    A membership that began on 29 February has its anniversary on 28 February of other years.
    """
    inside = min(max(moment, valid.start), valid.end - timedelta(microseconds=1))
    passed = relativedelta(inside, valid.start).years
    start = valid.start + relativedelta(years=passed)
    return Period(start, min(valid.start + relativedelta(years=passed + 1), valid.end))
