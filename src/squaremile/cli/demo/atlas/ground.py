"""Areas of the demonstration: real names, outlines drawn by hand with a ruler. They are no administrative borders."""

from collections.abc import Iterator
from dataclasses import dataclass

from squaremile.atlas.policies.records import Area

SCHEME = "demo-area"


@dataclass(frozen=True, slots=True)
class Place:
    """`middle` is where its organisations gather (latitude, longitude); `corners` longitude and latitude, in turn."""

    code: str
    ko: str
    en: str
    country: str
    middle: tuple[float, float]
    corners: str

    @property
    def ring(self) -> list[list[float]]:
        ring = [[float(n) for n in corner.split(",")] for corner in self.corners.split()]
        return [*ring, ring[0]]


PLACES = (
    Place("jeonju", "전주", "Jeonju", "KR", (35.8462, 127.1294), "127.27,35.77 127.12,35.97 126.98,35.87 127.0,35.71 127.05,35.65 127.27,35.76"),
    Place("gunsan", "군산", "Gunsan", "KR", (35.9676, 126.7366), "126.88,35.94 126.83,36.16 126.4,36.16 126.4,35.93 126.7,35.83"),
    Place("iksan", "익산", "Iksan", "KR", (35.9690, 126.9570), "127.19,36.16 126.83,36.16 126.88,35.94 126.98,35.87 127.12,35.97"),
    Place("jeongeup", "정읍", "Jeongeup", "KR", (35.5699, 126.8560),
          "127.05,35.65 127.0,35.71 126.77,35.69 126.72,35.55 126.85,35.36 127.06,35.6"),
    Place("namwon", "남원", "Namwon", "KR", (35.4164, 127.3905), "127.92,35.28 127.92,35.33 127.4,35.57 127.27,35.42 127.27,35.28"),
    Place("gimje", "김제", "Gimje", "KR", (35.8036, 126.8809), "126.77,35.69 127.0,35.71 126.98,35.87 126.88,35.94 126.7,35.83"),
    Place("wanju", "완주", "Wanju", "KR", (35.9046, 127.1622), "127.48,36.04 127.47,36.16 127.19,36.16 127.12,35.97 127.27,35.77"),
    Place("jinan", "진안", "Jinan", "KR", (35.7917, 127.4249), "127.27,35.76 127.39,35.65 127.61,35.8 127.48,36.04 127.27,35.77"),
    Place("muju", "무주", "Muju", "KR", (36.0068, 127.6608), "127.61,35.8 127.92,35.65 127.92,36.16 127.47,36.16 127.48,36.04"),
    Place("jangsu", "장수", "Jangsu", "KR", (35.6474, 127.5212), "127.39,35.65 127.4,35.57 127.92,35.33 127.92,35.65 127.61,35.8"),
    Place("imsil", "임실", "Imsil", "KR", (35.6178, 127.2890), "127.27,35.76 127.05,35.65 127.06,35.6 127.27,35.42 127.4,35.57 127.39,35.65"),
    Place("sunchang", "순창", "Sunchang", "KR", (35.3744, 127.1375), "127.06,35.6 126.85,35.36 126.85,35.28 127.27,35.28 127.27,35.42"),
    Place("gochang", "고창", "Gochang", "KR", (35.4358, 126.7021), "126.85,35.28 126.85,35.36 126.72,35.55 126.4,35.58 126.4,35.28"),
    Place("buan", "부안", "Buan", "KR", (35.7316, 126.7332), "126.4,35.93 126.4,35.58 126.72,35.55 126.77,35.69 126.7,35.83"),
    Place("kendall", "켄들 스퀘어", "Kendall Square", "US", (42.3655, -71.0870),
          "-71.115,42.348 -71.072,42.350 -71.068,42.372 -71.090,42.380 -71.116,42.372"),
    Place("longwood", "롱우드", "Longwood", "US", (42.3370, -71.1040), "-71.120,42.328 -71.090,42.328 -71.090,42.346 -71.120,42.346"),
    Place("seaport", "시포트", "Seaport", "US", (42.3470, -71.0390), "-71.060,42.335 -71.020,42.335 -71.020,42.356 -71.060,42.356"),
)  # fmt: skip
BY_CODE = {place.code: place for place in PLACES}


def areas() -> Iterator[Area]:
    for row, place in enumerate(PLACES, 1):
        yield Area(row, place.code, place.ko, place.en, {"type": "Polygon", "coordinates": [place.ring]})
