"""Two rooms to ask about: 201 in a control area, 202 in none; and acetone in the register."""

from datetime import date

from squaremile.safety import operations as safety


def two_rooms(world):
    with world.as_("safety"):
        safety.declare_area(building="JB-A", storey=1, name_ko="1층", sprinklered=True, rooms=["R201"], code="CA-1")
        safety.put_pack_in_force(area="CA-1", pack="us-ibc", since=date(2020, 1, 1))
        safety.add_substance(phase="liquid", cas="67-64-1", name_ko="아세톤", name_en="Acetone")


def lock(world, place="R201"):
    with world.as_("safety"):
        return safety.lock_place(place=place, why_locked="누출").code
