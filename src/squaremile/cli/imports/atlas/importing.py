"""`squaremile import atlas KIND FILE`: read it whole, look at its points, then all of it or nothing."""

from __future__ import annotations

import hashlib
import importlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from squaremile.atlas import operations as atlas
from squaremile.atlas.policies import geocode
from squaremile.atlas.policies.records import Entrant, Taken
from squaremile.atlas.reads import lookups
from squaremile.cli.imports import rendering
from squaremile.cli.imports.applying import about, whole
from squaremile.cli.imports.atlas import counting, words
from squaremile.cli.imports.atlas.kinds import KINDS, MODULE, SCHEME_NAMES, SCHEMES, SOURCES
from squaremile.cli.imports.atlas.reading import Options, Reading
from squaremile.cli.imports.network.words import NOTHING_HERE
from squaremile.cli.imports.progress import Track, silent
from squaremile.core.sheets.report import Report
from squaremile.kernel.errors import Invalid
from squaremile.kernel.words import Text

CHUNK = 5000


@dataclass(frozen=True, slots=True)
class Origin:
    """What is said of the file's source; empty: as the kind says. `inside` is `scheme:code`: where every point should lie."""

    source: str = ""
    licence: str = ""
    attribution: str = ""
    as_of: date | None = None
    inside: str = ""


@dataclass(slots=True)
class File:
    """One file that was read."""

    kind: str
    name: str
    digest: str
    reading: Reading
    options: Options
    origin: Origin = field(default_factory=Origin)

    @property
    def source(self) -> str:
        return self.origin.source or KINDS[self.kind][1]

    @property
    def scheme(self) -> str:
        return self.options.scheme or SCHEMES.get(self.kind, "")


def read(kind: str, data: bytes, *, name: str = "", options: Options | None = None, origin: Origin | None = None) -> File:
    """All that the file says, counted.

    Raises:
        Invalid: the file as a whole cannot be read (`imports.*`).
    """
    module, _, reader = KINDS[kind][0].partition(".")
    reading, options = Reading(Report(name or kind)), options or Options(suffix="".join(name.lower().removesuffix(".gz").rpartition(".")[1:]))
    take: Callable[[bytes, Reading, Options], None] = getattr(importlib.import_module(f"{MODULE}.{module}"), reader)
    take(data, reading, options)
    report, bad = reading.report, set(reading.wrong)
    planned: dict[str, list[Any]] = {"organisations": reading.entrants, "regions": reading.areas, "facts": reading.figures}
    for what, rows in planned.items():
        wrong = sum(row.row in bad for row in rows)
        report.skip(what, "invalid_row", wrong)
        report.plan(what, len(rows) - wrong)
    if not any((reading.entrants, reading.areas, reading.figures, reading.works, reading.happenings, bad)):
        raise Invalid(NOTHING_HERE, {"wanted": KINDS[kind][2]})
    for row, text in sorted(reading.wrong.items()):
        report.find("invalid_row", f"row:{row}", text)
    return File(kind, name or kind, hashlib.sha256(data).hexdigest(), reading, options, origin or Origin())


def bring(file: File, *, dry_run: bool = False, track: Track = silent) -> bool:
    """Bring it in, unless a row is wrong: then nothing is saved and the answer is False.

    Raises:
        Stopped: an operation refused a record in a way that no check foresaw; nothing was saved.
    """
    if file.reading.wrong:
        return False
    whole(file.reading.report, _Run(file, track).run, dry_run=dry_run)
    return True


class _Run:
    """One import: its source, then regions, organisations, figures and ties, then its record."""

    def __init__(self, file: File, track: Track) -> None:
        self.file, self.reading, self.report, self.track = file, file.reading, file.reading.report, track

    def run(self) -> None:
        with about(self.file.source):
            self._source()
        if self.file.scheme and not lookups.scheme_here(self.file.scheme):
            name = SCHEME_NAMES.get(self.file.scheme, Text(ko="", en=self.file.scheme))
            with about(self.file.scheme):
                atlas.add_region_scheme(code=self.file.scheme, name_ko=name.ko, name_en=name.en)
        self._regions()
        self._organisations()
        counting.count(self.file.source, self.file.scheme, self.reading)
        self._figures()
        self._ties()
        told = {**rendering.as_json(self.report), "applied": True, "dry_run": False}
        with about(self.file.name):
            atlas.keep_batch(source=self.file.source, kind=self.file.kind, file_name=self.file.name, digest=self.file.digest, report=told)

    def _source(self) -> None:
        origin, code = self.file.origin, self.file.source
        name, licence, attribution, url = SOURCES.get(code, (Text(ko="", en=code), "", "", ""))
        if not lookups.source_here(code):
            atlas.add_source(
                code=code, name_ko=name.ko, name_en=name.en, licence=origin.licence or licence,
                attribution=origin.attribution or attribution, of_day=origin.as_of, url=url,
            )  # fmt: skip
        elif origin.as_of or origin.licence or origin.attribution:
            atlas.edit_source(
                source=code, of_day=origin.as_of, licence=origin.licence or None, attribution=origin.attribution or None
            )

    def _regions(self) -> None:
        for area in self.track(words.LABELS["regions"], self.reading.areas):
            with about(f"row:{area.row}"):
                taken = atlas.import_regions(
                    source=self.file.source, region_scheme=self.file.scheme, rows=[area], published=self.file.options.published
                )
            self._count("regions", taken)

    def _organisations(self) -> None:
        rows = _parents_first(self._looked_at(self.reading.entrants))
        chunks = [rows[start : start + CHUNK] for start in range(0, len(rows), CHUNK)]
        for chunk in self.track(words.LABELS["organisations"], chunks):
            with about(f"row:{chunk[0].row}"):
                taken = atlas.import_organisations(source=self.file.source, rows=list(chunk), published=self.file.options.published)
            self._count("organisations", taken)

    def _looked_at(self, rows: Sequence[Entrant]) -> list[Entrant]:
        """Points that are not where they should be are not used; each is told of."""
        inside = lookups.shape(*self.file.origin.inside.split(":", 1)) if ":" in self.file.origin.inside else None
        places = [
            geocode.Place(f"{n}:{m}", float(spot.latitude), float(spot.longitude), spot.address_en or spot.address_ko)
            for n, one in enumerate(rows) for m, spot in enumerate(one.sites) if spot.latitude is not None and spot.longitude is not None
        ]  # fmt: skip
        found, unplaced = geocode.doubts(places, inside), set()
        cities = {f"{n}:{m}" for n, one in enumerate(rows) for m, spot in enumerate(one.sites) if spot.precision == "city"}
        piles = {doubt for doubt in found if doubt.kind == "pile_up" and doubt.key in cities}
        for doubt in found:
            if doubt.kind in geocode.UNPLACED:
                unplaced.add(doubt.key)
            if doubt in piles:
                continue
            one = rows[int(doubt.key.partition(":")[0])]
            said = {"km": f"{doubt.metres / 1000:,.0f}", "count": doubt.count}
            self.report.find(doubt.kind, f"row:{one.row} {one.name_en or one.name_ko}", words.DOUBTS[doubt.kind].fill(said))
        if piles:
            by_key = {place.key: (place.latitude, place.longitude) for place in places}
            points = len({by_key[doubt.key] for doubt in piles})
            self.report.find("city_level", "", words.CITY_LEVEL.fill({"points": points, "count": len(piles)}))
        return [_without(one, n, unplaced) for n, one in enumerate(rows)]

    def _figures(self) -> None:
        rows = self.reading.figures
        for start in range(0, len(rows), CHUNK * 4):
            part = rows[start : start + CHUNK * 4]
            with about(f"row:{part[0].row}"):
                taken = atlas.import_facts(source=self.file.source, region_scheme=self.file.scheme, rows=list(part))
            unknown = taken.more.get("unknown_region", 0)
            for _ in range(unknown):
                self.report.unplan("facts", "no_region")
            self._count("facts", taken)
            if unknown:
                self.report.find("no_region", "", words.UNKNOWN_REGION.fill({"count": unknown}))

    def _ties(self) -> None:
        rows = self.reading.bonds
        if not rows:
            return
        self.report.saw("ties", len(rows))
        self.report.plan("ties", len(rows))
        with about("ties"):
            taken = atlas.import_ties(source=self.file.source, rows=rows)
        for _ in range(unknown := taken.more.get("unknown_end", 0)):
            self.report.unplan("ties", "no_end")
        if unknown:
            self.report.find("no_end", "", words.UNKNOWN_END.fill({"count": unknown}))
        self._count("ties", taken)

    def _count(self, what: str, taken: Taken) -> None:
        for _ in taken.made:
            self.report.made(what)
        for _ in taken.filled - taken.made:
            self.report.filled(what)
        for _ in taken.same - taken.filled - taken.made:
            self.report.same(what)


def _without(one: Entrant, n: int, unplaced: set[str]) -> Entrant:
    gone = [m for m in range(len(one.sites)) if f"{n}:{m}" in unplaced]
    if not gone:
        return one
    sites = tuple(
        replace(spot, latitude=None, longitude=None, precision="") if m in gone else spot for m, spot in enumerate(one.sites)
    )
    return replace(one, sites=tuple(spot for spot in sites if spot.latitude is not None or spot.address_en or spot.address_ko))


def _parents_first(rows: Sequence[Entrant]) -> list[Entrant]:
    """Whoever others belong to comes before them, so that a part of the file finds its parents among those before it."""
    by_key, done, order = {row.key: row for row in rows}, set[str](), list[Any]()
    for row in rows:
        chain: list[Entrant] = []
        while row is not None and row.key not in done:
            done.add(row.key)
            chain.append(row)
            row = by_key.get(row.parent)  # type: ignore[assignment]
        order += reversed(chain)
    return order
