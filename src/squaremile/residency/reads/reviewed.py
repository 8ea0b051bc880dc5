"""What a reviewer has before her: her list, and one application with its rubric. Nothing here says whose it is."""

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from django.db.models import Q, QuerySet

from squaremile.core.reads import files
from squaremile.kernel.errors import Missing
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text
from squaremile.residency.models import AnswerFile, Review, ReviewPaper
from squaremile.residency.policies.rubric import Criterion, read
from squaremile.residency.words import review as words


@dataclass(frozen=True, slots=True)
class Line:
    """One review of her list."""

    code: str
    state: str
    state_said: Text
    given_at: datetime
    done: int
    needed: int


@dataclass(frozen=True, slots=True)
class Said:
    """An answer as she reads it."""

    label: Text
    says: Text


@dataclass(frozen=True, slots=True)
class Asked:
    """A criterion and what she gave."""

    criterion: Criterion
    given: int | None

    @property
    def choices(self) -> tuple[tuple[int, Text | None], ...]:
        return tuple((n, self.criterion.anchors.get(n)) for n in self.criterion.points)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One application to be judged: its answers by section, and the rubric."""

    line: Line
    sections: tuple[tuple[Text, tuple[Said, ...]], ...]
    asked: tuple[Asked, ...]
    comment: str
    version: int
    blind: bool
    files: tuple[tuple[str, str], ...]
    """Code and name of each file that was handed in; none where the round is blind."""
    following: str
    """Code of the next one that is not handed in; empty after the last."""


def mine() -> list[Line]:
    """What was given to her and not taken off, the open ones first."""
    return [_line(each) for each in sorted(_mine(), key=lambda r: (r.state != "given", r.given_at, r.code))]


def sheet(code: str) -> Sheet:
    """One of hers. Raises Missing."""
    found = _mine().filter(code=code).first()
    if found is None:
        raise Missing(words.REVIEW_UNKNOWN)
    rows = ReviewPaper.objects.filter(round_id=found.round_id, application_id=found.application_id).order_by("number")
    sections = tuple(
        (Text(ko=ko, en=en), tuple(Said(Text(ko=p.label_ko, en=p.label_en), Text(ko=p.says_ko, en=p.says_en)) for p in papers))
        for (ko, en), papers in groupby(rows, key=lambda p: (p.section_ko, p.section_en))
    )
    asked = tuple(Asked(c, found.points.get(c.key)) for c in read(found.rubric))
    others = [each.code for each in mine() if each.state == "given" and each.code != code]
    return Sheet(_line(found), sections, asked, found.comment, found.version, found.blind, _files(found), others[0] if others else "")


def attached(review: str, code: str) -> files.File:
    """A file of an application that she judges, in a round that is not blind. Raises Missing."""
    found = _mine().filter(code=review, blind=False).first()
    kept = AnswerFile.objects.filter(code=code, application_id=found.application_id, removed_at=None).first() if found else None
    if kept is None:
        raise Missing(words.REVIEW_UNKNOWN)
    return files.file(kept.file_id)


def _files(found: Review) -> tuple[tuple[str, str], ...]:
    if found.blind:
        return ()
    kept = AnswerFile.objects.filter(application_id=found.application_id, removed_at=None).order_by("saved_at", "id")
    return tuple(kept.values_list("code", "name"))


def _mine() -> QuerySet[Review]:
    asking = require()
    hers: Any = Q(reviewer_id__in=asking.organisations)
    if asking.actor:
        hers |= Q(reviewer__person_id=asking.actor)
    return Review.objects.filter(hers).exclude(state="barred")


def _line(found: Review) -> Line:
    return Line(
        found.code, found.state, words.REVIEW_STATES[found.state], found.given_at, len(found.points), len(found.rubric),
    )
