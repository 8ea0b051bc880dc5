"""Things of the stores that several tests begin with."""

from datetime import date
from decimal import Decimal
from typing import Any

from squaremile.stores import operations as stores
from tests.world import World


def stocked(world: World, *, pieces: int = 3) -> dict[str, Any]:
    """A stockroom and a minibar in room 201, and tips at 45,000 won: so many of one lot in each."""
    with world.as_("operator"):
        room = stores.add_stock_point(kind="stockroom", place="R201", name_ko="물품창고", code="ROOM").code
        bar = stores.add_stock_point(kind="minibar", place="R201", name_ko="미니바 1", name_en="Minibar 1", code="BAR").code
        item = stores.add_item(package="box", name_ko="피펫 팁", name_en="Pipette tips", barcode="8801", code="TIPS", reorder_point=2,
                               reorder_to=10)
        stores.set_price(item="TIPS", price=Decimal(45000), currency="KRW")
        lot = stores.receive_lot(item="TIPS", stock_point="ROOM", lot="L-1", pieces=2 * pieces, good_until=date(2027, 6, 30),
                                 unit_cost=Decimal(38000))
        stores.move_stock(stock_lot=lot.code, stock_point="ROOM", to_point="BAR", pieces=pieces)
    return {"room": room, "bar": bar, "item": item.code, "lot": lot.code}


def sterilising(world: World) -> str:
    """Three services, and an autoclave in room 201 that is tested every week. Gives its code."""
    with world.as_("operator"):
        for code, kind, unit, ko, en in (
            ("AUTOCLAVE", "autoclave", "run", "고압증기멸균", "Autoclave"), ("LN2", "nitrogen", "L", "액체질소 충전", "Liquid nitrogen"),
            ("MEDIA", "media", "L", "배지 조제", "Media"),
        ):
            stores.add_service(service_kind=kind, service_unit=unit, name_ko=ko, name_en=en, code=code)
        return stores.add_steriliser(steriliser_kind="autoclave", place="R201", name_ko="멸균기 1호", name_en="Autoclave 1", code="AUTO").code
