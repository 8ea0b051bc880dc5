"""From a manifest to a folder of files, the same bytes each time."""

import csv
import hashlib
import io
import json
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.atlas.measures.showing import plain
from squaremile.atlas.reports.document import Desk, Evidence, Picture
from squaremile.atlas.reports.html import file_of, page
from squaremile.atlas.reports.job import Job, Read
from squaremile.atlas.reports.manifest import checked
from squaremile.atlas.reports.paper import paper
from squaremile.atlas.reports.sections import (
    cited,
    collaboration,
    gathering,
    growth,
    headline,
    opportunities,
    profile,
    square,
    standing,
)
from squaremile.kernel.words import Text

SUMS = "SHA256SUMS"
SECTIONS: Mapping[str, Callable[[Mapping[str, Any], Job], None]] = {
    "claim": headline.write, "profile": profile.write, "newcomers": profile.newcomers, "standing": standing.write,
    "growth": growth.write, "square": square.write, "opportunities": opportunities.write, "references": cited.write,
    "concentration": gathering.write, "network": collaboration.write,
}  # fmt: skip


def files(document: Mapping[str, Any], folder: Path, read: Read, read_document: Callable[[Path], Mapping[str, Any]]) -> dict[str, bytes]:
    """Every file of the report by its name. Data files are named from `folder`.

    Raises Unmeasurable where the manifest is not sealed or does not fit, data or code are not those of the manifest, a
    section is unknown or cannot be measured.
    """
    manifest = checked(document, folder)
    job = Job(manifest, Desk(), read, read_document)
    for spec in manifest.sections:
        kind = str(spec.get("kind"))
        if kind not in SECTIONS:
            raise Unmeasurable(
                Text(ko=f"{kind} 부분은 없습니다.", en=f"There is no section {kind}."),
                Text(ko=f"있는 것: {', '.join(SECTIONS)}", en=f"There are: {', '.join(SECTIONS)}."),
            )
        SECTIONS[kind](spec, job)
    made: dict[str, bytes] = {"manifest.json": canonical(document)}
    for language in manifest.languages:
        made[f"report.{language}.html"] = page(manifest, job.desk.sections, job.desk.evidence, language)
        made[f"report.{language}.pdf"] = paper(manifest, job.desk.sections, job.desk.evidence, language)
    made |= {f"tables/{file_of(each)}": table(each) for each in job.desk.evidence if each.rows}
    made |= _pictures(job.desk, manifest.languages)
    made[SUMS] = "".join(f"{hashlib.sha256(made[name]).hexdigest()}  {name}\n" for name in sorted(made)).encode()
    return made


def _pictures(desk: Desk, languages: tuple[str, ...]) -> dict[str, bytes]:
    """Charts to embed elsewhere."""
    return {
        f"charts/{section.id}-{block.id}.{language}.svg": block.svg[language].encode()
        for section in desk.sections for block in section.blocks if isinstance(block, Picture) for language in languages
    }  # fmt: skip


def table(evidence: Evidence) -> bytes:
    """Its rows as CSV: every digit, empty where there is nothing; marked as UTF-8, so that spreadsheets read Korean."""
    held = io.StringIO()
    writer = csv.writer(held, lineterminator="\n")
    writer.writerow(evidence.columns)
    writer.writerows([_cell(v) for v in row] for row in evidence.rows)
    return held.getvalue().encode("utf-8-sig")


def _cell(value: Any) -> Any:
    found = plain(value)
    if isinstance(found, str) and found[:1] in ("=", "+", "-", "@"):
        return "'" + found  # a spreadsheet would take it for a formula
    return "" if found is None else found


def canonical(document: Mapping[str, Any]) -> bytes:
    """A manifest as it is written: sorted, indented, as it reads."""
    return (json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def write(made: Mapping[str, bytes], target: Path) -> None:
    """The files into a folder that is not there yet: whole or not at all. Raises Unmeasurable where it is there."""
    if target.exists():
        raise Unmeasurable(
            Text(ko=f"{target}: 폴더가 이미 있습니다.", en=f"{target}: the folder is there already."),
            Text(ko="다른 이름을 쓰십시오. --check는 그 안의 파일을 견줍니다.", en="Use another name; --check compares what is in it."),
        )
    part = target.with_name(target.name + ".partial")
    shutil.rmtree(part, ignore_errors=True)
    for name, held in made.items():
        (part / name).parent.mkdir(parents=True, exist_ok=True)
        (part / name).write_bytes(held)
    part.rename(target)


def differing(made: Mapping[str, bytes], target: Path) -> list[str]:
    """The files of the folder that are not these bytes, are missing, or do not belong there; sorted."""
    there = {str(p.relative_to(target)): p for p in target.rglob("*") if p.is_file()}
    changed = {name for name in made.keys() & there.keys() if there[name].read_bytes() != made[name]}
    return sorted(changed | (made.keys() ^ there.keys()))
