"""What Safety home shows: a list of sections, each contributed by the part of safety that it is about.

To add one, for a part whose pages are in `web/pages/safety/<part>/`:
1. `web/pages/safety/<part>/home.py` with `HOME: tuple[HomeSection, ...]`. A section's `read` calls one read of the domain and
   returns its lines, the most pressing first; it says only what the reader may see (row security decides which rows).
2. The part's name at the end of `PARTS` below.
3. Nothing else: the page finds it, shows it to whoever holds one of `roles`, and puts what is most pressing first.

A line is a sentence with its place (address), and how pressing it is: `stop` (over its limit or its day), `warn` (soon, or it
waits for somebody), `ok` or `neutral`. A section without lines shows what `none` says. `figure` gives a template and what
fills it, drawn above the lines: a heat map, a chart. `count` is shown beside the title where the lines are cut short.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext

from squaremile.kernel.scope import require
from squaremile.kernel.words import Text
from squaremile.safety.reads.home_inspections import HomeRow

PARTS: tuple[str, ...] = (
    "bringing", "stock", "training", "sureness", "inspections", "incidents", "waste", "emergency", "sterilising",
)
"""Packages beside this file that have a `home.py`, in the order in which equally pressing sections stand."""
SHOWN = 6
"""Lines of a section that the page shows; the rest is behind its link."""
PRESSING = ("stop", "warn", "ok", "neutral")


@dataclass(frozen=True, slots=True)
class HomeLine:
    """One thing, in a sentence, with its place. `look`: stop, warn, ok or neutral."""

    says: str | Text | Promise
    detail: str | Text | Promise = ""
    url: str = ""
    look: str = "neutral"


@dataclass(frozen=True, slots=True)
class HomeSection:
    """One section, and how to read it. `url_name`: the page where all of it is."""

    key: str
    title: str | Promise
    icon: str
    roles: tuple[str, ...]
    read: Callable[[], Iterable[HomeLine]]
    none: str | Promise
    url_name: str = ""
    figure: Callable[[], tuple[str, Mapping[str, Any]]] | None = None


@dataclass(frozen=True, slots=True)
class ShownSection:
    """A section as the page shows it."""

    section: HomeSection
    lines: Sequence[HomeLine]
    count: int
    look: str
    url: str
    template: str
    values: Mapping[str, Any]


def counted(rows: Callable[[], Iterable[HomeRow]]) -> Callable[[], Iterator[HomeLine]]:
    """Lines for a read that counts what waits: how many, how long the worst is over or the oldest has waited, and where."""

    def lines() -> Iterator[HomeLine]:
        for row in rows():
            if row.count:
                yield HomeLine(f"{row.title}: {row.count}", _waited(row), reverse(row.url_name), "stop" if row.worst_days or row.late else "warn")

    return lines


def _waited(row: HomeRow) -> str:
    if row.worst_days:
        return ngettext("%(n)s day over", "%(n)s days over", row.worst_days) % {"n": row.worst_days}
    if row.late:
        return gettext("past its time")
    return ngettext("the oldest: %(n)s day", "the oldest: %(n)s days", row.oldest_days) % {"n": row.oldest_days} if row.oldest_days else ""


def sections() -> tuple[HomeSection, ...]:
    """Every section there is, in the order of the parts."""
    return tuple(each for part in PARTS for each in import_module(f"squaremile.web.pages.safety.{part}.home").HOME)


def shown() -> list[ShownSection]:
    """Those that are for whoever asks, the most pressing first."""
    asking = require()
    found = [_read(each) for each in sections() if asking.has_role(*each.roles)]
    return sorted(found, key=lambda each: PRESSING.index(each.look))


def _read(section: HomeSection) -> ShownSection:
    lines = sorted(section.read(), key=lambda line: PRESSING.index(line.look))
    template, values = section.figure() if section.figure else ("", {})
    look = lines[0].look if lines else "neutral"
    return ShownSection(section, lines[:SHOWN], len(lines), look, _address(section.url_name), template, values)


def _address(url_name: str) -> str:
    try:
        return reverse(url_name) if url_name else ""
    except NoReverseMatch:
        return ""
