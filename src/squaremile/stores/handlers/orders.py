"""Who hears of purchase requests, of what came, and of recalls."""

from squaremile.core.notices import tell
from squaremile.core.outbox import handles
from squaremile.core.reads import people
from squaremile.published.stores import LotRecalled, OrderArrived, OrderStepped
from squaremile.stores.reads import orders, recalls
from squaremile.stores.words import orders as words


@handles("OrderStepped")
def tell_of_the_step(fact: OrderStepped) -> None:
    """Who has to act next; and whoever asked, of every answer."""
    row = orders.told(fact.code)
    if row is None:
        return
    url, origin = f"/stores/orders/{row.code}/", f"order:{fact.order}:{fact.state}"
    if fact.state == "requested":
        text = words.ASKED.fill({"order": row.code, "what": row.what})
        deciders = people.admins(row.organisation_id) if row.organisation_id else people.staff("site_director", "finance")
        tell([who for who in deciders if who != row.requested_by], "stores.order_asked", text, url, origin, about=row.organisation_id)
        return
    text = words.STEPPED.fill({"order": row.code, "state": words.STATES[fact.state]})
    if row.requested_by:
        tell([row.requested_by], "stores.order_stepped", text, url, origin, about=row.organisation_id)
    if fact.state == "approved":
        tell(people.staff("lab_operations"), "stores.order_approved", text, url, f"{origin}:to-place")


@handles("OrderArrived")
def tell_of_what_came(fact: OrderArrived) -> None:
    row = orders.told(fact.code)
    if row is not None and row.requested_by and row.organisation_id:
        text = words.ARRIVED.fill({"order": row.code, "what": fact.what, "pieces": fact.pieces})
        tell([row.requested_by], "stores.order_arrived", text, f"/stores/orders/{row.code}/", f"receipt:{fact.receipt}",
             about=row.organisation_id)  # fmt: skip


@handles("LotRecalled")
def tell_those_who_got_it(fact: LotRecalled) -> None:
    """The admins of every company that has some, whoever took it, and those who keep the stores."""
    row = recalls.recall(fact.code)
    text = words.RECALLED.fill({"item": row.name, "lot": row.number, "reason": row.reason})
    url = f"/stores/recalls/{row.code}/"
    for got in row.got:
        tell({*people.admins(got.organisation), *got.people}, "stores.recalled", text, url, f"recall:{fact.recall}", about=got.organisation)
    tell(people.staff("lab_operations", "safety_officer"), "stores.recalled", text, url, f"recall:{fact.recall}")
