"""`squaremile atlas twin`: two places in the same square, at one scale; refused where only the city of a site is known."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from squaremile.cli.atlas import matrices
from squaremile.cli.terminal import Trouble
from squaremile.kernel.words import Text

if TYPE_CHECKING:
    from squaremile.atlas.measures.peers.twins import Points


def arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("one", type=Path, metavar="FILE", help=str(Text(ko="한 곳의 점", en="the points of one place")))
    add("other", type=Path, metavar="FILE", help=str(Text(ko="다른 곳의 점", en="the points of the other")))
    add("--lat", default="lat", metavar="COL", help=str(Text(ko="위도 열(lat)", en="column of latitudes (lat)")))
    add("--lon", default="lon", metavar="COL", help=str(Text(ko="경도 열(lon)", en="column of longitudes (lon)")))
    add("--precision", metavar="COL", help=str(Text(ko="위치 정밀도 열", en="column of the precision of place")))
    add("--side", default="1mi", help=str(Text(ko="변의 길이: 1mi(기본), 500m", en="the side: 1mi (default), 500m")))
    for name in ("--middle", "--other-middle"):
        add(name, metavar="LAT,LON", help=str(Text(ko="정사각형의 가운데", en="the middle of the square")))
    matrices.output_arguments(parser)


def run(options: argparse.Namespace) -> int:
    from squaremile.atlas.measures.peers.twins import twin
    from squaremile.atlas.measures.squares.lengths import metres

    found = twin(_points(options, options.one, options.middle), _points(options, options.other, options.other_middle), side_m=metres(options.side))
    summary = {
        "side_m": found.side_m, "scale_m": found.scale_m,
        "places": [
            {"name": h.name, "latitude": h.latitude, "longitude": h.longitude, "inside": h.inside, "points": h.points}
            for h in (found.one, found.other)
        ],
    }  # fmt: skip
    return matrices.tell(options, summary, found.tables(), {} if not options.json else None)


def _points(options: argparse.Namespace, path: Path, middle: str | None) -> "Points":
    from squaremile.atlas.measures.peers.twins import Points
    from squaremile.atlas.policies.precision import density_from
    from squaremile.cli.atlas.tables import read_table

    held = read_table(path, [options.lat, options.lon, *([options.precision] if options.precision else [])])
    lat, lon = held.numbers(options.lat), held.numbers(options.lon)
    if options.precision:
        kept = density_from([each.strip() or "unknown" for each in held[options.precision]], path.stem)
        lat, lon = lat[kept], lon[kept]
    return Points(path.stem, lat, lon, _middle(middle) if middle else None)


def _middle(said: str) -> tuple[float, float]:
    parts = said.split(",")
    try:
        lat, lon = (float(part) for part in parts)
        if abs(lat) <= 90 and abs(lon) <= 180:
            return lat, lon
    except ValueError:
        pass
    raise Trouble(f"가운데는 위도,경도로 쓰십시오: {said}", f"Write the middle as latitude,longitude: {said}")
