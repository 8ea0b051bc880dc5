"""Chemicals: control areas with both packs in force, the shared register, and what the companies keep, use and count."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from squaremile.cli.demo.companies import Company
from squaremile.cli.demo.floors import BUILDING, PLAN
from squaremile.cli.demo.residency.stage import Stage
from squaremile.kernel.words import Text
from squaremile.safety import operations as safety
from squaremile.safety.reads import containers

LABEL = Text(ko="시약", en="chemicals")
# CAS, phase, Korean, English, GHS, storage groups, pack sizes, kg a litre
SHELF: tuple[tuple[str, str, str, str, tuple[str, ...], tuple[str, ...], tuple[str, ...], str], ...] = (
    ("67-64-1", "liquid", "아세톤", "Acetone", ("Flam. Liq. 2", "Eye Irrit. 2", "STOT SE 3"), (), ("4 L", "1 L"), "0.79"),
    ("64-17-5", "liquid", "에탄올", "Ethanol", ("Flam. Liq. 2", "Eye Irrit. 2"), (), ("4 L", "2.5 L", "1 L"), "0.789"),
    ("67-56-1", "liquid", "메탄올", "Methanol", ("Flam. Liq. 2", "Acute Tox. 3", "STOT SE 1"), (), ("4 L", "1 L"), "0.792"),
    ("67-63-0", "liquid", "이소프로판올", "Isopropanol", ("Flam. Liq. 2", "Eye Irrit. 2"), (), ("4 L", "1 L"), "0.786"),
    ("75-05-8", "liquid", "아세토니트릴", "Acetonitrile", ("Flam. Liq. 2", "Acute Tox. 4"), (), ("4 L", "2.5 L"), "0.786"),
    ("60-29-7", "liquid", "디에틸에테르", "Diethyl ether", ("Flam. Liq. 1", "Acute Tox. 4"), (), ("1 L",), "0.713"),
    ("108-88-3", "liquid", "톨루엔", "Toluene", ("Flam. Liq. 2", "Repr. 2", "Asp. Tox. 1"), (), ("1 L",), "0.867"),
    ("64-19-7", "liquid", "아세트산", "Acetic acid", ("Flam. Liq. 3", "Skin Corr. 1A"), ("acid",), ("1 L", "500 mL"), "1.049"),
    ("7697-37-2", "liquid", "질산", "Nitric acid", ("Ox. Liq. 3", "Skin Corr. 1A"), ("acid", "oxidiser"), ("500 mL",), "1.5"),
    ("7647-01-0", "liquid", "염산(37 %)", "Hydrochloric acid (37 %)", ("Skin Corr. 1B", "STOT SE 3"), ("acid",), ("1 L", "500 mL"), "1.18"),
    ("7722-84-1", "liquid", "과산화수소(30 %)", "Hydrogen peroxide (30 %)", ("Ox. Liq. 2", "Eye Dam. 1"), ("oxidiser",), ("500 mL",), "1.11"),
    ("1310-73-2", "solid", "수산화나트륨", "Sodium hydroxide", ("Skin Corr. 1A",), ("base",), ("500 g", "1 kg"), ""),
    ("7664-41-7", "liquid", "암모니아수", "Ammonia solution", ("Skin Corr. 1B", "Aquatic Acute 1"), ("base",), ("500 mL",), "0.9"),
    ("7647-14-5", "solid", "염화나트륨", "Sodium chloride", (), (), ("1 kg", "500 g"), ""),
    ("77-86-1", "solid", "트리스", "Tris", (), (), ("500 g", "1 kg"), ""),
    ("9002-93-1", "liquid", "트리톤 X-100", "Triton X-100", ("Eye Dam. 1", "Aquatic Chronic 2"), (), ("500 mL",), "1.06"),
)  # fmt: skip
CLASSES = {"7697-37-2": ("oxidizer-2", "corrosive"), "7647-01-0": ("corrosive",), "1310-73-2": ("corrosive",), "7664-41-7": ("corrosive",),
           "7722-84-1": ("oxidizer-2",), "64-19-7": ("combustible-II", "corrosive")}  # fmt: skip
HARMLESS = ("7647-14-5", "77-86-1")
"""Looked at, and in no class of a pack."""
READ_IN = "Demonstration sheet"
BOTTLES = 7


def total(stage: Stage) -> int:
    """Steps: areas, substances, companies, and the count."""
    return 2 * len(PLAN) + len(SHELF) + len(stage.companies) + 1


def make(stage: Stage) -> Iterator[int]:
    """By operations only, as staff would have entered it."""
    today, draw = stage.now.astimezone(stage.zone).date(), stage.draw("safety")
    done = 0
    for count in (*_areas(today), *_register(today)):
        done += count
        yield done
    rooms = [room.number for rows in PLAN.values() for row in rows for room in row]
    for company in stage.companies:
        _keep(company, rooms, today, draw)
        done += 1
        yield done
    _count()
    yield done + 1


def _areas(today: date) -> Iterable[int]:
    for level, rows in PLAN.items():
        for half, side in enumerate("WE"):
            numbers = [room.number for row in (rows[half * 2], rows[half * 2 + 1]) for room in row]
            ko, en = ("서측", "west") if half == 0 else ("동측", "east")
            code = f"CA-{level}{side}"
            safety.declare_area(
                building=BUILDING, storey=level, name_ko=f"{level}층 {ko} 통제구역", name_en=f"Control area {level} {en}",
                sprinklered=True, rooms=[f"JB-A{number}" for number in numbers], code=code,
            )
            for pack in ("us-ibc", "kr-fire"):
                safety.put_pack_in_force(area=code, pack=pack, since=today - timedelta(days=400))
            for number in numbers[::2]:
                safety.add_cabinet(
                    place=f"JB-A{number}", code=f"FC-{number}", name_ko="인화성 물질 보관함", name_en="Flammables cabinet", approved=True
                )
            yield 1


def _register(today: date) -> Iterable[int]:
    for cas, phase, ko, en, ghs, storage, _sizes, density in SHELF:
        made = safety.add_substance(
            phase=phase, cas=cas, name_ko=ko, name_en=en, density=Decimal(density) if density else None,
            sheet_url=f"https://example.org/sds/{cas}",
        ).code
        read = {"read_in": READ_IN, "read_on": today - timedelta(days=120)}
        for scheme, classes in (("ghs", ghs), ("storage-group", storage), ("us-ibc", CLASSES.get(cas, ()))):
            if classes or (scheme == "us-ibc" and cas in HARMLESS):
                safety.enter_classes(substance=made, scheme=scheme, hazards=classes, **read)  # type: ignore[arg-type]
        yield 1


def _keep(company: Company, rooms: Sequence[str], today: date, draw: Random) -> None:
    """What a company has: at home, else in one of the shared rooms, some in the cabinet, some opened."""
    home = [code[4:7] for code in company.home] or [draw.choice(rooms)]
    for cas, _phase, _ko, _en, ghs, _storage, sizes, _density in draw.sample(SHELF, BOTTLES):
        number = draw.choice([*home, "410"])
        boxed = number in _boxed() and any(name.startswith("Flam.") for name in ghs) and draw.random() < 0.8
        kept = safety.receive_container(
            substance=cas, how_much=draw.choice(sizes), place=f"JB-A{number}", cabinet=f"FC-{number}" if boxed else "",
            lot=f"D{draw.randrange(10_000, 99_999)}", good_until=today + timedelta(days=draw.choice((20, 200, 400, 700))),
            organisation=company.code,
        )
        if draw.random() < 0.4:
            safety.open_container(container=kept.code)


def _boxed() -> set[str]:
    halves = ([*rows[half * 2], *rows[half * 2 + 1]] for rows in PLAN.values() for half in (0, 1))
    return {room.number for half in halves for room in half[::2]}


def _count() -> None:
    """The chemical store was counted, and one label was nobody's."""
    count = safety.begin_count(place="JB-A410")
    stored = [row.code for row in containers.here(room="JB-A410")]
    safety.scan_containers(count=count.code, labels=[*stored[:-1], "CT-OLDLABEL"])
