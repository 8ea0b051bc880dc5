"""Who hears of parcels."""

from squaremile.core.notices import tell
from squaremile.core.outbox import handles
from squaremile.core.reads import people
from squaremile.kernel.words import Text
from squaremile.published.stores import ParcelCame, ParcelHandedOver
from squaremile.stores.reads import parcels
from squaremile.stores.words import dock as words


@handles("ParcelCame")
def tell_the_company(fact: ParcelCame) -> None:
    """Whoever it is for, and the company's admins."""
    row = parcels.parcel(fact.code)
    if row.organisation_id:
        text = words.CAME.fill({
            "sender": row.sender or words.UNKNOWN_SENDER, "temperature": row.temperature_said, "place": row.place_name,
        })  # fmt: skip
        _tell(row, "stores.parcel_came", text, f"parcel:{fact.parcel}:{row.organisation_id}")


@handles("ParcelHandedOver")
def tell_who_took_it(fact: ParcelHandedOver) -> None:
    row = parcels.parcel(fact.code)
    _tell(row, "stores.parcel_handed_over", words.HANDED.fill({"parcel": row.code, "name": row.handed_to}), f"parcel-out:{fact.parcel}")


def _tell(row: parcels.ParcelRow, kind: str, text: Text, origin: str) -> None:
    if row.organisation_id:
        hers = {*people.admins(row.organisation_id), *([row.person] if row.person else [])}
        tell(hers, kind, text, f"/stores/parcels/{row.code}/", origin, about=row.organisation_id)
