"""For the tests of the whole product: orders, recalls, parcels and cylinders. What a rival buys and gets is its own business."""

from decimal import Decimal
from typing import Any

from squaremile.kernel import clock
from squaremile.stores import operations as stores
from squaremile.stores.operations import Goods
from tests.world import MONDAY

API = "squaremile.api.v1.stores.dock"
NOUNS = {
    "orders": ("order", "approved order", "placed order"), "recalls": ("recall",), "parcels": ("parcel", "gone parcel"),
    "cylinders": ("cylinder", "connected cylinder"),
}  # fmt: skip
HERS = {"order": "order", "parcel": "parcel", "cylinder": "cylinder"}
SOUND: dict[str, Any] = {
    "wanted_goods": [Goods(1, "FBS")],
    "approve": True, "order_line": 1, "pieces": 1, "temperature": "chilled", "handed_to": "누구", "gas": "nitrogen",
    "serial": "N2-9", "litres": Decimal(47), "bar": 150, "place": "R201",
    "emptied": True, "stock_lot": "LOT", "reason_ko": "오염", "reason_en": "Bad",
}  # fmt: skip
LEFT_OUT = (
    "addressee", "carrier", "dangerous", "for_stockroom", "good_until", "keep_hours", "lot", "once", "ordered_as", "sender",
    "signature", "stock_point", "supplier", "tracking", "wanted_on", "why",
)  # fmt: skip
OWN: dict[str, dict[str, Any]] = {
    "stores.place_order": {"order": "approved order"}, "stores.receive_order": {"order": "placed order"},
    "stores.recall_lot": {"stock_lot": "stock lot"}, "stores.disconnect_cylinder": {"cylinder": "connected cylinder"},
    "stores.add_cylinder": {"owner": "대한가스"},
}  # fmt: skip
FORM = {
    "what_1": "FBS", "pieces_1": "1", "temperature": "chilled", "handed_to": "누구", "gas": "nitrogen", "serial": "N2-9", "litres": "47",
    "bar": "150", "owner": "대한가스", "order_line": "1",
}  # fmt: skip
OPEN = ("recall",)
TEXTS = {"goods": "새봄 단독 시약 SBX-9", "sender": "새봄 위탁연구소", "serial": "SBGAS7731", "why": "SB-77 독성 시험용"}


def week(world, codes, keys):
    """The rival orders, gets parcels and rents gas; a lot of which it has some is recalled."""
    for name in ("order", "approved order", "placed order"):
        with world.as_("sora"):
            codes[name] = stores.request_order(wanted_goods=[Goods(2, TEXTS["goods"])], why=TEXTS["why"]).code
        if name != "order":
            with world.as_("sujin"):
                stores.decide_order(order=codes[name], approve=True)
    with world.as_("operator"):
        stores.place_order(order=codes["placed order"])
        lot = stores.receive_lot(item="TIPS", stock_point="BAR", lot="L-8", pieces=5)
        stores.issue_stock(stock_lot=lot.code, stock_point="BAR", pieces=2, organisation="SAEBOM")
        codes["recall"] = stores.recall_lot(stock_lot=lot.code, reason_ko="공급사 회수", reason_en="Recalled by its maker").code
        for name in ("parcel", "gone parcel"):
            codes[name] = stores.log_parcel(place="R201", temperature="chilled", organisation="SAEBOM", sender=TEXTS["sender"]).code
        stores.hand_over_parcel(parcel=codes["gone parcel"], handed_to="이소라")
        for name in ("cylinder", "connected cylinder"):
            codes[name] = stores.add_cylinder(
                gas="nitrogen", serial=TEXTS["serial"], litres=Decimal(47), bar=150, owner="대한가스", place="R202", organisation="SAEBOM",
            ).code
        stores.connect_cylinder(cylinder=codes["connected cylinder"], place="R202")


def furnish(world):
    """An order, a recall, a parcel and a cylinder."""
    with clock.as_of(MONDAY):
        with world.as_("hana"):
            stores.request_order(wanted_goods=[Goods(2, "FBS 500 mL")])
        with world.as_("operator"):
            stores.log_parcel(place="R201", temperature="frozen", organisation="HANBIT", sender="Addgene")
            stores.add_cylinder(gas="argon", serial="AR-1", litres=Decimal(47), bar=150, owner="대한가스", place="R202", organisation="HANBIT")
            lot = stores.receive_lot(item="TIPS", stock_point="ROOM", lot="L-8", pieces=5)
            stores.recall_lot(stock_lot=lot.code, reason_ko="공급사 회수", reason_en="Recalled by its maker")
