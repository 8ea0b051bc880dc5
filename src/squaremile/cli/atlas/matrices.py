"""What the commands on tables of regions by activities share: their columns, long or wide, and where tables go."""

from __future__ import annotations

import argparse
import csv
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from squaremile.atlas.measures.matrices.table import Matrix, matrix_from_rows, matrix_from_wide
from squaremile.atlas.measures.showing import Table, plain
from squaremile.cli.atlas.tables import Columns, answer, read_table, refuse_twice
from squaremile.cli.terminal import Trouble
from squaremile.kernel.words import Text


def table_arguments(parser: argparse.ArgumentParser) -> None:
    """The file and its columns."""
    says = Text(ko="표 파일: CSV, TSV(.gz도), XLSX, Parquet", en="the table: CSV or TSV (also .gz), XLSX, Parquet")
    parser.add_argument("file", type=Path, metavar="FILE", help=str(says))
    says = Text(
        ko="지역 열(넓은 표에서는 첫 열이 기본)", en="column of the region (in a wide table, by default the first)"
    )
    parser.add_argument("--region", metavar="COL", help=str(says))
    says = Text(
        ko="활동 열. --value와 함께 없으면 넓은 표로 읽습니다",
        en="column of the activity; without it and --value the table is read as wide",
    )
    parser.add_argument("--activity", metavar="COL", help=str(says))
    parser.add_argument("--value", metavar="COL", help=str(Text(ko="값 열", en="column of the value")))


def output_arguments(parser: argparse.ArgumentParser) -> None:
    """Where the answer goes."""
    says = Text(ko="표마다 CSV 파일을 쓸 폴더", en="a folder for one CSV file per table")
    parser.add_argument("--out", type=Path, metavar="DIR", help=str(says))
    says = Text(ko="JSON 하나를 표준 출력에 씁니다", en="print one JSON object to standard output")
    parser.add_argument("--json", action="store_true", help=str(says))


def read_long(options: argparse.Namespace, *more: str | None) -> Columns:
    """The named columns of a long table; refuses where one of the three is not named."""
    if not (options.region and options.activity and options.value):
        raise Trouble(
            "긴 표에는 --region, --activity, --value를 모두 적으십시오.",
            "For a long table name --region, --activity and --value.",
        )
    _refuse_same(options)
    return read_table(options.file, [options.region, options.activity, options.value, *(m for m in more if m)])


def _refuse_same(options: argparse.Namespace) -> None:
    refuse_twice({f"--{name}": getattr(options, name, None) for name in ("region", "activity", "value", "year")})


def read_matrix(options: argparse.Namespace) -> Matrix:
    """The table, long or wide; with the columns region, activity and value, long without being told so."""
    named = ("region", "activity", "value")
    if not (options.region or options.activity or options.value) and set(named) <= set(read_table(options.file)):
        options = argparse.Namespace(**{**vars(options), **dict(zip(named, named, strict=True))})
    if options.activity or options.value:
        held = read_long(options)
        return matrix_from_rows(held[options.region], held[options.activity], held.numbers(options.value))
    return read_wide(options)


def read_wide(options: argparse.Namespace) -> Matrix:
    """Regions down the first column (or `--region`), one activity a column."""
    import numpy as np

    held = read_table(options.file)
    names = list(held)
    region = options.region or names[0]
    regions = held[region]
    activities = [n for n in names if n != region]
    if not activities:
        raise Trouble(
            "넓은 표에는 활동 열이 하나 이상 있어야 합니다.", "A wide table has at least one column of an activity."
        )
    values = np.stack([held.numbers(a) for a in activities], axis=1) if regions else np.zeros((0, len(activities)))
    return matrix_from_wide(regions, activities, values)


def pairs(path: Path | None) -> dict[str, float] | None:
    """A file of names and numbers: its first two columns. Refuses a name that stands twice."""
    if path is None:
        return None
    held = read_table(path)
    names = list(held)
    if len(names) < 2:
        raise Trouble(
            f"{path.name}: 이름과 값, 두 열이 있어야 합니다.",
            f"{path.name}: two columns are needed, a name and a value.",
        )
    keys = held[names[0]]
    if len(set(keys)) < len(keys):
        twice = next(k for n, k in enumerate(keys) if k in keys[:n])
        raise Trouble(f"{path.name}: ‘{twice}’ 이름이 두 번 있습니다.", f"{path.name}: “{twice}” stands twice.")
    return dict(zip(keys, held.numbers(names[1]).tolist(), strict=True))


def one_each(names: Sequence[str], activities: Sequence[str], classes: Sequence[str]) -> list[str]:
    """The one class of each of `names`, from rows of activities and their classes; refuses an activity with two."""
    of: dict[str, str] = {}
    for activity, held in zip(activities, classes, strict=True):
        if of.setdefault(activity, held) != held:
            raise Trouble(
                f"‘{activity}’ 활동의 분류가 둘입니다: {of[activity]}, {held}.",
                f"“{activity}” has two classes: {of[activity]} and {held}.",
            )
    return [of[name] for name in names]


def write_tables(folder: Path, tables: Mapping[str, Table]) -> list[str]:
    """One CSV file a table; floats keep every digit, what is not known is empty. The names of the files."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, table in tables.items():
            with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
                writer = csv.writer(file, lineterminator="\n")
                writer.writerow(table)
                columns = [_cells(c) for c in table.values()]
                writer.writerows(zip(*columns, strict=True))
    except OSError as error:
        raise Trouble(f"쓸 수 없습니다: {folder} ({error})", f"Cannot write to {folder} ({error})") from error
    return [f"{name}.csv" for name in tables]


def _cells(column: Any) -> list[Any]:
    import numpy as np

    return [_cell(v) for v in (plain(column) if isinstance(column, list | tuple) else plain(np.asarray(column)))]


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else "; ".join(map(str, value)) if isinstance(value, list) else value


def tell(
    options: argparse.Namespace,
    summary: Mapping[str, Any],
    tables: Mapping[str, Table],
    shown: Mapping[str, Table] | None = None,
) -> int:
    """Write the tables where a folder is named; print the summary, in JSON with the tables unless they were written.

    Without JSON, only the tables in `shown` are printed (all of them by default), and warnings go to standard error.
    """
    from squaremile.atlas.measures.showing import rows
    from squaremile.cli.terminal import complain

    said = dict(summary)
    for warning in said.get("warnings", []):
        complain(Text(**warning))
    if options.out is not None:
        said["files"] = write_tables(options.out, tables)
    elif options.json:
        said |= {name: rows(dict(table)) for name, table in tables.items()}
    else:
        said |= {name: rows(dict(table)) for name, table in (tables if shown is None else shown).items()}
    answer(said, options.json)
    return 0
