"""`squaremile import`: hands over to cli/imports."""

import argparse

from squaremile.cli import environment


def arguments(parser: argparse.ArgumentParser) -> None:
    from squaremile.cli.imports import command

    command.arguments(parser)


def run(options: argparse.Namespace) -> int:
    environment.enter()
    from squaremile.cli.imports import command

    return command.run(options)
