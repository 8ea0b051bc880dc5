"""From works, trials and grants to figures of regions: each counted once in every region that has a part in it."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

from squaremile.atlas.policies.records import Doing, Figure
from squaremile.atlas.reads import lookups
from squaremile.cli.imports.atlas.reading import Reading

Place = tuple[str, str, str, str]


def count(source: str, scheme: str, reading: Reading) -> None:
    """Add the figures to the reading; nothing where no scheme of regions was said."""
    if not scheme or not (reading.works or reading.happenings):
        return
    totals: defaultdict[Place, Decimal] = defaultdict(Decimal)
    doings: dict[str, Doing] = {}
    _works(source, scheme, reading, totals, doings)
    _happenings(scheme, reading, totals)
    for n, ((region, period, measure, topic), value) in enumerate(sorted(totals.items()), 1):
        reading.figures.append(Figure(n, region, period, measure, value, doings.get(topic)))
    reading.report.saw("facts", len(totals))
    reading.report.plan("facts", len(totals))


def _works(source: str, scheme: str, reading: Reading, totals: defaultdict[Place, Decimal], doings: dict[str, Doing]) -> None:
    """A paper counts in each region where one of its organisations has a site; once in all, and once in its topic."""
    if not reading.works:
        return
    where = lookups.regions_of(source, scheme)
    for work in reading.works:
        for region in {code for key in work.keys for code in where.get(key, ())}:
            totals[region, work.year, "papers", ""] += 1
            for topic in work.topics:
                doings[topic.code] = topic
                totals[region, work.year, "papers", topic.code] += 1


def _happenings(scheme: str, reading: Reading, totals: defaultdict[Place, Decimal]) -> None:
    if not reading.happenings:
        return
    shapes = lookups.holding(scheme)
    for one in reading.happenings:
        for region in lookups.held_by(shapes, one.points):
            for measure, amount in one.measures:
                totals[region, one.period, measure, ""] += amount
