"""What an import did, counted so that it can be checked: read = planned + kept + skipped, per kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from squaremile.kernel.words import Text


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a person should look at. ``subject`` and ``others`` are external ids."""

    code: str
    subject: str
    text: Text
    others: tuple[str, ...] = ()


@dataclass(slots=True)
class Tally:
    """One kind of thing. ``planned`` becomes ``created + unchanged + updated`` once the plan is applied."""

    kind: str
    read: int = 0
    planned: int = 0
    created: int = 0
    unchanged: int = 0
    updated: int = 0
    kept: int = 0
    skipped: Counter[str] = field(default_factory=Counter)

    @property
    def unaccounted(self) -> int:
        """Things read that are neither planned, kept nor skipped; zero unless we have a defect."""
        return self.read - self.planned - self.kept - self.skipped.total()

    @property
    def unfinished(self) -> int:
        """Things planned that applying neither made nor found; zero after a run, unless we have a defect."""
        return self.planned - self.created - self.unchanged - self.updated


@dataclass(slots=True)
class Report:
    """The account of one import, filled while reading and planning, finished while applying."""

    source: str
    tallies: dict[str, Tally] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    unknown_kinds: Counter[str] = field(default_factory=Counter)
    unknown_fields: dict[str, Counter[str]] = field(default_factory=dict)
    missing_fields: dict[str, tuple[str, ...]] = field(default_factory=dict)
    left_fields: dict[str, Counter[str]] = field(default_factory=dict)
    applied: bool = False
    dry_run: bool = False
    _said: set[Finding] = field(default_factory=set)

    def tally(self, kind: str) -> Tally:
        return self.tallies.setdefault(kind, Tally(kind))

    def saw(self, kind: str, count: int = 1) -> None:
        self.tally(kind).read += count

    def plan(self, kind: str, count: int = 1) -> None:
        if count:
            self.tally(kind).planned += count

    def keep(self, kind: str, count: int = 1) -> None:
        if count:
            self.tally(kind).kept += count

    def skip(self, kind: str, reason: str, count: int = 1) -> None:
        if count:
            self.tally(kind).skipped[reason] += count

    def made(self, kind: str) -> None:
        """One that was planned exists now."""
        self.tally(kind).created += 1

    def same(self, kind: str) -> None:
        """One that was planned was here already."""
        self.tally(kind).unchanged += 1

    def filled(self, kind: str) -> None:
        """One that was planned was here, and was told more."""
        self.tally(kind).updated += 1

    def unplan(self, kind: str, reason: str) -> None:
        """One that was planned cannot be made after all."""
        self.tally(kind).planned -= 1
        self.skip(kind, reason)

    def hold_back(self, kind: str) -> None:
        """One that was planned goes to the kept section instead."""
        self.tally(kind).planned -= 1
        self.keep(kind)

    def find(self, code: str, subject: str, text: Text, others: Iterable[str] = ()) -> None:
        """Say it once, however many planners come across it."""
        finding = Finding(code, subject, text, tuple(others))
        if finding not in self._said:
            self._said.add(finding)
            self.findings.append(finding)

    def unaccounted(self) -> dict[str, int]:
        """Kinds whose numbers do not add up; an empty mapping is the promise that nothing was lost."""
        lost = {kind: tally.unaccounted for kind, tally in self.tallies.items() if tally.unaccounted}
        if self.applied:
            lost |= {kind: t.unfinished for kind, t in self.tallies.items() if kind not in lost and t.unfinished}
        return lost
