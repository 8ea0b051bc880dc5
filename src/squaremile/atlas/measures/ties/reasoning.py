"""Why a partner is suggested, in figures and in words. A suggestion without a reason is not made."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from squaremile.atlas.measures.ties.graph import Floats
from squaremile.kernel.words import Text

if TYPE_CHECKING:
    from squaremile.atlas.measures.ties.partners import Ranked
    from squaremile.atlas.measures.ties.profiles import Profiles


@dataclass(frozen=True, slots=True)
class Weighed:
    """A topic and what it adds to the part of the score it stands under."""

    topic: str
    weight: float


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One partner. The parts (each in [0, 1]) times their weights add up to `score`."""

    partner: str
    score: float
    similarity: float
    complement: float
    triads: float
    under_use: float
    shared_topics: tuple[Weighed, ...]
    complementary_topics: tuple[Weighed, ...]
    """Near to what the organisation does, lacking there, strong at the partner."""
    common_partners: tuple[str, ...]
    common_partner_count: int
    existing_ties: float
    expected_ties: float | None
    residual: float | None
    """existing - expected: negative where the tie is under-used."""
    reasons: tuple[Text, ...]


def suggestion(held: "Profiles", found: "Ranked", at: int, k: int, expected: Floats | None) -> Suggestion:
    """The k-th suggestion of the at-th organisation asked about."""
    i, j = int(found.who[at]), int(found.found[at, k])
    score, similarity, complement, triads, under, tie = (float(v) for v in found.told[at, k])
    shared, share, missing, miss, common, number = (each[at, k] for each in found.reasons)
    both = tuple(Weighed(held.topics[c], float(w)) for c, w in zip(shared, share, strict=True) if c >= 0)
    whole = float(found.needs[at]) or 1.0
    lacks = tuple(Weighed(held.topics[c], float(w) / whole) for c, w in zip(missing, miss, strict=True) if c >= 0)
    between = tuple(held.organisations[c] for c in common if c >= 0)
    hoped = None if expected is None else float(expected[i, j])
    parts = found.weights
    words = _words(
        both if parts.similarity else (), lacks if parts.complement else (), between if parts.triads else (), int(number),
        under, tie, hoped if parts.gravity else None,
    )  # fmt: skip
    return Suggestion(
        held.organisations[j], score, similarity, complement, triads, under, both, lacks, between, int(number), tie, hoped,
        None if hoped is None else tie - hoped, words,
    )  # fmt: skip


def _words(
    shared: tuple[Weighed, ...], lacks: tuple[Weighed, ...], between: tuple[str, ...], number: int, under: float,
    tie: float, hoped: float | None,
) -> tuple[Text, ...]:  # fmt: skip
    found = []
    if shared:
        topics = ", ".join(t.topic for t in shared)
        found.append(Text(ko=f"같은 주제를 다룹니다: {topics}.", en=f"Both work on {topics}."))
    if lacks:
        topics = ", ".join(t.topic for t in lacks)
        found.append(
            Text(
                ko=f"귀 기관의 분야와 가깝지만 없는 주제에 강합니다: {topics}.",
                en=f"Strong in what is near your own topics and lacking: {topics}.",
            )
        )
    if between:
        names = ", ".join(between)
        more = number - len(between)
        found.append(
            Text(
                ko=f"함께 아는 협력기관이 {number}곳 있습니다: {names}" + (f" 외 {more}곳." if more else "."),
                en=f"{number} partners in common: {names}" + (f" and {more} more." if more else "."),
            )
        )
    if under > 0 and hoped is not None:
        found.append(
            Text(
                ko=f"규모와 거리, 주제로 보면 협력이 {hoped:.1f}건일 만한데 {tie:g}건입니다.",
                en=f"By size, distance and topics {hoped:.1f} ties would be expected; there are {tie:g}.",
            )
        )
    return tuple(found)
