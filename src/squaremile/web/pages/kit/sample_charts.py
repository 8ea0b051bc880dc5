"""Charts and drawings that the gallery's samples show."""

from typing import Any

from squaremile.kernel.words import Text
from squaremile.web.kit.charts import Axis, Chart, Mark, Point, Series, table
from squaremile.web.pages.atlas.screens.drawing import Drawing, Spot

_SIDES = ((0.25, 8), (0.5, 15), (1.0, 25), (1.6, 33), (3.2, 48))
_LANDS = ("M0,0 1000,0 1000,600 0,600Z",)
_BOX = (127.0, 35.7, 127.3, 35.9)


def charts(korean: bool) -> dict[str, Any]:
    """By the names that samples use."""

    def say(en: str, ko: str) -> str:
        return ko if korean else en

    return {
        "chart": _lines(say, _SIDES), "chart_without_points": _lines(say, ()), "chart_with_a_gap": _gap(say), "chart_of_bars": _bars(say),
        "ground": Drawing(1000, 600, _BOX, _LANDS, (Spot(420, 280, 10, 3, (0, 1, 2), False), Spot(610, 330, 7, 1, (3,), False))),
        "ground_of_a_city": Drawing(1000, 600, _BOX, _LANDS, (Spot(500, 300, 16, 11, tuple(range(11)), True),)),
    }  # fmt: skip


def _lines(say: Any, sides: tuple[tuple[float, int], ...]) -> Chart:
    return Chart(
        "lines", say("Best place by its side", "변의 길이별 가장 밀집한 자리"), say("33 organisations at one mile.", "1마일일 때 기관 33곳입니다."),
        Axis(say("Side", "변의 길이"), "km", log=True), Axis(say("Organisations", "기관"), say("in the place", "그 자리"), least=0),
        (Series(say("Best place", "가장 밀집한 자리"), "mine", tuple(Point(x, y) for x, y in sides)),) if sides else (),
        table(((say("Side", "변의 길이"), False), (say("Organisations", "기관"), True)), sides),
        marks=(Mark("x", 1.6, Text(ko="1마일", en="1 mile")),), source=say("Register, March 2026", "등록부, 2026년 3월"),
    )  # fmt: skip


def _gap(say: Any) -> Chart:
    years, values = (2023, 2024, 2025), (12.0, None, 17.0)
    return Chart(
        "lines", say("Papers a year, one year missing", "해마다의 논문, 한 해 없음"), say("2024 is missing.", "2024년 값이 없습니다."),
        Axis(say("Year", "연도"), values=tuple(map(str, years))), Axis(say("Papers", "논문"), say("a year", "연간"), least=0),
        (Series(say("Papers", "논문"), "warn", tuple(Point(n, y) for n, y in enumerate(values))),),
        table(((say("Year", "연도"), False), (say("Papers", "논문"), True)), list(zip(years, values, strict=True))),
    )  # fmt: skip


def _bars(say: Any) -> Chart:
    names = tuple(say(f"Functional food and fermentation, area {n}", f"기능성식품과 발효, 구역 {n}") for n in range(1, 9))
    values = [(n + 1) / 2 for n in range(8)]
    return Chart(
        "dots", say("Location quotients of everything that is done here, with their intervals", "이곳에서 하는 모든 활동의 입지계수와 구간"),
        say("Eight activities.", "활동 여덟 가지입니다."), Axis(say("Activity", "활동"), values=names),
        Axis(say("Location quotient", "입지계수"), least=0),
        (Series(say("Here", "이곳"), "mine", tuple(Point(n, y, y * 0.7, y * 1.4) for n, y in enumerate(values))),),
        table(((say("Activity", "활동"), False), (say("Location quotient", "입지계수"), True)), list(zip(names, values, strict=True))),
        marks=(Mark("y", 1, say("as expected", "기대와 같음")),), tall=True,
    )  # fmt: skip
