"""Usage from a CSV file, in the canonical order, in flat memory: sorted runs on disk, merged as they are read."""

import csv
import heapq
import pickle
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import date, datetime
from fractions import Fraction
from itertools import islice
from typing import IO, Any

from squaremile.billing.policies.events import Event
from squaremile.billing.policies.places import exact
from squaremile.cli.terminal import Trouble
from squaremile.kernel.words import Text

NEEDED = ("id", "company", "meter", "subject", "start", "end", "quantity")
KNOWN = (*NEEDED, "project", "person", "payer_class", "used", "booked", "assisted", "priced_on", "corrects")
YES, NO = ("yes", "y", "true", "1", "예"), ("", "no", "n", "false", "0", "아니오")
RUN = 50_000
"""Events that are held in memory at once, to be sorted."""


@contextmanager
def sorted_events(path: str) -> Iterator["Sorted"]:
    """The file's events in the canonical order, to be read as often as one likes.

    Raises:
        Trouble: the line and the column that cannot be read, or an identifier that stands for two different uses.
    """
    with ExitStack() as stack:
        runs = list[IO[bytes]]()
        try:
            with open(path, encoding="utf-8-sig", newline="") as file:
                rows = _events(csv.DictReader(file))
                while part := list(islice(rows, RUN)):
                    runs.append(_written(stack, sorted(part, key=lambda e: e.key)))
        except UnicodeDecodeError as error:
            raise Trouble(ko=f"{path}: UTF-8로 저장한 CSV가 아닙니다.", en=f"{path}: this is no CSV in UTF-8.") from error
        yield Sorted(runs)


class Sorted:
    """Sorted runs on disk. Iterating merges them."""

    def __init__(self, runs: list[IO[bytes]]) -> None:
        self._runs = runs

    def __iter__(self) -> Iterator[Event]:
        return heapq.merge(*(_read(run) for run in self._runs), key=lambda e: e.key)


def _written(stack: ExitStack, events: list[Event]) -> IO[bytes]:
    run = stack.enter_context(tempfile.TemporaryFile(prefix="squaremile-billing-"))  # noqa: SIM115
    for event in events:
        pickle.dump(event, run, protocol=5)
    return run


def _read(run: IO[bytes]) -> Iterator[Event]:
    """One run from its beginning. It was written by this process: nothing foreign is unpickled."""
    run.seek(0)
    while True:
        try:
            yield pickle.load(run)
        except EOFError:
            return


def _events(rows: "csv.DictReader[str]") -> Iterator[Event]:
    names = [name.strip() for name in rows.fieldnames or ()]
    rows.fieldnames = names
    lacking, unknown = [n for n in NEEDED if n not in names], [n for n in names if n not in KNOWN]
    if lacking or unknown or len(set(names)) != len(names):
        said = ", ".join(lacking or unknown or names)
        raise Trouble(
            ko=f"첫 줄의 열이 맞지 않습니다: {said}. 쓸 수 있는 열: {', '.join(KNOWN)}",
            en=f"The columns of the first line do not fit: {said}. Columns: {', '.join(KNOWN)}.",
        )
    for row in rows:
        if None in row or None in row.values():
            raise _wrong(rows.line_num, "id", row.get("id"), Text(ko="칸이 너무 많거나 적습니다", en="the line has too many or too few cells"))
        yield _event(rows.line_num, {name: cell.strip() for name, cell in row.items()})


def _event(line: int, row: dict[str, str]) -> Event:
    for name in ("id", "company", "meter"):
        if not row[name]:
            raise _wrong(line, name, "", Text(ko="값이 있어야 합니다", en="it is needed"))
    start, end = (_moment(line, name, row[name]) for name in ("start", "end"))
    if end <= start:
        raise _wrong(line, "end", row["end"], Text(ko="시작보다 늦어야 합니다", en="it is not after the start"))
    said = row.get("assisted", "").casefold()
    if said not in (*YES, *NO):
        raise _wrong(line, "assisted", said, Text(ko="yes나 no로 적어 주십시오", en="say yes or no"))
    quantity = _number(line, row, "quantity")
    if quantity is None:
        raise _wrong(line, "quantity", "", Text(ko="값이 있어야 합니다", en="it is needed"))
    return Event(
        row["id"], row["company"], row["meter"], row["subject"], start, end, quantity, row.get("project", ""), row.get("person", ""),
        row.get("payer_class", ""), _number(line, row, "used"), _number(line, row, "booked"), said in YES, _day(line, row),
        row.get("corrects", ""),
    )


def _moment(line: int, name: str, said: str) -> datetime:
    try:
        found = datetime.fromisoformat(said)
    except ValueError as error:
        raise _wrong(line, name, said, Text(ko="2026-11-03T09:00+09:00처럼 적어 주십시오", en="write it as 2026-11-03T09:00+09:00")) from error
    if found.tzinfo is None:
        why = Text(ko="2026-11-03T09:00+09:00처럼 시간대를 함께 적어 주십시오", en="its zone is missing, as in 2026-11-03T09:00+09:00")
        raise _wrong(line, name, said, why)
    return found


def _day(line: int, row: dict[str, str]) -> date | None:
    if not (said := row.get("priced_on", "")):
        return None
    try:
        return date.fromisoformat(said)
    except ValueError as error:
        raise _wrong(line, "priced_on", said, Text(ko="2026-11-03처럼 적어 주십시오", en="write it as 2026-11-03")) from error


def _number(line: int, row: dict[str, str], name: str) -> Fraction | None:
    if not (said := row.get(name, "")):
        return None
    if (found := exact(said)) is None:
        raise _wrong(line, name, said, Text(ko="정확한 수가 아닙니다", en="it is no exact number"))
    return found


def _wrong(line: int, column: str, value: Any, why: Text) -> Trouble:
    return Trouble(
        ko=f"{line}번째 줄의 {column} 값을 쓸 수 없습니다: {value!r} ({why.ko})",
        en=f"Line {line}, {column}: {value!r} cannot be used: {why.en}.",
    )
