"""Makes the stores by operations only, as the people who would have done it."""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

from squaremile.cli.demo.residency.stage import Stage
from squaremile.cli.demo.stores import services
from squaremile.cli.demo.stores.goods import GOODS
from squaremile.kernel import clock
from squaremile.kernel.errors import Refused
from squaremile.kernel.scope import Grant, Scope, scope
from squaremile.kernel.words import Text
from squaremile.stores import operations as stores
from squaremile.stores.operations import Goods
from squaremile.stores.reads import charges

LABEL = Text(ko="물품", en="stores")
DAYS, VISITS = 24, 36
ROOM, BARS = "STOCKROOM", ("BAR-2F", "BAR-4F")


def total(stage: Stage) -> int:
    return len(GOODS) + VISITS + 5


def make(stage: Stage) -> Iterator[int]:
    """Points and goods, weeks of takings, then orders, a recall, the dock, and gas."""
    count = 0
    for count in _goods(stage):
        yield count
    yield from _visits(stage, count)
    count += VISITS
    for part in (_orders, _recall, _parcels, _gas, services.make):
        part(stage)
        count += 1
        yield count


def _goods(stage: Stage) -> Iterator[int]:
    draw = stage.draw("stores")
    with clock.as_of(stage.at(-DAYS - 10)), scope(stage.staffed("lab_operations")):
        stores.add_stock_point(kind="stockroom", place=PLACES[0], name_ko="1층 물품창고", name_en="Stockroom, floor 1", code=ROOM)
        for code, place, floor in zip(BARS, PLACES[1:], (2, 4), strict=True):
            stores.add_stock_point(kind="minibar", place=place, name_ko=f"미니바 {floor}층", name_en=f"Minibar, floor {floor}", code=code)
        for n, one in enumerate(GOODS, 1):
            stores.add_item(
                code=one.code, name_ko=one.ko, name_en=one.en, package=one.package, supplier=one.supplier, catalogue_no=one.catalogue_no,
                barcode=f"88{n:011d}", reorder_point=one.reorder_point, reorder_to=one.reorder_to,
            )
            stores.set_price(item=one.code, price=Decimal(one.price), currency="KRW")
            for lot in range(2):
                until = stage.at(one.good_days + 60 * lot).date() if one.good_days else None
                made = stores.receive_lot(
                    item=one.code, stock_point=ROOM, lot=f"{one.catalogue_no}-{draw.randint(1000, 9999)}", pieces=max(one.reorder_point, 12),
                    good_until=until, unit_cost=Decimal(one.price) * 8 / 10,
                )
                if one.in_bar:
                    stores.move_stock(stock_lot=made.code, stock_point=ROOM, to_point=BARS[lot], pieces=8)
            yield n
    with clock.as_of(stage.now), scope(stage.staffed("finance")):
        for one in GOODS[:4]:
            stores.set_price(item=one.code, price=Decimal(one.price) * 105 / 100, currency="KRW", since=stage.at(30).date())


def _visits(stage: Stage, count: int) -> Iterator[int]:
    """Scientists at the minibars, at least ten minutes from each other; a company disputes one charge, another is credited.
    Both are of the last days: the window to dispute them is still open, even where the demonstration is of last week."""
    draw, in_bar = stage.draw("stores visits"), [one.code for one in GOODS if one.in_bar]
    companies = [c.code for c in stage.companies]
    first: dict[str, str] = {}
    for n in range(VISITS):
        day, company = -DAYS + n * DAYS // VISITS, companies[n % len(companies)]
        whose, people = stage.organisations[company], stage.people[company]
        person = Scope(actor=people[n % len(people)], grants=(Grant("scientist", whose),))
        with clock.as_of(stage.at(day, 9 + n % 8)), scope(person):
            opening = stores.open_door(stock_point=BARS[n % 2])
            for item in draw.sample(in_bar, draw.randint(1, 2)):
                _take(opening.code, item)
            stores.close_door(door_opening=opening.code)
            paid = charges.of_opening(opening.code)
            if paid and n >= VISITS * 5 // 6:
                first.setdefault(company, paid[0].code)
        yield count + n + 1
    for n, (company, charge) in enumerate(list(first.items())[:2]):
        with clock.as_of(stage.at(-2)), scope(stage.admin(company)):
            stores.dispute_charge(charge=charge, reason="목록에 두 번 적은 것 같습니다. 한 개만 가져갔습니다.")
        if n:
            with clock.as_of(stage.at(-1)), scope(stage.staffed("finance")):
                stores.settle_dispute(charge=charge, accept=True, reason="재고 실사에서 한 개가 남아 확인했습니다.")


def _take(opening: str, item: str) -> None:
    """One of it, where one is left."""
    try:
        stores.list_taking(door_opening=opening, item=item, pieces=1)
    except Refused:
        return


def _orders(stage: Stage) -> None:
    company = stage.companies[0].code
    whose = stage.organisations[company]
    asked = []
    for wanted in ([Goods(2, "항CD3 항체, 100 µg"), Goods(1, "ELISA 키트, 96회")], [Goods(5, "세포 배양 플라스크 T75, 5개들이")]):
        with clock.as_of(stage.at(-12)), scope(Scope(actor=stage.people[company][-1], grants=(Grant("scientist", whose),))):
            asked.append(stores.request_order(wanted_goods=wanted, supplier="진하나", why="세포 실험", wanted_on=stage.at(10).date()).code)
    with clock.as_of(stage.at(-11)), scope(stage.admin(company)):
        stores.decide_order(order=asked[0], approve=True)
    with clock.as_of(stage.at(-10)), scope(stage.staffed("lab_operations")):
        stores.place_order(order=asked[0], ordered_as="JH-SO-2188")
    with clock.as_of(stage.at(-3)), scope(stage.staffed("lab_operations")):
        stores.receive_order(order=asked[0], order_line=1, pieces=1)
        stores.request_order(wanted_goods=[Goods(6, item="DNA-50"), Goods(40, item="GLOVE-M")], for_stockroom=True, why="재주문점에 이른 물품")


def _recall(stage: Stage) -> None:
    with clock.as_of(stage.at(-2)), scope(stage.staffed("lab_operations")):
        lot = stores.receive_lot(item="TRYP-100", stock_point=ROOM, lot="CG-T100-7731", pieces=6, good_until=stage.at(90).date())
        stores.issue_stock(stock_lot=lot.code, stock_point=ROOM, pieces=2, organisation=stage.companies[0].code)
    with clock.as_of(stage.at(-1)), scope(stage.staffed("safety_officer")):
        stores.recall_lot(
            stock_lot=lot.code, reason_ko="공급사가 무균 시험에서 이상을 알려 왔습니다.", reason_en="The supplier reports a failed sterility test.",
        )


def _parcels(stage: Stage) -> None:
    with clock.as_of(stage.at(-1, 14)), scope(stage.staffed("lab_operations")):
        code = stores.log_parcel(
            place=PLACES[0], temperature="dry_ice", organisation=stage.companies[1].code, sender="진하나", carrier="한빛택배",
            tracking="610022887711",
        ).code
    with clock.as_of(stage.at(-1, 15)), scope(stage.staffed("lab_operations")):
        stores.hand_over_parcel(parcel=code, handed_to="연구지원 담당", signature="M20 60L60 20L90 70L130 30L170 60L230 35")
    with clock.as_of(stage.now - timedelta(minutes=40)), scope(stage.staffed("lab_operations")):
        stores.log_parcel(place=PLACES[0], temperature="chilled", organisation=stage.companies[0].code, sender="셀가람", carrier="한빛택배")
        stores.log_parcel(place=PLACES[0], organisation=stage.companies[2].code, sender="바이오누리", carrier="고을택배", pieces=3)
        stores.log_parcel(place=PLACES[0], addressee="3층 배양실 앞", sender="한울안전", carrier="고을택배", dangerous=True)


def _gas(stage: Stage) -> None:
    rented = (
        (0, "carbon_dioxide", "CO2-4471", 45, 57), (0, "nitrogen", "N2-1180", 47, 150), (1, "argon", "AR-0932", 47, 150),
        (3, "hydrogen", "H2-2077", 10, 150),
    )
    for n, (company, gas, serial, litres, bar) in enumerate(rented):
        with clock.as_of(stage.at(-20)), scope(stage.staffed("lab_operations")):
            made = stores.add_cylinder(
                gas=gas, serial=serial, litres=Decimal(litres), bar=bar, owner="온고을가스", place=PLACES[1 + n % 2],
                organisation=stage.companies[company].code,
            )
            if n != 1:
                stores.connect_cylinder(cylinder=made.code, place=PLACES[1 + n % 2])
    with clock.as_of(stage.at(-2)), scope(stage.staffed("lab_operations")):
        stores.return_cylinder(cylinder=stores.add_cylinder(
            gas="helium", serial="HE-0113", litres=Decimal(47), bar=150, owner="온고을가스", place=PLACES[1], organisation=stage.companies[1].code,
        ).code)  # fmt: skip


PLACES = ("JB-A103", "JB-A203", "JB-A406")
"""Rooms of the demonstration: the stockroom on the entrance floor, and one for each minibar."""
