"""What everybody's waste under a generator's number weighed in each month. For `waste` alone, which tells a company nothing of
it but what it makes the generator: that decides how long the company's own containers may stand."""

from collections import defaultdict
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db import connection

from squaremile.kernel.errors import Forbidden
from squaremile.kernel.operation import NOT_ALLOWED
from squaremile.kernel.scope import require, scope, system
from squaremile.safety import rules

Months = dict[date, tuple[Decimal, Decimal]]
"""The first of a month → kilograms, and the acutely hazardous ones among them."""


def everybodys() -> dict[UUID, Months]:
    """By generator. One statement. Raises Forbidden, as `weighing.lines` does."""
    asking = require()
    if not rules.see_everyone(asking) and not asking.system and not (asking.actor and asking.organisations):
        raise Forbidden(NOT_ALLOWED)
    found: dict[UUID, Months] = defaultdict(dict)
    with scope(system("weighing")), connection.cursor() as cursor:
        cursor.execute("SELECT generator, month, kg, acute_kg FROM safety_waste_months()")
        for generator, month, kg, acute_kg in cursor.fetchall():
            found[generator][month] = (kg, acute_kg)
    return found
