"""`squaremile restore`: a backup into an empty database; every count is compared with the archive's own sheet."""

import argparse
from pathlib import Path

from squaremile.cli import archive, environment
from squaremile.cli.terminal import mark, say
from squaremile.config import database
from squaremile.kernel.words import Text


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help=str(Text(ko="되살릴 백업", en="the archive to bring back")))


def run(options: argparse.Namespace) -> int:
    held = archive.sheet(options.file).get("counts")
    expected = dict(held) if isinstance(held, dict) else {}
    url = environment.address()
    database.prepare(url, environment.secret())
    found = archive.bring_back(options.file, url)
    wrong = sorted(t for t in expected.keys() | found.keys() if expected.get(t) != found.get(t))
    for table in wrong:
        mark("fail", f"{table}: {expected.get(table)} → {found.get(table)}")
    if wrong:
        return 1
    rows = sum(found.values())
    say(
        Text(
            ko=f"표 {len(found)}개, 행 {rows:,}개를 모두 되살렸습니다.",
            en=f"All {len(found)} tables with {rows:,} rows are back.",
        )
    )
    return 0
