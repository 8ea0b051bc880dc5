"""`squaremile atlas kd`: K-density (Duranton & Overman) of one type of sites, with global and local bands and a verdict."""

from __future__ import annotations

import argparse

from squaremile.cli.atlas import points


def arguments(parser: argparse.ArgumentParser) -> None:
    points.arguments(parser)


def run(options: argparse.Namespace) -> int:
    from squaremile.atlas.measures.points.concentration import kd_test

    q = points.read(options)
    return points.tell(kd_test(q.sites, q.marks, q.radii, q.top, q.trial), q.excluded, options.json)
