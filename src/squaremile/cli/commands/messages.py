"""`squaremile messages`: compile the translations that changed."""

import argparse

from squaremile.cli import messages
from squaremile.cli.terminal import say
from squaremile.config import env
from squaremile.kernel.words import Text


def arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing to choose."""


def run(options: argparse.Namespace) -> int:
    count = messages.compile_stale(env.LOCALE)
    say(Text(ko=f"번역 파일 {count}개를 컴파일했습니다.", en=f"Compiled {count} translation files."))
    return 0
