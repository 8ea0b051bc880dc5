"""How long a payer has to answer."""

from datetime import datetime, timedelta

from squaremile.billing.models import Bill

LEAST = timedelta(days=1)
"""No silence is shorter, whatever the issuer's terms say."""


def not_before(bill: Bill) -> datetime | None:
    """Until when finance does not accept it in the payer's place. The close is loaded."""
    ends = (bill.answer_until or bill.close.shown_until, bill.told_at and bill.told_at + LEAST)
    return max((end for end in ends if end is not None), default=None)
