"""Dense places for the screens: invented organisations in areas drawn by hand, papers of nine years, who wrote with whom."""

from collections.abc import Callable, Iterable
from datetime import date
from random import Random

from squaremile.atlas import operations as atlas
from squaremile.cli.demo.atlas import bodies, bonds, figures, ground
from squaremile.kernel.words import Text

LABEL = Text(ko="아틀라스의 밀집 지역", en="dense places of the atlas")
SOURCE = "demo"
STEPS = 5


def make(draw: Callable[[str], Random], today: date) -> Iterable[int]:
    """Make it, by operations alone; yields how many steps are done. Figures end with the year before `today`'s."""
    atlas.add_source(
        code=SOURCE, name_ko="데모 자료(지어낸 것)", name_en="Demonstration data (invented)", of_day=today,
        licence="CC0-1.0",
    )
    atlas.add_region_scheme(code=ground.SCHEME, name_ko="데모 구역", name_en="Demonstration areas")
    atlas.import_regions(source=SOURCE, region_scheme=ground.SCHEME, rows=list(ground.areas()), published=True)
    yield 1
    entrants = list(bodies.entrants(draw("atlas bodies")))
    atlas.import_organisations(source=SOURCE, rows=entrants, published=True)
    yield 2
    rows = list(figures.rows(draw("atlas figures"), today.year - 1))
    atlas.import_facts(source=SOURCE, region_scheme=ground.SCHEME, rows=rows)
    yield 3
    atlas.import_ties(source=SOURCE, rows=list(bonds.rows(entrants, draw("atlas bonds"))))
    yield 4
    _claim(entrants, today)
    yield STEPS


def _claim(entrants: list[bodies.Entrant], today: date) -> None:
    """A headline that is a question, with the answer of the day."""
    made = atlas.add_claim(
        text_ko="아틀라스의 기관 {n}곳 가운데 {k}곳이 전주에 있습니다", text_en="{k} of the atlas's {n} organisations are in Jeonju",
        definition_ko="전주 구역 안에 닫지 않은 사업장이 있는 기관을 셉니다.",
        definition_en="Organisations with an open site inside the area of Jeonju.",
        refuted_ko="목록의 기관이 전주를 떠났다는 기록 하나", refuted_en="A record that one of them has left Jeonju",
        query={"region_scheme": ground.SCHEME, "region": "jeonju"}, published=True,
    )  # fmt: skip
    atlas.take_snapshot(headline=made.code)
