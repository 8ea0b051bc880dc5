"""Makes the atlas of the demonstration, by operations alone."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from random import Random

from squaremile.atlas import operations as atlas
from squaremile.atlas.policies import taxonomy
from squaremile.atlas.policies.records import Doing, Entrant, Spot
from squaremile.cli.demo.atlas.places import TOWNS, Town
from squaremile.cli.demo.atlas.places import outline as drawn
from squaremile.cli.demo.network.stage import Stage
from squaremile.kernel.words import Text

LABEL = Text(ko="아틀라스", en="atlas")
ORGANISATIONS, TIES, YEARS = 90, 60, (2023, 2024, 2025)
SCHEME, SOURCE = "kr-municipality", "demo-survey"
CLAIMS = 3
TOTAL = len(TOWNS) * 2 + ORGANISATIONS + TIES + CLAIMS
_KO = ("새", "한", "미르", "가온", "다온", "온새", "라온", "윤슬", "해담", "나래", "누리", "보담", "솔", "아라", "이든", "찬", "푸른", "하늘")
_EN = ("Sae", "Han", "Mir", "Gaon", "Daon", "Onsae", "Raon", "Yunseul", "Haedam",
       "Narae", "Nuri", "Bodam", "Sol", "Ara", "Iden", "Chan", "Pureun", "Haneul")
_ENDS = (("셀", "Cell"), ("젠", "Gen"), ("메디", "Medi"), ("바이오", "Bio"), ("팜", "Pharm"), ("랩", "Lab"))
_WORDS = {code: (ko, en) for scheme, code, ko, en, _ in taxonomy.WORDS if scheme == "ksic"}


def make(stage: Stage) -> Iterable[int]:
    """Make it; yields how many are done."""
    for done, _ in enumerate(_steps(stage), 1):
        yield done


def _steps(stage: Stage) -> Iterator[None]:
    atlas.seed_taxonomy()
    day = date(stage.now.year, 1, 1)
    atlas.add_source(
        code=SOURCE, name_ko="데모 실태조사(지어낸 자료)", name_en="Demonstration survey (invented)", licence="CC0-1.0", of_day=day,
    )
    atlas.add_region_scheme(code=SCHEME, name_ko="시·군·구(약도)", name_en="Municipalities (sketched)")
    for town in TOWNS:
        atlas.draw_region(
            region_scheme=SCHEME, code=town.code, name_ko=town.ko, name_en=town.en, outline=drawn(town), population=town.people,
            source=SOURCE, published=True,
        )
        yield
    codes = []
    for one in _organisations(stage.draw("atlas organisations")):
        codes += atlas.import_organisations(source=SOURCE, rows=[one], published=one.row % 15 != 0).codes.values()
        yield
    yield from _ties(stage.draw("atlas ties"), codes)
    yield from _facts(stage.draw("atlas facts"))
    yield from _claims(codes, day)


def _organisations(draw: Random) -> Iterator[Entrant]:
    """More of them where more people live; every fifth is known by its city alone."""
    homes = draw.choices(TOWNS, weights=[town.people**0.7 for town in TOWNS], k=ORGANISATIONS)
    seen: set[str] = set()
    for row, town in enumerate(homes, 1):
        n = draw.randrange(len(_KO))
        (end_ko, end_en), kind = draw.choice(_ENDS), draw.choices(("company", "startup", "institute", "hospital"), (60, 25, 10, 5))[0]
        ko, en = f"{_KO[n]}{end_ko}", f"{_EN[n]}{end_en}"
        if ko in seen:
            ko, en = f"{town.ko.split()[0][:2]}{ko}", f"{town.en.split('-')[0].split()[0]} {en}"
        if ko in seen:
            ko, en = f"{ko} {row}", f"{en} {row}"
        seen.add(ko)
        code = draw.choice(town.does)
        yield Entrant(
            row, f"demo:{row}", kind, ko, en, founded=draw.randrange(1988, 2025), country="KR", city=town.en.split("-")[0],
            website=f"https://{en.lower().replace(' ', '-')}.example", sites=(_spot(draw, town, row),),
            activities=(Doing("ksic", code, *_WORDS[code]),),
        )  # fmt: skip


def _spot(draw: Random, town: Town, row: int) -> Spot:
    if row % 5 == 0:
        return Spot(latitude=Decimal(str(town.north)), longitude=Decimal(str(town.east)), precision="city", jobs=draw.randrange(3, 80))
    north, east = town.north + draw.gauss(0, 0.012), town.east + draw.gauss(0, 0.015)
    road = draw.choice(("바이오로", "혁신로", "과학로", "덕진로", "첨단로"))
    return Spot(
        f"전북특별자치도 {town.ko} {road} {draw.randrange(1, 300)}", "", Decimal(f"{north:.7f}"), Decimal(f"{east:.7f}"),
        draw.choice(("roof", "street")), date(draw.randrange(2005, 2025), draw.randrange(1, 13), 1), None, draw.randrange(3, 240),
    )


def _ties(draw: Random, codes: list[str]) -> Iterator[None]:
    for n in range(TIES):
        one, other = draw.sample(codes, 2)
        atlas.record_tie(
            institution=one, other_institution=other, tie_kind=draw.choice(("coauthor", "trial", "licence")), during=str(draw.choice(YEARS)),
            weight=Decimal(draw.randrange(1, 9)), evidence_numbers=[f"DEMO-{n}"], source=SOURCE,
        )
        yield


def _facts(draw: Random) -> Iterator[None]:
    """Jobs and establishments by town, activity and year; what rests on fewer than five is withheld, as offices do."""
    for town in TOWNS:
        for code in town.does:
            firms, jobs = draw.randrange(2, 40), draw.randrange(20, 90)
            for year in YEARS:
                said = {"region_scheme": SCHEME, "region": town.code, "during": str(year), "activity_scheme": "ksic", "activity_code": code}
                atlas.record_fact(**said, measure="firms", figure=Decimal(firms), source=SOURCE)
                few = firms < 5
                atlas.record_fact(**said, measure="jobs", figure=None if few else Decimal(firms * jobs // 4), suppressed=few, source=SOURCE)
                firms += draw.randrange(-1, 4)
                firms = max(firms, 1)
        yield


def _claims(codes: list[str], day: date) -> Iterator[None]:
    atlas.add_claim(
        code="AC-TOP", text_ko="큰 {n}곳 가운데 {k}곳이 전주에 사업장을 두고 있습니다", text_en="{k} of the {n} largest have a site in Jeonju",
        definition_ko="지어낸 상위 열 곳의 목록에서 주소가 전주시인 사업장이 있는 곳을 셉니다.",
        definition_en="Of an invented list of ten, those with a site whose address is in Jeonju.",
        refuted_ko="한 곳이라도 주소가 다르면 틀린 것입니다.", refuted_en="One address that is elsewhere.", published=True,
    )
    for n, code in enumerate(codes[:10], 1):
        atlas.add_claim_member(headline="AC-TOP", institution=code)
        if n <= 7:
            atlas.judge_claim_member(
                headline="AC-TOP", position=n, judgement="yes" if n <= 5 else "no", evidence_at=f"https://example.org/evidence/{n}", of_day=day
            )
    atlas.take_snapshot(headline="AC-TOP")
    yield
    asked = {"count": "organisations", "region_scheme": SCHEME, "precisions": ["roof", "street", "postcode"]}
    for code, ko, en, region in (
        ("AC-DJ", "덕진구에 {k}곳이 있습니다", "{k} organisations are in Deokjin-gu", "35012"),
        ("AC-IK", "익산에 {k}곳이 있습니다", "{k} organisations are in Iksan", "35030"),
    ):
        atlas.add_claim(
            code=code, text_ko=ko, text_en=en, definition_ko="우편번호보다 정밀한 위치가 있는 기관만 셉니다.",
            definition_en="Organisations whose point is known by postcode or better.", query={**asked, "region": region}, published=True,
        )
        atlas.take_snapshot(headline=code)
        yield
