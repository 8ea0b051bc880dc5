"""Blind judging: candidates by their evidence alone, in an order that says nothing, and what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.crypto import salted_hmac

from squaremile.kernel.words import Text
from squaremile.network.policies.precision import DEPTHS, Precision, precision
from squaremile.network.reads.candidates import Candidate, matches
from squaremile.network.reads.finding import Hit
from squaremile.network.reads.needs import NeedRow, verdicts

POOL = 10


@dataclass(frozen=True, slots=True)
class Nameless:
    """A candidate without a name: what she wrote, and a token that stands for her on this page."""

    token: str
    evidence: tuple[Hit, ...]
    concepts: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class JudgeRow:
    """One judge's blind verdicts."""

    judge: Text
    depths: tuple[Precision, ...]


def pool(need: NeedRow) -> list[Candidate]:
    """The first of the list as it stands."""
    text = "\n".join(part for part in (need.title.ko, need.title.en, need.says.ko, need.says.en) if part)
    return list(matches(text, need=need.id, most=POOL).people)


def token(need: NeedRow, candidate: Candidate) -> str:
    """Stands for a candidate; nobody can tell from it who that is."""
    return salted_hmac(f"squaremile.blind.{need.id}", candidate.found.who.code, algorithm="sha256").hexdigest()[:20]


def nameless(need: NeedRow) -> list[Nameless]:
    """The pool in the order of its tokens, names and homes taken out."""
    found = [Nameless(token(need, each), each.found.evidence, each.found.concepts) for each in pool(need)]
    return sorted(found, key=lambda each: each.token)


def results(code: str) -> list[JudgeRow]:
    """Precision at several depths, judge by judge."""
    by_judge: dict[object, list[tuple[Text, int, bool]]] = {}
    for each in verdicts(code):
        if each.blind:
            by_judge.setdefault(each.judged_by, []).append((each.judge, each.position, each.verdict == "fits"))
    return [JudgeRow(rows[0][0], _depths([(at, fits) for _, at, fits in rows])) for rows in by_judge.values()]


def _depths(judged: Sequence[tuple[int, bool]]) -> tuple[Precision, ...]:
    return tuple(precision(judged, k) for k in DEPTHS)
