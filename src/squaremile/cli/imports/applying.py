"""Applying an import: one transaction, one scope, and a memory of what was imported before."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, Protocol
from uuid import UUID

from django.db import DatabaseError, connection

from squaremile.cli.terminal import Trouble
from squaremile.core import operations as core
from squaremile.core.problems import heard
from squaremile.core.reads import external
from squaremile.core.sheets.identity import bounded
from squaremile.core.sheets.report import Report
from squaremile.core.words import CONFLICT
from squaremile.kernel.errors import Refused, SquaremileError
from squaremile.kernel.scope import Grant, Scope, scope
from squaremile.kernel.words import Text

IMPORT = Scope(system="import", grants=(Grant("site_director"), Grant("lab_operations")))
"""Whoever has the server's terminal brings data in; the audit names the import, with no person."""

_HANGUL = re.compile(r"[ㄱ-ㆎ가-힣]")
_SHORTENED = Text(ko="{limit}자로 줄였습니다: {text}", en="Shortened to {limit} characters: {text}")
_GIVEN_UP = Text(
    ko="가져오기를 그만두었고 아무것도 저장하지 않았습니다. [{what}] {said} {todo}",
    en="The import was given up and nothing was saved. [{what}] {said} {todo}",
)


class Made(Protocol):
    """Whatever an operation gives back."""

    @property
    def id(self) -> UUID: ...


class Stopped(Trouble):
    """An import that was given up as a whole: at which record, and why."""

    def __init__(self, what: str, error: SquaremileError) -> None:
        todo = error.remedy.label if error.remedy else Text(ko="", en="")
        said = _GIVEN_UP.fill({"what": what, "said": error.text, "todo": todo})
        super().__init__(said.ko.strip(), said.en.strip())
        self.what, self.code = what, error.code


class _Undone(Exception):
    """Ends a dry run, so that the transaction takes everything back."""


def whole(report: Report, body: Callable[[], None], *, dry_run: bool, last: Callable[[], None] | None = None) -> None:
    """Run `body` as the import, in one transaction: all of it or nothing. A dry run is the same run, taken back.

    `last` is what cannot be taken back (a file): it comes when all else is known to hold, and never in a dry run.
    """
    try:
        with scope(IMPORT):
            body()
            connection.check_constraints()  # deferred ones too: a dry run would never reach them otherwise
            if dry_run:
                raise _Undone
            if last is not None:
                last()
    except _Undone:
        pass
    report.applied, report.dry_run = True, dry_run


@contextmanager
def about(what: str) -> Iterator[None]:
    """Whatever is refused inside ends the import, and says at which record."""
    try:
        yield
    except SquaremileError as error:
        raise Stopped(what, error) from error
    except DatabaseError as error:
        if (refusal := heard(error)) is None:
            raise
        raise Stopped(what, refusal) from error


class Ledger:
    """External ids and what they are here: found in one statement, remembered through the operation."""

    def __init__(self, report: Report, external_ids: Iterable[str]) -> None:
        self.report = report
        self._known = {known.external_id: (known.kind, known.subject) for known in _looked_up(external_ids)}

    def subject(self, external_id: str, *kinds: str) -> UUID | None:
        """What the id stands for; refused where it stands for a thing of another kind."""
        found = self._known.get(external_id)
        if found is None:
            return None
        if found[0] not in kinds:
            raise Stopped(external_id, Refused(CONFLICT))
        return found[1]

    def knows(self, external_id: str) -> bool:
        return external_id in self._known

    def remember(self, external_id: str, kind: str, subject: UUID) -> None:
        core.remember_external(external_id=external_id, kind=kind, subject=subject)
        self.told(external_id, kind, subject)

    def told(self, external_id: str, kind: str, subject: UUID) -> None:
        """An operation has remembered it already."""
        self._known[external_id] = (kind, subject)

    def once(self, tally: str, external_id: str, kind: str, make: Callable[[], Made]) -> UUID:
        """The thing of this id; made and counted where it is not here yet. An empty `tally` is not counted."""
        if (known := self.subject(external_id, kind)) is not None:
            if tally:
                self.report.same(tally)
            return known
        with about(external_id):
            made = make().id
            self.remember(external_id, kind, made)
        if tally:
            self.report.made(tally)
        return made

    def fit(self, text: str, limit: int, subject: str) -> str:
        """The text, cut to what its column holds; a cut is reported."""
        flat = text.strip()
        if len(flat) <= limit:
            return flat
        self.report.find("shortened", subject, _SHORTENED.fill({"limit": limit, "text": flat[:40] + "…"}))
        return flat[: limit - 1] + "…"

    def names(self, name: str, limit: int, subject: str) -> dict[str, Any]:
        """The one name that the source has, in the column of its language; the other stays empty."""
        fitted = self.fit(name, limit, subject)
        korean = bool(_HANGUL.search(name))
        return {"name_ko": fitted if korean else "", "name_en": "" if korean else fitted}


def is_korean(text: str) -> bool:
    return bool(_HANGUL.search(text))


def joined(*parts: str) -> str:
    """An external id of a thing that several others make together."""
    return bounded("|".join(parts))


def _looked_up(external_ids: Iterable[str]) -> Iterator[external.Known]:
    wanted = list(dict.fromkeys(external_ids))
    for start in range(0, len(wanted), 5000):
        yield from external.find_many(wanted[start : start + 5000]).values()
