"""RIS as libraries and reference managers write it: two letters, two spaces, a dash, a value; ER ends a record."""

from __future__ import annotations

import re
from collections.abc import Iterator

from squaremile.cli.imports.network import words
from squaremile.cli.imports.network.letters import decoded
from squaremile.cli.imports.network.records import Reading, Someone, Work, korean
from squaremile.core.sheets.words import NOT_TEXT
from squaremile.kernel.errors import Invalid

KINDS = {
    "JOUR": "article", "EJOUR": "article", "MGZN": "article", "CONF": "proceedings", "CPAPER": "proceedings",
    "BOOK": "book", "CHAP": "book", "EDBOOK": "book", "THES": "thesis", "PAT": "patent", "UNPB": "preprint",
}  # fmt: skip
_TAG = re.compile(r"^([A-Z][A-Z0-9])  ?-(?: (.*))?$")
Tags = dict[str, list[str]]


def read(data: bytes, reading: Reading) -> None:
    """Every record; what is not among our tags is passed over."""
    text, encoding = decoded(data)
    if "\ufffd" in text:
        raise Invalid(NOT_TEXT, {"place": text.index("\ufffd"), "encodings": "UTF-8, UTF-16, CP949, Latin-1"})
    if encoding != "UTF-8":
        reading.report.find("read_as", "", words.READ_AS.fill({"encoding": encoding}))
    for row, tags in enumerate(records(text), 1):
        titles = [t for name in ("TI", "T1", "TT", "CT") for t in tags.get(name, [])]
        if not titles:
            reading.say(row, "TI", _one(tags, "ID", "UR"), words.NO_TITLE, words.NO_TITLE_DO)
            continue
        number = _one(tags, "DO") or _one(tags, "M3") if re.match(r"10\.|https?://(dx\.)?doi", _one(tags, "DO", "M3")) else _one(tags, "DO")
        work = Work(
            row, kind=KINDS.get(_one(tags, "TY"), "other"), doi=reading.doi(row, number),
            year=reading.year(row, _one(tags, "PY", "Y1", "DA").split("/")[0]), pmid=_pmid(tags),
            venue=_one(tags, "JO", "JF", "T2", "JA", "BT")[:300], keywords="; ".join(tags.get("KW", []))[:500],
            language={"korean": "ko", "kor": "ko", "english": "en", "eng": "en"}.get(_one(tags, "LA").lower(), _one(tags, "LA").lower()[:2]),
        )  # fmt: skip
        for title in titles:
            work.titled(title)
        for abstract in (*tags.get("AB", []), *tags.get("N2", [])):
            work.abstracted(abstract)
        work.authors = [Someone(row).named(_turned(name)) for name in (*tags.get("AU", []), *tags.get("A1", [])) if name]
        reading.works.append(work)


def records(text: str) -> Iterator[Tags]:
    """The values of each record by tag; a line without a tag goes on with the value before it.

    Raises:
        Invalid: `imports.broken_ris` with the line of a record that is never ended.
    """
    tags: Tags = {}
    began, last = 0, ""
    for number, line in enumerate(text.splitlines(), 1):
        found = _TAG.match(line.rstrip())
        if found is None:
            if tags and last and line.strip():
                tags[last][-1] += f"\n{line.strip()}"
            continue
        tag, value = found[1], (found[2] or "").strip()
        if tag == "ER":
            if tags:
                yield tags
            tags, last = {}, ""
            continue
        if tag == "TY":
            if tags:
                raise Invalid(words.BROKEN_RIS, {"line": began})
            began = number
        if tags or tag == "TY":
            tags.setdefault(tag, []).append(value)
            last = tag
    if tags:
        raise Invalid(words.BROKEN_RIS, {"line": began})


def _one(tags: Tags, *names: str) -> str:
    return next((value for name in names for value in tags.get(name, []) if value), "")


def _pmid(tags: Tags) -> str:
    said = _one(tags, "AN")
    return said if said.isdigit() and len(said) <= 8 and "pubmed" in " ".join(tags.get("DB", [])).lower() else ""


def _turned(name: str) -> str:
    """Given name first; Korean family names stand first without a space."""
    last, comma, first = (part.strip() for part in name.partition(","))
    if not comma:
        return name.strip()
    return f"{last}{first}".replace(" ", "").replace(",", "") if korean(name) else f"{first.replace(',', ' ').strip()} {last}"
