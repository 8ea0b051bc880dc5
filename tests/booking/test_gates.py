"""What booking asks of others: a place is not closed around an instrument."""

import pytest

from squaremile.booking import operations as booking
from squaremile.kernel.errors import SquaremileError
from squaremile.spaces import operations as spaces
from tests.world import World

WHY = {"says_ko": "수명이 다했습니다", "says_en": "Worn out"}


def test_a_place_with_instruments_is_not_closed(world: World):
    with world.as_("operator"):
        for code in ("CYTO-1", "CYTO-2"):
            booking.edit_equipment(equipment=code, place="R201")
        booking.set_equipment_state(equipment="CHILLER", state="out_of_service", **WHY)
        with pytest.raises(SquaremileError) as caught:
            spaces.close_place(place="R202")
        refused = caught.value
        assert (refused.code, refused.status) == ("booking.place_equipped", 409)
        assert refused.text.ko == "이 장소에 장비 1대(CHILLER)가 있습니다."
        assert refused.text.en == "1 instrument(s) stand in this place: CHILLER."
        assert refused.remedy and refused.remedy.label.en == "Move or retire them, then close it."
        booking.set_equipment_state(equipment="CHILLER", state="retired", **WHY)
        assert spaces.close_place(place="R202").active is False
