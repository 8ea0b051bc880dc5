"""Organisations of the demonstration: how many where, how exactly their sites are known, and what they do."""

from collections.abc import Iterator
from decimal import Decimal
from random import Random

from squaremile.atlas.policies.records import Doing, Entrant, Spot
from squaremile.cli.demo.atlas.ground import BY_CODE, Place

HOW_MANY = {
    "jeonju": 52, "iksan": 24, "jeongeup": 18, "namwon": 12, "wanju": 10, "gunsan": 9, "kendall": 74, "longwood": 18, "seaport": 20,
}  # fmt: skip
BY_CITY_ONLY = {"jeonju": 11, "gimje": 6, "gunsan": 4}
"""Known to their city alone, as a register gives them: they lie on one point, and no density is claimed from them."""
CORES = {"jeonju": 0.011, "kendall": 0.0055, "iksan": 0.014, "jeongeup": 0.010}
"""How far sites lie from the middle, in degrees (one standard deviation); elsewhere .018."""
DOINGS = {
    "cell": ("세포치료", "Cell therapy"), "antibody": ("항체", "Antibodies"), "rna": ("RNA", "RNA"), "smallmol": ("합성신약", "Small molecules"),
    "diagnostics": ("진단", "Diagnostics"), "imaging": ("의료영상", "Medical imaging"), "implants": ("이식형 기기", "Implants"),
    "carbon": ("탄소소재", "Carbon materials"), "preclinical": ("비임상시험", "Preclinical testing"), "vetmed": ("동물의약품", "Veterinary medicine"),
    "food": ("기능성식품", "Functional food"), "microbes": ("미생물", "Microbes"), "natural": ("천연물", "Natural products"),
    "cosmetics": ("화장품", "Cosmetics"), "feed": ("사료", "Feed"), "ferment": ("발효", "Fermentation"), "data": ("바이오 데이터", "Biodata"),
    "vectors": ("바이러스 벡터", "Viral vectors"),
}  # fmt: skip
STRONG = {
    "jeonju": ("diagnostics", "implants", "carbon", "imaging", "cell", "natural"), "iksan": ("food", "vetmed", "ferment", "feed"),
    "jeongeup": ("preclinical", "microbes", "vetmed"), "namwon": ("natural", "cosmetics", "food"), "wanju": ("carbon", "diagnostics", "feed"),
    "gunsan": ("ferment", "feed", "carbon"), "gimje": ("feed", "food", "microbes"),
    "kendall": ("rna", "antibody", "cell", "smallmol", "vectors", "data"), "longwood": ("imaging", "diagnostics", "cell", "data"),
    "seaport": ("smallmol", "data", "vectors", "antibody"),
}  # fmt: skip
_FIRST = (
    ("가람", "Garam"), ("나래", "Narae"), ("다온", "Daon"), ("라온", "Raon"), ("마루", "Maru"), ("바론", "Baron"), ("시내", "Sinae"), ("아라", "Ara"),
    ("여울", "Yeoul"), ("온새", "Onsae"), ("이든", "Ideun"), ("차오름", "Chaoreum"), ("한결", "Hangyeol"), ("해윰", "Haeyum"), ("두레", "Dure"),
    ("모람", "Moram"), ("벼리", "Byeori"), ("새론", "Saeron"), ("윤슬", "Yunseul"), ("하람", "Haram"), ("도담", "Dodam"), ("미르", "Mireu"),
    ("소담", "Sodam"), ("푸름", "Pureum"),
)  # fmt: skip
_ABROAD = (
    "Alder", "Birchway", "Corrin", "Dunmoor", "Elmcroft", "Fenwick", "Gorse", "Harrow", "Inlet", "Juniper", "Kestrel", "Larkfield", "Merrow",
    "Norwood", "Osprey", "Pinnace", "Quill", "Rowan", "Sorrel", "Thistle", "Umber", "Vesper", "Wicket", "Yarrow",
)  # fmt: skip
_LAST = (
    ("바이오", "Bio"), ("테라퓨틱스", "Therapeutics"), ("메디컬", "Medical"), ("랩스", "Labs"), ("제노믹스", "Genomics"), ("사이언스", "Sciences"),
    ("파마", "Pharma"), ("소재", "Materials"),
)  # fmt: skip
_STREETS = {
    "KR": (("건지로", "Geonji-ro"), ("백제대로", "Baekje-daero"), ("팔달로", "Paldal-ro"), ("기린대로", "Girin-daero"), ("동부대로", "Dongbu-daero")),
    "US": (("", "Alder Street"), ("", "Canal Row"), ("", "Foundry Street"), ("", "Granite Avenue")),
}  # fmt: skip


def entrants(draw: Random) -> Iterator[Entrant]:
    """Everybody, area by area; those known to their city alone last."""
    row = 0
    for code, many in HOW_MANY.items():
        doors = [_door(BY_CODE[code], draw) for _ in range(max(2, many * 2 // 3))]
        for n in range(many):
            row += 1
            yield _entrant(row, BY_CODE[code], n, draw, draw.choice(doors))
    for code, many in BY_CITY_ONLY.items():
        for n in range(many):
            row += 1
            north, east = BY_CODE[code].middle
            yield _entrant(row, BY_CODE[code], 100 + n, draw, Spot(latitude=_exact(north), longitude=_exact(east), precision="city"))


def _door(place: Place, draw: Random) -> Spot:
    """One address: several organisations may share it."""
    spread = CORES.get(place.code, 0.018)
    north, east = (draw.gauss(middle, spread * wide) for middle, wide in zip(place.middle, (0.75, 1.0), strict=True))
    (street_ko, street_en), number = draw.choice(_STREETS[place.country]), draw.randint(1, 320)
    precision = "roof" if draw.random() < 0.3 else "street"
    return Spot(
        f"{place.ko} {street_ko} {number}" if street_ko else "", f"{number} {street_en}, {place.en}", _exact(north), _exact(east), precision
    )


def _exact(degrees: float) -> Decimal:
    return Decimal(f"{degrees:.7f}")


def _entrant(row: int, place: Place, n: int, draw: Random, spot: Spot) -> Entrant:
    korean = place.country == "KR"
    last_ko, last_en = _LAST[(n // 24 + n) % len(_LAST)]
    turn = (n + 5 * (n // 24)) % 24
    first_ko, first_en = _FIRST[turn] if korean else ("", _ABROAD[turn])
    kind = "company"
    if n % 12 == 0:
        kind, last_ko, last_en = ("university", "대학교", "University") if n % 24 == 0 else ("hospital", "병원", "Hospital")
    elif n % 9 == 0:
        kind, last_ko, last_en = "institute", "연구원", "Institute"
    elif n % 4 == 1:
        kind = "startup"
    doings = draw.sample(STRONG[place.code], k=min(2, len(STRONG[place.code])))
    if draw.random() < 0.25:
        doings[-1] = draw.choice(sorted(DOINGS))
    return Entrant(
        row, f"demo-{place.code}-{n}", kind, f"{place.ko} {first_ko}{last_ko}" if korean else "",
        f"{place.en} {first_en} {last_en}", founded=draw.randint(1995, 2023), country=place.country, city=place.en, sites=(spot,),
        activities=tuple(Doing("bio", code, *DOINGS[code]) for code in dict.fromkeys(doings)),
    )  # fmt: skip
