"""The report as one page that needs nothing else: its style and charts are in it, every figure links to its evidence."""

import html
from collections.abc import Sequence

from squaremile.atlas.reports.document import Block, Evidence, Grid, Picture, Said, Section, said
from squaremile.atlas.reports.manifest import Manifest
from squaremile.kernel.words import Text

STYLE = """
:root{--ink:#1f2a30;--soft:#5b6670;--line:#c9d1d6;--teal:#0b6e6e;--page:#fff;--warn:#fdf3e1}
@media(prefers-color-scheme:dark){:root{--ink:#e6ecef;--soft:#9fb0b8;--line:#3a474e;--teal:#5cc0c0;--page:#12191d;--warn:#3a2f17}}
*{box-sizing:border-box}body{margin:0;background:var(--page);color:var(--ink);font:15px/22px Pretendard,system-ui,sans-serif;word-break:keep-all}
main{max-width:820px;margin:0 auto;padding:24px 16px 64px}h1{font-size:28px;line-height:36px;color:var(--teal);margin:0 0 8px}
h2{font-size:20px;line-height:28px;margin:40px 0 12px}p{margin:8px 0}.soft,figcaption,caption{color:var(--soft)}
.warning{background:var(--warn);padding:8px 12px;border-inline-start:4px solid #b26a00}.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%;margin:12px 0;font-variant-numeric:tabular-nums}caption{text-align:start;font-weight:600;padding:4px 0}
th,td{border-bottom:1px solid var(--line);padding:5px 8px;text-align:start;vertical-align:top}.number{text-align:end;white-space:nowrap}
a{color:var(--teal)}td a,a.mark{color:inherit;text-decoration:underline dotted}figure{margin:16px 0}figure svg{max-width:100%;height:auto}
dl{display:grid;
grid-template-columns:minmax(90px,max-content) 1fr;gap:4px 12px;margin:4px 0 20px}dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}
nav ol{columns:2;padding-inline-start:20px}:target{outline:2px solid var(--teal);outline-offset:4px}
@media print{main{max-width:none;padding:0}a{color:inherit}h2{break-after:avoid}figure,table{break-inside:avoid}}
""".strip().replace("\n", "")

LEADS = Text(
    ko="모든 수치는 아래 근거로 이어지고, 근거마다 모든 자릿수가 든 CSV 파일이 있습니다.",
    en="Every figure leads to its evidence below; each has a CSV file with every digit.",
)


def page(manifest: Manifest, sections: Sequence[Section], evidence: Sequence[Evidence], language: str) -> bytes:
    """The page in one language, UTF-8."""
    say = lambda ko, en: html.escape(Text(ko=ko, en=en).say(language))
    title = html.escape(manifest.title.say(language))
    links = "".join(f'<li><a href="#{s.id}">{html.escape(s.title.say(language))}</a></li>' for s in sections)
    parts = [
        f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{title}</title><style>{STYLE}</style></head><body><main>",
        f"<h1>{title}</h1>",
        f'<p class="soft">{say(f"{manifest.as_of} 기준", f"As of {manifest.as_of}")} · {html.escape(manifest.made_at.isoformat())} · squaremile</p>',
        f'<nav aria-label="{say("차례", "Contents")}"><ol>{links}<li><a href="#evidence">{say("근거", "Evidence")}</a></li></ol></nav>',
        *(_section(each, language) for each in sections),
        f'<h2 id="evidence">{say("근거", "Evidence")}</h2>',
        f"<p>{html.escape(LEADS.say(language))}</p>",
        *(_evidence(each, language) for each in evidence),
        _made(manifest, language), "</main></body></html>\n",
    ]  # fmt: skip
    return "\n".join(parts).encode()


def _section(section: Section, language: str) -> str:
    blocks = "\n".join(_block(block, language) for block in section.blocks)
    return f'<section id="{section.id}"><h2>{html.escape(section.title.say(language))}</h2>\n{blocks}</section>'


def _block(block: Block, language: str) -> str:
    if isinstance(block, Said):
        words = html.escape(block.text.say(language))
        css = ' class="warning" role="note"' if block.tone == "warning" else ""
        return f"<p{css}>{words}{_mark(block.evidence)}</p>"
    if isinstance(block, Picture):
        caption = html.escape(block.title.say(language))
        return f"<figure>{block.svg[language]}<figcaption>{caption}{_mark(block.evidence)}</figcaption></figure>"
    return _grid(block, language)


def _mark(evidence: str) -> str:
    return f' <a class="mark" href="#{evidence}">[{evidence}]</a>' if evidence else ""


def _grid(grid: Grid, language: str) -> str:
    head = "".join(
        f'<th scope="col"{" class=number" if c.number else ""}>{html.escape(c.title.say(language))}</th>' for c in grid.columns
    )
    rows = []
    for row in grid.rows:
        cells = []
        for column, cell in zip(grid.columns, row, strict=True):
            words = html.escape(said(cell, language))
            cells.append(f'<td class="number"><a href="#{grid.evidence}">{words}</a></td>' if column.number else f"<td>{words}</td>")
        rows.append(f"<tr>{''.join(cells)}</tr>")
    more = Text(ko=f"그 밖의 {grid.more:,}줄은 근거의 CSV 파일에 있습니다.", en=f"{grid.more:,} more rows are in the CSV file of the evidence.")
    after = f'<p class="soft">{html.escape(more.say(language))}{_mark(grid.evidence)}</p>' if grid.more else ""
    caption = html.escape(grid.title.say(language)) + _mark(grid.evidence)
    return f'<div class="wide"><table><caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{"".join(rows)}</tbody></table></div>{after}'


def _evidence(each: Evidence, language: str) -> str:
    pairs = [(name, value) for name, value in facts(each, language) if value]
    listed = "".join(f"<dt>{html.escape(name)}</dt><dd>{html.escape(value)}</dd>" for name, value in pairs)
    if each.rows:
        file = f"tables/{file_of(each)}"
        listed += f'<dt>CSV</dt><dd><a href="{file}" download>{file}</a></dd>'
    return f'<h3 id="{each.id}">{each.id}. {html.escape(each.title.say(language))}</h3><dl>{listed}</dl>'


def file_of(each: Evidence) -> str:
    """The name of its CSV file."""
    return f"{each.id}-{each.name}.csv"


def facts(each: Evidence, language: str) -> list[tuple[str, str]]:
    """What is told of evidence, as names and values; empty where there is nothing."""
    say = lambda ko, en: Text(ko=ko, en=en).say(language)
    return [
        (say("정의", "Definition"), each.definition.say(language)), (say("식", "Formula"), each.formula),
        (say("자료", "Data"), each.source), (say("자료 날짜", "Data of"), each.as_of), ("SHA-256", each.sha256),
        (say("설정", "Settings"), each.settings),
    ]  # fmt: skip


def versions(manifest: Manifest) -> str:
    """The code, in one line."""
    return ", ".join(f"{name} {value[:16]}" for name, value in sorted(manifest.code.items()))


def _made(manifest: Manifest, language: str) -> str:
    how = Text(
        ko=f"같은 목록(manifest.json)으로 언제나 같은 파일이 나옵니다. 시드 {manifest.seed}, 코드: {versions(manifest)}",
        en=f"The same manifest (manifest.json) always gives the same files. Seed {manifest.seed}, code: {versions(manifest)}",
    )
    return f'<p class="soft">{html.escape(how.say(language))}</p>'
