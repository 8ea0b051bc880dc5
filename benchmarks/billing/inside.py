"""Runs inside the product, as its worker or its staff would: opens accounts, closes the month, previews it."""

from __future__ import annotations

import json
import sys
from uuid import uuid4

import django


def opened(said: str) -> dict[str, int]:
    """Issuer, card, and an account for each company."""
    from squaremile.billing import operations as billing
    from squaremile.core.models import Organisation
    from squaremile.kernel.scope import Grant, Scope, scope

    from .terms import Month, card

    finance = Scope(actor=uuid4(), grants=(Grant("finance"), Grant("site_director")))
    month = Month(**json.loads(said))
    with scope(finance):
        billing.add_issuer(code="JB", name_ko="전북 센터", name_en="Jeonbuk centre", registration="123-45-67890")
        billing.publish_rate_card(card_body=card(month))
        companies = list(Organisation.objects.filter(code__startswith="BC-").order_by("code"))
    for company in companies:
        with scope(finance):
            billing.open_account(organisation=company.id, issuer="JB", rate_card="RACE", contact="a@example.org")
    return {"accounts": len(companies)}


if __name__ == "__main__":
    django.setup()
    print(json.dumps({"open": opened}[sys.argv[1]](*sys.argv[2:])))
