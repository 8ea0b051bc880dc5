"""BibTeX as reference managers write it: entries, @string, joined values, and LaTeX's letters.

Our own small reader: the kept library reads more of LaTeX through a part that has had no release since 2021.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from squaremile.cli.imports.network import words
from squaremile.cli.imports.network.letters import decoded
from squaremile.cli.imports.network.records import Reading, Someone, Work, korean
from squaremile.kernel.errors import Invalid

KINDS = {
    "article": "article", "inproceedings": "proceedings", "conference": "proceedings", "proceedings": "proceedings",
    "book": "book", "inbook": "book", "incollection": "book", "phdthesis": "thesis", "mastersthesis": "thesis",
    "thesis": "thesis", "unpublished": "preprint", "online": "other", "misc": "other", "techreport": "other",
    "patent": "patent",
}  # fmt: skip
ACCENTS = {"`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", '"': "\u0308", "=": "\u0304", ".": "\u0307",
           "u": "\u0306", "v": "\u030c", "H": "\u030b", "c": "\u0327", "k": "\u0328", "r": "\u030a"}  # fmt: skip
LETTERS = {"ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "o": "ø", "O": "Ø", "l": "ł",
           "L": "Ł", "i": "i", "j": "j", "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "kappa": "κ", "mu": "µ",
           "times": "×", "pm": "±"}  # fmt: skip
MONTHS = {m: m for m in ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]}


def read(data: bytes, reading: Reading) -> None:
    """Every entry that is a work; @comment and @preamble are passed over."""
    text, encoding = decoded(data)
    _read_as(reading, encoding)
    for row, (kind, _, fields) in enumerate(entries(text), 1):
        title = plain(fields.get("title", ""))
        if not title:
            reading.say(row, "title", fields.get("", ""), words.NO_TITLE, words.NO_TITLE_DO)
            continue
        work = Work(
            row, kind=KINDS.get(kind, "other"), doi=reading.doi(row, plain(fields.get("doi", ""))),
            year=reading.year(row, plain(fields.get("year", "") or fields.get("date", ""))),
            venue=plain(fields.get("journal", "") or fields.get("journaltitle", "") or fields.get("booktitle", ""))[:300],
            keywords="; ".join(re.split(r"\s*[,;]\s*", plain(fields.get("keywords", "")))).strip("; ")[:500],
            pmid=plain(fields.get("pmid", ""))[:12], language=_language(fields.get("language", "") or fields.get("langid", "")),
        )  # fmt: skip
        work.titled(title).abstracted(plain(fields.get("abstract", "")))
        work.authors = [Someone(row).named(name) for name in names(fields.get("author", ""))]
        reading.works.append(work)


def _read_as(reading: Reading, encoding: str) -> None:
    if encoding != "UTF-8":
        reading.report.find("read_as", "", words.READ_AS.fill({"encoding": encoding}))


def _language(said: str) -> str:
    return {"korean": "ko", "english": "en"}.get(said.strip().lower(), said.strip().lower()[:2])


def entries(text: str) -> Iterator[tuple[str, str, dict[str, str]]]:
    """(kind, key, fields) of every entry; values still hold their LaTeX. Field names are in lower case.

    Raises:
        Invalid: `imports.broken_bibtex` with the line of an entry that is never closed.
    """
    strings, at = dict(MONTHS), 0
    while found := re.compile(r"@\s*(\w+)\s*([{(])").search(text, at):
        kind, start = found[1].lower(), found.end()
        end = _closing(text, start, "}" if found[2] == "{" else ")")
        if end is None:
            raise Invalid(words.BROKEN_BIBTEX, {"line": text.count("\n", 0, found.start()) + 1})
        body, at = text[start:end], end + 1
        if kind in ("comment", "preamble"):
            continue
        if kind == "string":
            strings |= _fields(body, strings)
            continue
        key, _, rest = body.partition(",")
        yield kind, key.strip(), _fields(rest, strings) | {"": key.strip()}


def _closing(text: str, start: int, close: str) -> int | None:
    """Where the bracket is closed that was opened before `start`; braces and quotations inside are passed over."""
    depth, quoted, at = 0, False, start
    while at < len(text):
        letter = text[at]
        if letter == "\\":
            at += 1
        elif letter == '"' and depth == 0:
            quoted = not quoted
        elif letter == close and depth == 0 and not quoted:
            return at
        elif letter == "{":
            depth += 1
        elif letter == "}":
            depth -= 1
        at += 1
    return None


_VALUE = re.compile(r'\s*(?:"|\{|([^\s,#"{}]+))')


def _fields(body: str, strings: dict[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    at = 0
    while name := re.compile(r"\s*,?\s*([^\s=,{}\"]+)\s*=").match(body, at):
        value, at = "", name.end()
        while one := _VALUE.match(body, at):
            if one[1]:
                value, at = value + strings.get(one[1].lower(), one[1]), one.end()
            else:
                close = "}" if body[one.end() - 1] == "{" else '"'
                end = _closing(body, one.end(), close) if close == "}" else _quote(body, one.end())
                end = len(body) if end is None else end
                value, at = value + body[one.end() : end], end + 1
            joined = re.compile(r"\s*#").match(body, at)
            if joined is None:
                break
            at = joined.end()
        found.setdefault(name[1].lower(), value)
    return found


def _quote(body: str, start: int) -> int | None:
    depth = 0
    for at in range(start, len(body)):
        depth += {"{": 1, "}": -1}.get(body[at], 0) if body[at - 1] != "\\" else 0
        if body[at] == '"' and depth <= 0 and body[at - 1] != "\\":
            return at
    return None


def plain(latex: str) -> str:
    """Without LaTeX: accents become letters, commands go, braces go."""
    def accented(found: re.Match[str]) -> str:
        return unicodedata.normalize("NFC", found[2] + ACCENTS[found[1]])

    said = re.sub(r"\\([a-zA-Z]+)\b(?=[^a-zA-Z]|$)\s*(?:\{\})?", lambda m: LETTERS.get(m[1], m[0]), latex)
    said = re.sub(r"\\([`'^~\"=.])\s*\{?\\?([a-zA-Z])\}?", accented, said)
    said = re.sub(r"\\([uvHckr])(?:\s+|\{)([a-zA-Z])\}?", accented, said)
    said = re.sub(r"\\(?:[a-zA-Z]+)\s*(?=\{|\b|$)", "", said)
    said = said.replace(r"\&", "&").replace(r"\%", "%").replace(r"\_", "_").replace(r"\$", "$").replace(r"\#", "#")
    return " ".join(re.sub(r"[{}$]", "", said).replace("~", " ").replace("---", "—").replace("--", "–").split())


def names(authors: str) -> list[str]:
    """Each name given name first; Korean ones as written. `and others` is nobody."""
    found = []
    for one in re.split(r"\s+and\s+", " ".join(authors.split())):
        name = plain(one)
        last, comma, first = name.partition(",")
        if comma:
            name = f"{last}{first}".replace(" ", "").replace(",", "") if korean(name) else f"{first.rpartition(',')[2].strip()} {last}".strip()
        if name and name.lower() != "others":
            found.append(name)
    return found
