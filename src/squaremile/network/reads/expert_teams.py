"""Few people who cover a need together: its aspects are its concepts, or its sentences where it names too few."""

from dataclasses import dataclass, replace

from squaremile.kernel.scope import require
from squaremile.kernel.words import Text
from squaremile.network.matching.glossary import Glossary
from squaremile.network.matching.index import FoundPerson
from squaremile.network.matching.question import ask
from squaremile.network.matching.teams import covers, team
from squaremile.network.matching.text import sentences
from squaremile.network.reads import finding, glossary, index_open, still_seen
from squaremile.network.reads.still_seen import Who

MOST_ASPECTS, MOST_PEOPLE, POOL = 8, 5, 15


@dataclass(frozen=True, slots=True)
class Member:
    """One of a team, and which aspects of the need she adds."""

    who: Who
    home: Text | None
    adds: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class TeamFound:
    """`uncovered` are aspects for which nobody was found; `fewest` people are needed at least."""

    members: tuple[Member, ...]
    uncovered: tuple[Text, ...]
    fewest: int


def teams(text: str, declined: frozenset[str] = frozenset()) -> TeamFound | None:
    """None where the need has one aspect only, or no index is there. People who declined are not in it."""
    held = index_open.held()
    if held is None or not text.strip():
        return None
    plain = replace(glossary.reading(), encoder=None)
    aspects = _aspects(text, plain.glossary)
    if len(aspects) < 2:
        return None
    allowed = held.allowed(require())
    rankings: list[list[FoundPerson]] = []
    for _, asked in aspects:
        try:
            scores = held.index.scores(ask(asked, plain), allowed)
        except ValueError:
            rankings.append([])
            continue
        found = finding.voted(held, scores, held.people, allowed, POOL) if scores.max(initial=0) > 0 else ()
        rankings.append([each for each in found if each.score > 0 and each.person not in declined])
    everybody = {str(each.person) for ranking in rankings for each in ranking}
    there = still_seen.seen((), everybody)
    rankings = [[each for each in ranking if str(each.person) in there.people] for ranking in rankings]
    chosen = team(covers(rankings), len(aspects), MOST_PEOPLE)
    members = []
    for person, adds in chosen.members:
        who = there.people[str(person)]
        members.append(Member(who, there.home(who), tuple(aspects[n][0] for n in sorted(adds))))
    return TeamFound(tuple(members), tuple(aspects[n][0] for n in sorted(chosen.uncovered)), chosen.fewest)


def _aspects(text: str, terms: Glossary) -> list[tuple[Text, str]]:
    """(how it is shown, what is asked for it)."""
    concepts = terms.concepts_in(text)[:MOST_ASPECTS]
    if len(concepts) >= 2:
        return [(Text(ko=c.ko[0], en=c.en[0]), f"{c.ko[0]} {c.en[0]}") for c in concepts]
    said = [span.of(text) for span in sentences(text)][:MOST_ASPECTS]
    return [(Text(ko=each[:80], en=each[:80]), each) for each in said]
