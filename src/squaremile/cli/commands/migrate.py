"""`squaremile migrate`: make the database, its roles and extensions, and apply every migration as the owner."""

import argparse

from squaremile.cli import environment, preparing
from squaremile.cli.terminal import say
from squaremile.kernel.words import Text


def arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing to choose: DATABASE_URL names the database."""


def run(options: argparse.Namespace) -> int:
    preparing.migrate(environment.address())
    say(Text(ko="데이터베이스가 최신 상태입니다.", en="The database is up to date."))
    return 0
