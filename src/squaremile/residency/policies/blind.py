"""A text without what says whose it is: names of the company and its people, addresses, sites, telephone numbers."""

import re
from collections.abc import Iterable

from squaremile.residency.policies.competition import LEGAL

SHORTEST = 2
"""Letters of a name that is looked for: a name of one letter would take out half the text."""
ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
SITE = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
TELEPHONE = re.compile(r"(?<!\d)(?:\+?\d{1,3}[ -]?)?\(?0?\d{1,3}\)?[ -]\d{3,4}[ -]\d{4}(?!\d)")


def hidden(text: str, names: Iterable[str], instead: str) -> str:
    """`text` with each of `names`, in whatever case and spacing, and every address taken out."""
    for pattern in (ADDRESS, SITE, TELEPHONE, *_names(names)):
        text = pattern.sub(lambda _: instead, text)
    return text


def _names(names: Iterable[str]) -> list[re.Pattern[str]]:
    found = {form for name in names for form in (_letters(name), _letters(LEGAL.sub(" ", name)))}
    longest_first = sorted((form for form in found if len(form) >= SHORTEST), key=lambda form: (-len(form), form))
    return [re.compile(_edge(form) + r"[\s·.&-]*".join(map(re.escape, form)) + _edge(form, end=True), re.IGNORECASE) for form in longest_first]


def _letters(name: str) -> str:
    return "".join(c for c in name if c.isalnum())


def _edge(form: str, *, end: bool = False) -> str:
    """Latin names end where a word ends; Korean ones are followed by particles."""
    if not form.isascii():
        return ""
    return r"(?![a-z0-9])" if end else r"(?<![a-z0-9])"
