"""The report as PDF, by the template that lies beside this file."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from squaremile.atlas.reports.document import Block, Evidence, Grid, Picture, Said, Section, said
from squaremile.atlas.reports.html import facts, file_of, versions
from squaremile.atlas.reports.manifest import Manifest
from squaremile.core.documents import pdf
from squaremile.kernel.words import Text

TEMPLATE = Path(__file__).with_name("report.typ")


def paper(manifest: Manifest, sections: Sequence[Section], evidence: Sequence[Evidence], language: str) -> bytes:
    """The PDF in one language. Same manifest, same bytes: its date is the manifest's."""
    say = lambda ko, en: Text(ko=ko, en=en).say(language)
    data = {
        "title": manifest.title.say(language), "as_of": manifest.as_of,
        "subtitle": say(f"{manifest.as_of} 기준 · {manifest.made_at.isoformat()}", f"As of {manifest.as_of} · {manifest.made_at.isoformat()}"),
        "sections": [{"title": s.title.say(language), "blocks": [_block(b, language) for b in s.blocks]} for s in sections],
        "evidence": [
            {
                "id": e.id, "title": e.title.say(language), "facts": [list(pair) for pair in facts(e, language) if pair[1]],
                "file": file_of(e) if e.rows else "",
            }
            for e in evidence
        ],
        "made": say(
            f"같은 목록(manifest.json)으로 언제나 같은 파일이 나옵니다. 시드 {manifest.seed}, 코드: {versions(manifest)}",
            f"The same manifest (manifest.json) always gives the same files. Seed {manifest.seed}, code: {versions(manifest)}",
        ),
    }  # fmt: skip
    return pdf(TEMPLATE, data, language=language, made_at=manifest.made_at)


def _block(block: Block, language: str) -> dict[str, Any]:
    if isinstance(block, Said):
        return {"kind": "said", "text": block.text.say(language), "evidence": block.evidence, "tone": block.tone}
    if isinstance(block, Picture):
        return {"kind": "picture", "title": block.title.say(language), "svg": block.svg[language], "evidence": block.evidence}
    return {"kind": "grid", **_grid(block, language)}


def _grid(grid: Grid, language: str) -> dict[str, Any]:
    more = Text(ko=f"그 밖의 {grid.more:,}줄은 CSV 파일에 있습니다.", en=f"{grid.more:,} more rows are in the CSV file.")
    return {
        "title": grid.title.say(language), "evidence": grid.evidence, "more": more.say(language) if grid.more else "",
        "columns": [{"title": c.title.say(language), "number": c.number} for c in grid.columns],
        "rows": [[said(cell, language) for cell in row] for row in grid.rows],
    }  # fmt: skip
