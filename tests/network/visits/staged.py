"""A small visit to Boston for tests: two days, two members, three hosts, three places."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from squaremile.network import operations as network

BOSTON = ZoneInfo("America/New_York")
FIRST = date(2027, 3, 8)
"""A Monday; the clocks changed the day before the week after."""


def at(hour, minute=0, day=0):
    return datetime(FIRST.year, FIRST.month, FIRST.day, hour, minute, tzinfo=BOSTON) + timedelta(days=day)


def delegation(code="DG-1", **more):
    return network.add_delegation(
        code=code, direction="outbound", time_zone="America/New_York",
        **({"starts_on": FIRST, "ends_on": FIRST + timedelta(days=1)}
           | {"name_ko": "전북 보스턴 방문단", "name_en": "Jeonbuk to Boston", "purpose_ko": "오가노이드 공동연구", "level": 4} | more),
    )


def people():
    """Three hosts of the directory, with their organisation."""
    network.add_partner(code="PN-CHARLES", kind="university", name_en="Charles Bay Institute", name_ko="찰스베이 공대", country="US")
    for code, name_ko, name_en, rank in (
        ("PE-021", "헤일", "Edith Hale", 3), ("PE-022", "오쿠", "Ken Oku", 3), ("PE-023", "모로", "Ines Moro", 5),
    ):
        network.add_person(
            code=code, kind="researcher", name_ko=name_ko, name_en=name_en, partner="PN-CHARLES", rank=rank, role_en="Professor",
            email=f"{code.lower()}@charles.example", bio_en=f"{name_en} grows organoids.",
        )


def visit(code="DG-1"):
    """The delegation with members, places, ways and wishes, not planned yet."""
    people()
    made = delegation(code)
    network.add_visit_place(
        delegation=code, code="VP-HOTEL", name_ko="호텔", name_en="Hotel", base=True, latitude=Decimal("42.35"), longitude=Decimal("-71.07"))
    network.add_visit_place(
        delegation=code, code="VP-LAB", name_ko="연구동", name_en="Lab block", address="1 Charles Way", latitude=Decimal("42.36"),
        longitude=Decimal("-71.09"))
    network.add_visit_place(delegation=code, code="VP-HALL", name_ko="본관", name_en="Main hall")
    network.set_visit_way(delegation=code, origin_place="VP-HOTEL", target_place="VP-HALL", minutes=20)
    network.add_member(
        delegation=code, code="DM-1", name_ko="한부지사", name_en="Vice Governor Han", role_ko="부지사", rank=4, needs_ko="갑각류 제외",
    )
    network.add_member(delegation=code, code="DM-2", name_ko="두교수", name_en="Professor Du", rank=3)
    for wish, host, place, priority in (("VW-1", "PE-021", "VP-LAB", 5), ("VW-2", "PE-022", "VP-HALL", 3), ("VW-3", "PE-023", "VP-HALL", 4)):
        network.add_wish(delegation=code, code=wish, expert=host, place=place, priority=priority, minutes=60, title_en=f"Meeting {host}")
    network.add_window(wish="VW-1", start=at(10), end=at(12))
    network.edit_wish(wish="VW-1", asks_ko="플랫폼 이용", offers_ko="코호트 자료", talking_ko="3,000명", avoid_ko="특허 분쟁")
    return made


def cleared():
    """Every check of both members is clear."""
    for member in ("DM-1", "DM-2"):
        for check in ("export_control", "sanctions", "conflict"):
            network.screen_member(member=member, check=check, result="clear")


UTC_FIRST = datetime(2027, 3, 8, 5, tzinfo=UTC)
