"""`squaremile backup`: the database and the stored files in one archive."""

import argparse
from datetime import UTC, datetime
from pathlib import Path

from squaremile.cli import archive, environment
from squaremile.cli.terminal import say
from squaremile.config import env
from squaremile.kernel.words import Text


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file",
        nargs="?",
        type=Path,
        help=str(Text(ko="백업 파일 (없으면 var/backups)", en="archive to write (else in var/backups)")),
    )


def run(options: argparse.Namespace) -> int:
    target = options.file or env.var("backups", f"squaremile-{datetime.now(UTC):%Y%m%dT%H%M%SZ}.tar")
    target.parent.mkdir(parents=True, exist_ok=True)
    held = archive.write(target, environment.address())
    rows, size = sum(held.values()), target.stat().st_size / 2**20
    say(Text(
        ko=f"{target}: 표 {len(held)}개, 행 {rows:,}개, {size:.1f} MB", en=f"{target}: {len(held)} tables, {rows:,} rows, {size:.1f} MB"
    ))  # fmt: skip
    return 0
