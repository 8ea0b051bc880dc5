"""`squaremile import`: hands over to cli/imports."""

import argparse

from squaremile.cli import environment


def arguments(parser: argparse.ArgumentParser) -> None:
    import squaremile.cli.imports.command as command

    command.arguments(parser)


def run(options: argparse.Namespace) -> int:
    environment.enter()
    import squaremile.cli.imports.command as command

    return command.run(options)
