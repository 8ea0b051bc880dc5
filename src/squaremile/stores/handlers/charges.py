"""Who hears of doors that closed themselves, of disputes, and of their answers."""

from squaremile.core.notices import tell
from squaremile.core.outbox import handles
from squaremile.core.reads import people
from squaremile.published.stores import ChargeDisputed, DisputeSettled, DoorLapsed
from squaremile.stores.reads import charges, doors
from squaremile.stores.words import minibar as words

SETTLERS = ("lab_operations", "finance")


@handles("DoorLapsed")
def tell_the_holder(fact: DoorLapsed) -> None:
    row = doors.opening(fact.code)
    count = sum(each.quantity for each in charges.of_opening(fact.code))
    text = words.LAPSED.fill({"door": row.point_name, "count": count})
    tell([row.person], "stores.door_lapsed", text, f"/stores/openings/{fact.code}/", f"door-lapsed:{fact.opening}")


@handles("ChargeDisputed")
def tell_staff(fact: ChargeDisputed) -> None:
    row = charges.told(fact.code)
    if row is not None:
        text = words.DISPUTED.fill({"company": row.company, "charge": row.code, "reason": row.disputed_because})
        tell(people.staff(*SETTLERS), "stores.charge_disputed", text, f"/stores/charges/{row.code}/", f"disputed:{fact.charge}")


@handles("DisputeSettled")
def tell_the_company(fact: DisputeSettled) -> None:
    row = charges.told(fact.code)
    if row is not None:
        said = words.CREDITED if row.state == "credited" else words.UPHELD
        text = said.fill({"charge": row.code, "reason": row.settled_because})
        tell(
            people.admins(row.organisation_id), "stores.dispute_settled", text, f"/stores/charges/{row.code}/",
            f"dispute-settled:{fact.charge}", about=row.organisation_id,
        )
