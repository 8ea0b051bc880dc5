"""Points of a table for every command that reads points: where they are, and which rows they came from."""

from __future__ import annotations

import argparse
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from squaremile.atlas.measures.squares.ground import AtPoint
from squaremile.cli.atlas.tables import FIRST_RECORD, Columns, read_table, refuse_twice, unknown
from squaremile.cli.terminal import Trouble
from squaremile.kernel.words import Text

LATITUDES = ("lat", "latitude", "위도")
LONGITUDES = ("lon", "lng", "long", "longitude", "경도")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Places:
    """The rows chosen that have a position. `rows` are their record numbers in the file, from 0."""

    table: Columns
    first: NDArray[np.float64]
    second: NDArray[np.float64]
    rows: NDArray[np.int64]
    plane: bool
    nowhere: int
    """Rows chosen that have no position."""
    coordinates: tuple[str, str]

    def only(self, kept: NDArray[np.int64]) -> Places:
        """Some of them, by their positions among these."""
        return replace(self, first=self.first[kept], second=self.second[kept], rows=self.rows[kept])

    def text(self, name: str | None) -> list[str] | None:
        if name is None:
            return None
        column = self.table[name]
        return [column[i] for i in self.rows]

    def numbers(self, name: str | None) -> NDArray[np.float64] | None:
        if name is None:
            return None
        matter = np.zeros(self.table.rows, bool)
        matter[self.rows] = True
        return self.table.numbers(name, only=matter)[self.rows]

    def everyone(self) -> Places:
        """All rows of the file that have a position, chosen or not."""
        return placed(self.table, self.coordinates, np.ones(self.table.rows, bool), self.plane)

    def named(self, found: dict[str, Any], identity: str | None) -> dict[str, Any]:
        """The answer with members as record numbers of the file, or as what stands in the column `identity`."""
        names = self.table[identity] if identity else None
        said = [names[row] if names else row for row in self.rows.tolist()]

        def walk(value: Any) -> Any:
            if isinstance(value, dict):
                return {k: [said[i] for i in v] if k == "members" else walk(v) for k, v in value.items()}
            return [walk(each) for each in value] if isinstance(value, list) else value

        return dict(walk(found))

    def asked(self, call: Callable[[], T]) -> T:
        """Call a measure; where one point makes it refuse, say which row of the file that is."""
        try:
            return call()
        except AtPoint as error:
            row = int(self.rows[error.at]) + FIRST_RECORD
            remedy = error.remedy or Text(ko="", en="")
            raise Trouble(
                ko=f"{self.table.path.name} {row}행: {error.text.ko} {remedy.ko}".strip(),
                en=f"{self.table.path.name}, row {row}: {error.text.en} {remedy.en}".strip(),
            ) from error


def say(ko: str, en: str) -> str:
    return str(Text(ko=ko, en=en))


def coordinate_arguments(parser: argparse.ArgumentParser) -> None:
    """Two columns: of the globe, or of a plane."""
    parser.add_argument("--lat", metavar="COL", help=say("위도 열(도)", "column of latitudes, degrees"))
    parser.add_argument("--lon", metavar="COL", help=say("경도 열(도)", "column of longitudes, degrees"))
    parser.add_argument("--x", metavar="COL", help=say("평면 x 열(미터)", "column of plane x, metres"))
    parser.add_argument("--y", metavar="COL", help=say("평면 y 열(미터)", "column of plane y, metres"))


def arguments(parser: argparse.ArgumentParser, *, members: bool = True) -> None:
    """The options that say where the points are; with `members`, how those of an answer are named."""
    parser.add_argument(
        "points",
        metavar="POINTS",
        help=say("점 파일: 한 행에 한 곳(CSV, TSV, XLSX, Parquet)", "file of points, one a row (CSV, TSV, XLSX, Parquet)"),
    )
    coordinate_arguments(parser)
    parser.add_argument(
        "--where", metavar="COL=VALUE", action="append", default=[],
        help=say("이 값을 가진 행만(여러 번이면 모두 만족, != 도 됨)", "only rows with this value (repeat: all must hold; != too)"),
    )  # fmt: skip
    if members:
        parser.add_argument("--id", metavar="COL", help=say("구성원을 이 열의 값으로", "name members by this column"))
    parser.add_argument("--json", action="store_true", help=say("JSON 하나로", "as one JSON object"))


def places(options: argparse.Namespace, *more: str | None) -> Places:
    """Read the file and choose its rows; `more` are further columns that are needed.

    Raises:
        Trouble: see `read_table`; columns of coordinates that are missing or mixed; no row left.
    """
    conditions = [_condition(each) for each in options.where]
    wanted = [options.lat, options.lon, options.x, options.y, getattr(options, "id", None), *more, *(c[0] for c in conditions)]
    columns = [name for name in wanted if name]
    needs_guess = not (options.lat or options.lon or options.x or options.y)
    table = read_table(options.points, None if needs_guess else columns)
    if missing := [name for name in columns if name not in table]:
        raise unknown(table.path, missing, list(table))
    first, second, plane = coordinates(options, table)
    refuse_twice({option: getattr(options, option[2:]) for option in ("--lat", "--lon", "--x", "--y")})
    if not table.rows:
        raise Trouble(ko=f"{table.path.name}에 행이 없습니다.", en=f"There are no rows in {table.path.name}.")
    chosen = np.ones(table.rows, bool)
    for name, value, equal in conditions:
        chosen &= np.array([(cell.strip() == value) == equal for cell in table[name]], bool)
    if not chosen.any():
        raise Trouble(
            ko=f"{table.path.name}에서 조건에 맞는 행이 없습니다: {', '.join(options.where) or '-'}",
            en=f"No row of {table.path.name} was selected: {', '.join(options.where) or '-'}",
        )
    found = placed(table, (first, second), chosen, plane)
    if not len(found.rows):
        raise Trouble(
            ko=f"고른 행 {int(chosen.sum())}개에 좌표가 하나도 없습니다.",
            en=f"None of the {int(chosen.sum())} rows has a position.",
        )
    return found


def placed(table: Columns, coordinates: tuple[str, str], chosen: NDArray[np.bool_], plane: bool) -> Places:
    """Those of the rows chosen that have a position; cells of other rows are not read."""
    first, second = (table.numbers(name, blank=math.nan, only=chosen) for name in coordinates)
    rows = np.flatnonzero(np.isfinite(first) & np.isfinite(second)).astype(np.int64)
    return Places(table, first[rows], second[rows], rows, plane, int(chosen.sum()) - len(rows), coordinates)


def _condition(said: str) -> tuple[str, str, bool]:
    name, equals, value = said.partition("=")
    if not equals or not name.strip("! "):
        raise Trouble(ko=f"조건은 열=값 꼴입니다: {said}", en=f"A condition is COL=VALUE: {said}")
    return name.rstrip("!").strip(), value.strip(), not name.endswith("!")


def coordinates(options: argparse.Namespace, table: Columns) -> tuple[str, str, bool]:
    given = [name for name in ("lat", "lon", "x", "y") if getattr(options, name)]
    if given in (["lat", "lon"], ["x", "y"]):
        return getattr(options, given[0]), getattr(options, given[1]), given[0] == "x"
    if given:
        raise Trouble(
            ko="좌표는 --lat과 --lon, 또는 --x와 --y를 짝지어 주십시오.",
            en="Give --lat with --lon, or --x with --y, and not both pairs.",
        )
    lat, lon = _called(table, LATITUDES), _called(table, LONGITUDES)
    if lat and lon:
        return lat, lon, False
    x, y = _called(table, ("x",)), _called(table, ("y",))
    if x and y:
        return x, y, True
    raise Trouble(
        ko=f"좌표 열을 알 수 없습니다. --lat, --lon(또는 --x, --y)으로 알려 주십시오. 있는 열: {', '.join(table)}",
        en=f"Which columns hold the coordinates? Say --lat and --lon, or --x and --y. There are: {', '.join(table)}",
    )


def _called(table: Columns, names: Sequence[str]) -> str | None:
    found = [name for name in table if name.strip().casefold() in names]
    return found[0] if len(found) == 1 else None
