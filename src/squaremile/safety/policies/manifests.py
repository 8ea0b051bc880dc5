"""The clock of a manifest: the facility's signed copy comes back, or somebody asks for it, and in the end reports it."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

from squaremile.kernel.words import Text


@dataclass(frozen=True, slots=True)
class ManifestStep:
    """So many days after the collection without a signed copy, something has to be done."""

    code: str
    days: int
    says: Text
    source: str
    certainty: str


@dataclass(frozen=True, slots=True)
class Standing:
    """How a manifest stands: what has to be done by now (nothing yet where `reached` is empty), and what comes next and when."""

    reached: ManifestStep | None
    next: ManifestStep | None
    next_on: date | None


@cache
def steps() -> tuple[ManifestStep, ...]:
    """In the order of their days."""
    rows = tomllib.loads(files("squaremile.safety.packs").joinpath("clocks", "manifests.toml").read_text(encoding="utf-8"))["step"]
    found = (ManifestStep(r["code"], r["days"], Text(ko=r["ko"], en=r["en"]), r["source"], r["certainty"]) for r in rows)
    return tuple(sorted(found, key=lambda step: step.days))


def standing(picked_on: date, returned_on: date | None, today: date, known: Iterable[ManifestStep] | None = None) -> Standing:
    """On the day itself a step is reached; a copy that came back stops the clock."""
    every = tuple(known) if known is not None else steps()
    if returned_on is not None:
        return Standing(None, None, None)
    waited = (today - picked_on).days
    reached = [step for step in every if waited >= step.days]
    ahead = [step for step in every if waited < step.days]
    return Standing(reached[-1] if reached else None, ahead[0] if ahead else None, picked_on + timedelta(days=ahead[0].days) if ahead else None)
