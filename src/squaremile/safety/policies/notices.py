"""Clocks of outside notice: which authority has to hear of an event, by when. Data with source and certainty."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from importlib.resources import files

from squaremile.kernel.words import Text


@dataclass(frozen=True, slots=True)
class NoticeClock:
    """One duty to tell an authority: `hours` from when the operator heard of it; 0 is at once."""

    code: str
    jurisdiction: str
    hours: int
    label: Text
    authority: Text
    source: Text
    certainty: str

    def due(self, heard_at: datetime) -> datetime:
        return heard_at + timedelta(hours=self.hours)


@cache
def clocks() -> Mapping[str, NoticeClock]:
    """All that come with squaremile, by code."""
    text = files("squaremile.safety.packs").joinpath("clocks", "notices.toml").read_text(encoding="utf-8")
    return {
        row["code"]: NoticeClock(
            row["code"], row["jurisdiction"], row["hours"], Text(ko=row["ko"], en=row["en"]),
            Text(ko=row["authority_ko"], en=row["authority_en"]), Text(ko=row["source_ko"], en=row["source_en"]), row["certainty"],
        )
        for row in tomllib.loads(text)["clock"]
    }


def unknown(codes: Iterable[str]) -> list[str]:
    """Those that no clock is called."""
    return [code for code in codes if code not in clocks()]


def standing(due: datetime, told: datetime | None, now: datetime) -> str:
    """`told` in time, `told_late`, `overdue`, or `running`."""
    if told is not None:
        return "told" if told <= due else "told_late"
    return "overdue" if now > due else "running"
