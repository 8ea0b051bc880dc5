"""Search over every domain's cards. Row security decides what can be found: a rival's things are simply not there."""

import re
from dataclasses import dataclass

from django.db import connection

from squaremile.kernel.korean import search_key
from squaremile.kernel.words import Text

LEAST_ALIKE = 0.45
"""Share of the question's letter triples that a card must hold to be found in spite of a slip (pg_trgm)."""
_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that was found, as a list shows it."""

    kind: str
    title: Text
    says: Text
    url: str


_SEARCH = """
SELECT kind, title_ko, title_en, says_ko, says_en, url FROM (
  SELECT kind, title_ko, title_en, says_ko, says_en, url, key,
         CASE WHEN key LIKE %(begins)s THEN 3 WHEN key LIKE %(holds)s THEN 2
              WHEN %(initials)s <> '' AND key ~ %(initials)s THEN 1 ELSE 0 END AS rank,
         word_similarity(%(key)s, key) AS alike
    FROM core_card
   WHERE key LIKE %(holds)s OR (%(initials)s <> '' AND key ~ %(initials)s)
      OR (%(slips)s AND %(key)s <%% key)
) card
WHERE (%(kind)s = '' OR kind = %(kind)s) AND (rank > 0 OR alike >= %(least)s)
ORDER BY rank DESC, alike DESC, length(key), title_ko, title_en, url
LIMIT %(limit)s
"""


def search(question: str, *, kind: str = "", limit: int = 20) -> list[Found]:
    """Cards that begin with the question, then those that hold it, then those nearly alike (misspelt, partial).

    Initial consonants alone (ㅎㅁㄱ for 현미경) find too. Spaces and case do not matter.
    """
    key = search_key(question)[:100]
    if not key:
        return []
    escaped = re.sub(r"([\\%_])", r"\\\1", key)
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('pg_trgm.word_similarity_threshold', %s, true)", [str(LEAST_ALIKE)])
        cursor.execute(_SEARCH, {
            "key": key, "begins": f"{escaped}%", "holds": f"%{escaped}%", "initials": initials(question),
            # Two letters are alike to nearly everything.
            "slips": len(key) >= 3, "least": LEAST_ALIKE, "kind": kind, "limit": limit,
        })
        rows = cursor.fetchall()
    return [
        Found(kind, Text(ko=ko or en, en=en or ko), Text(ko=s_ko or s_en, en=s_en or s_ko), url)
        for kind, ko, en, s_ko, s_en, url in rows
    ]


def initials(question: str) -> str:
    """A pattern over decomposed Korean that the initial consonants match, or empty where the question is not of them.

    ㅎㅁㄱ becomes: ᄒ, its vowel, perhaps a final; ᄆ, …
    """
    asked = question.replace(" ", "")
    if len(asked) < 2 or any(letter not in _INITIALS for letter in asked):
        return ""
    # U+1100 is the first initial consonant, U+1161…1175 the vowels, U+11A8…11C2 the finals.
    return "".join(f"{chr(0x1100 + _INITIALS.index(each))}[\u1161-\u1175][\u11a8-\u11c2]?" for each in asked)
