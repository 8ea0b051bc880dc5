"""`squaremile doctor`: looks at everything that must be in order, and says how to mend what is not."""

import argparse

import psycopg

from squaremile.cli import environment
from squaremile.cli.checks import CHECKS, FAIL, Line
from squaremile.cli.terminal import mark
from squaremile.kernel.words import Text


def arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing to choose."""


def run(options: argparse.Namespace) -> int:
    environment.secret()
    url = environment.address()
    failed = False
    for check in CHECKS:
        try:
            lines = list(check(url))
        except psycopg.OperationalError as error:
            lines = [
                Line(
                    FAIL,
                    Text(ko=f"데이터베이스에 닿을 수 없습니다: {error}", en=f"The database cannot be reached: {error}"),
                )
            ]
        for line in lines:
            mark(line.state, str(line.says), str(line.remedy) if line.remedy else "")
            failed |= line.state == FAIL
        if failed and check.__name__ == "reachable":
            break
    return 1 if failed else 0
