"""Search over every domain's cards. Row security decides what can be found: a rival's things are simply not there."""

import re
from dataclasses import dataclass
from typing import Any

from django.db import connection

from squaremile.core.policies.likeness import edits, forgiven, pieces
from squaremile.kernel.korean import search_key
from squaremile.kernel.words import Text

CANDIDATES = 300
"""Cards that share most letter triples with a misspelt question; the nearest of them are told by their letters."""
_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that was found, as a list shows it."""

    kind: str
    title: Text
    says: Text
    url: str


_SURE = """
SELECT kind, title_ko, title_en, says_ko, says_en, url, key FROM core_card
 WHERE (%(kind)s = '' OR kind = %(kind)s) AND (key LIKE %(holds)s OR (%(initials)s <> '' AND key ~ %(initials)s))
 ORDER BY key LIKE %(begins)s DESC, key LIKE %(holds)s DESC, length(key), title_ko, title_en, url LIMIT %(limit)s
"""
_ALIKE = """
SELECT kind, title_ko, title_en, says_ko, says_en, url, key FROM core_card
 WHERE (%(kind)s = '' OR kind = %(kind)s) AND key LIKE ANY (%(pieces)s::text[])
 ORDER BY (SELECT count(*) FROM unnest(%(pieces)s::text[]) piece WHERE key LIKE piece) DESC, length(key), url
 LIMIT %(limit)s
"""
Row = tuple[str, str, str, str, str, str, str]


def search(question: str, *, kind: str = "", limit: int = 20) -> list[Found]:
    """Cards that begin with the question, then those that hold it, then those nearly alike (misspelt).

    Initial consonants alone (ㅎㅁㄱ for 현미경) find too. Spaces and case do not matter.
    """
    key = search_key(question)[:60]
    if not key:
        return []
    holds = f"%{_escaped(key)}%"
    asked = {"holds": holds, "begins": holds[1:], "initials": initials(question)}
    rows = _rows(_SURE, {**asked, "kind": kind, "limit": limit})
    if len(rows) < limit:
        rows += [row for row in _alike(key, kind) if row not in rows][: limit - len(rows)]
    return [
        Found(kind, Text(ko=ko or en, en=en or ko), Text(ko=s_ko or s_en, en=s_en or s_ko), url)
        for kind, ko, en, s_ko, s_en, url, _ in rows
    ]


def _alike(key: str, kind: str) -> list[Row]:
    """Cards within the slips that are forgiven, the nearest first."""
    most = forgiven(key)
    if not most:
        return []
    held = [f"%{_escaped(piece)}%" for piece in pieces(key)]
    near = [(edits(key, row[6]), row) for row in _rows(_ALIKE, {"kind": kind, "pieces": held, "limit": CANDIDATES})]
    return [row for distance, row in sorted(near, key=lambda pair: (pair[0], len(pair[1][6]))) if distance <= most]


def _rows(sql: str, values: dict[str, Any]) -> list[Row]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return list(cursor.fetchall())


def _escaped(key: str) -> str:
    return re.sub(r"([\\%_])", r"\\\1", key)


def initials(question: str) -> str:
    """A pattern over decomposed Korean that the initial consonants match, or empty where the question is not of them.

    ㅎㅁㄱ becomes: ᄒ, its vowel, perhaps a final; ᄆ, …
    """
    asked = question.replace(" ", "")
    if len(asked) < 2 or any(letter not in _INITIALS for letter in asked):
        return ""
    # U+1100 is the first initial consonant, U+1161…1175 the vowels, U+11A8…11C2 the finals.
    return "".join(f"{chr(0x1100 + _INITIALS.index(each))}[\u1161-\u1175][\u11a8-\u11c2]?" for each in asked)
