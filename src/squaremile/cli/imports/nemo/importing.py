"""One import from NEMO from end to end: bytes in, report and kept file out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from squaremile.cli.imports.nemo.apply import apply
from squaremile.cli.imports.nemo.apply_places import OWN_SITE
from squaremile.cli.imports.nemo.context import Index
from squaremile.cli.imports.nemo.kept import keep
from squaremile.cli.imports.nemo.kept_file import write_kept
from squaremile.cli.imports.nemo.plan import make_plan
from squaremile.cli.imports.nemo.reader import read
from squaremile.cli.imports.progress import Track, silent
from squaremile.cli.imports.zones import nemo_zone
from squaremile.core.sheets.report import Report


def import_nemo(
    data: bytes, *, source: str, site: str = "", time_zone: str = "", dry_run: bool = False, track: Track = silent
) -> tuple[Report, Path | None]:
    """The report, and where the kept section was written (nowhere in a dry run, or where there is none).

    Raises:
        Invalid: the file cannot be read.
        Stopped: an operation refused; nothing was saved.
    """
    export = read(data)
    zone = nemo_zone(site, OWN_SITE, time_zone)
    plan, report = make_plan(export, zone=zone, source=source)
    index = Index(export)
    written: list[Path] = []

    def write(apart: Sequence[str]) -> None:
        wanted = set(apart)
        more = [keep(index, record) for record in export.records if index.id(record) in wanted]
        if plan.kept or more:
            written.append(write_kept(source, (*plan.kept, *more)))

    apply(plan, report, zone=zone, keep=write, site=site, dry_run=dry_run, track=track)
    return report, next(iter(written), None)
