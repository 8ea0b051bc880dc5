"""`squaremile atlas references`: figures of known clusters, each with its definition, version, source and certainty."""

import argparse

from squaremile.cli.terminal import say
from squaremile.kernel.words import Text


def arguments(parser: argparse.ArgumentParser) -> None:
    says = Text(ko="JSON 하나를 표준 출력에 씁니다", en="print one JSON object to standard output")
    parser.add_argument("--json", action="store_true", help=str(says))


def run(options: argparse.Namespace) -> int:
    from squaremile.atlas.measures.peers.reference import CERTAINTIES, reference_figures
    from squaremile.cli.atlas.tables import answer

    if options.json:
        answer({"figures": [figure.as_dict() for figure in reference_figures()]}, True)
        return 0
    for each in reference_figures():
        say(f"{each.place}: {each.measure} {each.value:,g} {each.unit} ({each.year or '–'})")
        say(f"    {each.definition} [{each.definition_version}]")
        say(f"    {each.source} — {CERTAINTIES[each.certainty]}")
    return 0
