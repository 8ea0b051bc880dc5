"""`squaremile import orcid|ror|openalex|pubmed|bibtex|ris FILE`: read it whole, then all of it or nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from squaremile.cli.imports.applying import whole
from squaremile.cli.imports.network import bibtex, openalex, orcid, pubmed, ris, ror, words
from squaremile.cli.imports.network.apply import Filling
from squaremile.cli.imports.network.records import Body, Reading, Someone, Work
from squaremile.cli.imports.network.sources import SOURCES
from squaremile.cli.imports.progress import Track, silent
from squaremile.core.sheets.report import Report
from squaremile.kernel.errors import Invalid

READERS: dict[str, Callable[[bytes, Reading], None]] = {
    "orcid": orcid.read, "ror": ror.read, "openalex": openalex.read, "pubmed": pubmed.read, "bibtex": bibtex.read,
    "ris": ris.read,
}  # fmt: skip



def read(source: str, data: bytes, *, name: str = "") -> Reading:
    """All that the file says, counted.

    Raises:
        Invalid: the file as a whole cannot be read (`imports.*`).
    """
    reader, (main, says) = READERS[source], SOURCES[source]
    reading = Reading(Report(name or source))
    reader(data, reading)
    _once(reading)
    bad = {each.row for each in reading.wrong}
    counted: dict[str, Sequence[Body | Someone | Work]] = {"partners": reading.bodies, "experts": reading.people, "publications": reading.works}
    seen: set[int] = set()
    for kind, items in counted.items():
        if items:
            reading.report.saw(kind, len(items))
            reading.report.skip(kind, "invalid_row", sum(each.row in bad for each in items))
            reading.report.plan(kind, sum(each.row not in bad for each in items))
            seen |= {each.row for each in items}
    reading.report.saw(main, len(bad - seen))
    reading.report.skip(main, "invalid_row", len(bad - seen))
    if not (reading.report.tally(main).read or any(counted.values())):
        raise Invalid(words.NOTHING_HERE, {"wanted": says})
    for wrong in reading.wrong:
        reading.report.find("invalid_row", f"record:{wrong.row}", wrong.text)
    return reading


def _once(reading: Reading) -> None:
    """A work said twice in one file is taken once; two works under one identifier are an error of the second."""
    kept: list[Work] = []
    seen: dict[tuple[str, str], Work] = {}
    for work in reading.works:
        if work.partial:
            kept.append(work)
            continue
        keys = [(name, getattr(work, name)) for name in ("doi", "pmid", "openalex") if getattr(work, name)]
        before = next((seen[key] for key in keys if key in seen), None)
        if before is None:
            kept.append(work)
            seen |= dict.fromkeys(keys, work)
        elif (before.title_ko, before.title_en.casefold()) == (work.title_ko, work.title_en.casefold()):
            reading.report.saw("publications")
            reading.report.skip("publications", "duplicate")
        else:
            name = next(name for name, value in keys if (name, value) in seen)
            reading.say(work.row, name, getattr(work, name), words.SAME_TWICE.fill({"row": before.row}), words.SAME_TWICE_DO)
    reading.works = kept


def bring(reading: Reading, *, source: str, dry_run: bool = False, track: Track = silent) -> bool:
    """Bring it in, unless a record is wrong: then nothing is saved and the answer is False.

    Raises:
        Stopped: an operation refused a record in a way that no check foresaw; nothing was saved.
    """
    if reading.wrong:
        return False
    whole(reading.report, lambda: Filling(reading, source, track).run(), dry_run=dry_run)
    return True
