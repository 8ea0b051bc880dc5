"""For the tests of the whole product: items, stock, the minibar and charges. What a rival takes and pays is its own business."""

from datetime import date
from decimal import Decimal
from typing import Any

from squaremile.kernel import clock
from squaremile.stores import operations as stores
from tests.stores.making import stocked
from tests.world import MONDAY

API = "squaremile.api.v1.stores.goods"
NOUNS = {
    "items": ("item",), "doors": ("minibar",), "openings": ("opening", "closed opening"), "charges": ("charge", "disputed charge"),
    "lots": ("stock lot",),
}  # fmt: skip
HERS = {"door_opening": "opening", "charge": "charge"}
SOUND: dict[str, Any] = {
    "package": "box", "item": "TIPS", "price": Decimal(1000), "currency": "KRW", "stock_point": "BAR", "to_point": "ROOM", "lot": "L-7",
    "pieces": 1, "accept": True, "stock_lot": "LOT", "kind": "minibar",
}  # fmt: skip
LEFT_OUT = (
    "barcode", "cas", "catalogue_no", "content", "contents", "currency", "good_until", "once", "reader", "reorder_point", "reorder_to",
    "restock", "since", "supplier", "unit_cost",
)  # fmt: skip
OWN: dict[str, dict[str, Any]] = {
    "stores.settle_dispute": {"charge": "disputed charge"}, "stores.open_door": {"stock_point": "BAR-2", "project": ""},
    "stores.set_price": {"since": date(2027, 4, 1)},
    **{f"stores.{verb}": {"stock_lot": "stock lot"} for verb in (
        "issue_stock", "return_stock", "count_stock", "write_off_stock", "move_stock",
    )},
}  # fmt: skip
FORM = {
    "act": "open", "item": "TIPS", "pieces": "1", "shelf": "x", "stock_point": "BAR", "price": "10", "currency": "KRW", "minutes": "5",
    "package": "box", "reader": "phone",
}  # fmt: skip
OPEN = ("item", "stock lot", "minibar")
TEXTS = {"dispute": "새봄은 한 상자만 가져갔습니다"}


def week(world, codes, keys):
    """The rival takes from the minibar, disputes what it cost, and has the door open."""
    with world.as_("operator"):
        for code, kind in (("ROOM", "stockroom"), ("BAR", "minibar"), ("BAR-2", "minibar")):
            stores.add_stock_point(kind=kind, place="R201", name_ko="보관소", name_en="Stock", code=code)
        stores.add_item(package="box", name_ko="피펫 팁", name_en="Pipette tips", code="TIPS")
        stores.set_price(item="TIPS", price=Decimal(45000), currency="KRW")
        lot = stores.receive_lot(item="TIPS", stock_point="BAR", lot="L-1", pieces=40)
    codes |= {"item": "TIPS", "minibar": "BAR", "stock lot": lot.code}
    for name in ("closed opening", "opening"):
        with world.as_("sora"):
            codes[name] = stores.open_door(stock_point="BAR").code
            stores.list_taking(door_opening=codes[name], item="TIPS", pieces=2)
            if name == "closed opening":
                stores.close_door(door_opening=codes[name])
    with world.as_("operator"):
        for name in ("charge", "disputed charge"):
            made = stores.issue_stock(stock_lot=lot.code, stock_point="BAR", pieces=1, organisation="SAEBOM")
            codes[name] = made.charge.code
    with world.as_("sujin"):
        stores.dispute_charge(charge=codes["disputed charge"], reason=TEXTS["dispute"])


def furnish(world):
    """A stockroom, a minibar and a charge of one company."""
    stocked(world)
    with world.as_("hana"), clock.as_of(MONDAY):
        code = stores.open_door(stock_point="BAR").code
        stores.list_taking(door_opening=code, item="TIPS", pieces=1)
        stores.close_door(door_opening=code)
