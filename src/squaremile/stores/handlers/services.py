"""Who hears of service requests, of loads that are kept back and released, and of indicators that grew."""

from squaremile.core.notices import tell
from squaremile.core.outbox import handles
from squaremile.core.reads import people
from squaremile.kernel.words import Text
from squaremile.published.stores import IndicatorGrew, LoadQuarantined, LoadReleased, ServiceStepped
from squaremile.stores.reads import loads, services, sterilisers
from squaremile.stores.words import services as words


@handles("ServiceStepped")
def tell_of_a_request(fact: ServiceStepped) -> None:
    """Lab operations of what is asked and cancelled; whoever asked, of every answer."""
    row = services.told(fact.code)
    if row is None:
        return
    url, origin = f"/stores/service-orders/{row.code}/", f"service:{fact.service_order}:{fact.state}"
    stepped = words.STEPPED.fill({"order": row.code, "service": row.service_name, "state": words.ORDER_STATES[fact.state]})
    if fact.state == "asked":
        text = words.ASKED.fill({
            "company": row.company, "service": row.service_name, "amount": f"{row.amount.normalize():f}", "unit": row.unit_said,
        })  # fmt: skip
        tell(people.staff("lab_operations"), "stores.service_asked", text, url, origin)
    elif fact.state == "cancelled":
        tell(people.staff("lab_operations"), "stores.service_stepped", stepped, url, origin)
    elif row.requested_by:
        tell([row.requested_by], "stores.service_stepped", stepped, url, origin, about=row.organisation_id)


@handles("LoadQuarantined")
def tell_its_company(fact: LoadQuarantined) -> None:
    """Of its own load alone: not whose else is kept back, nor how many."""
    row = loads.load(fact.code)
    _tell(row, words.KEPT_BACK.fill({"load": row.code, "what": row.what, "why": row.why_said}), f"load-kept:{fact.load}:{fact.at}")


@handles("LoadReleased")
def tell_of_the_release(fact: LoadReleased) -> None:
    row = loads.load(fact.code)
    _tell(row, words.LET_GO.fill({"load": row.code, "what": row.what}), f"load-released:{fact.load}:{fact.at}")


@handles("IndicatorGrew")
def tell_those_who_answer(fact: IndicatorGrew) -> None:
    found = sterilisers.told(fact.code)
    if found is not None:
        machine, cycle = found
        text = words.GREW.fill({"machine": machine, "indicator": fact.code, "count": fact.loads})
        tell(
            people.staff("lab_operations", "safety_officer", "site_director"), "stores.indicator_grew", text, f"/stores/cycles/{cycle}/",
            f"indicator:{fact.indicator}",
        )


def _tell(row: loads.LoadRow, text: Text, origin: str) -> None:
    hers = {*people.admins(row.organisation_id), *([row.requested_by] if row.requested_by else [])}
    tell(hers, "stores.load_kept_back", text, f"/stores/loads/{row.code}/", origin, about=row.organisation_id)
