"""Paste a need, get people: candidates with their evidence, what speaks against them, and few people who cover it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from squaremile.kernel import clock
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text
from squaremile.network.matching import feedback
from squaremile.network.matching.documents import Flags
from squaremile.network.matching.fusion import best_first
from squaremile.network.matching.index import Floats, FoundPerson
from squaremile.network.matching.question import Question, Tools, ask
from squaremile.network.models import Match
from squaremile.network.reads import finding, glossary, index_open, quoting, still_seen
from squaremile.network.reads.bound import Bound, bound
from squaremile.network.reads.finding import Hit, WhoFound
from squaremile.network.reads.index_open import Held
from squaremile.network.words import matching as words

SUBJECTS = {"person": "person", "lab": "lab", "company": "partner"}
POOL, EARLIER, EQUIPMENT = 20, 300, 4
LONGEST = 8000
"""Letters of a need that are read."""
OLD_YEARS = 6
"""Evidence whose newest is older speaks of what somebody did, not of what she does."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One of the list: what speaks for it, what against, and what was said of it. `position` counts from 1."""

    subject: str
    found: WhoFound
    position: int
    conflicts: tuple[Text, ...]
    availability: tuple[Text, ...]
    why_not: tuple[Text, ...]
    verdict: str


@dataclass(frozen=True, slots=True)
class Matches:
    """What the network answers to a need. `declined` have said no; the list goes on with the next best."""

    indexed: bool
    concepts: tuple[Text, ...] = ()
    people: tuple[Candidate, ...] = ()
    companies: tuple[Candidate, ...] = ()
    labs: tuple[Candidate, ...] = ()
    equipment: tuple[Hit, ...] = ()
    declined: tuple[Candidate, ...] = ()


@dataclass(frozen=True)
class _Asking:
    """One question on its way through: the index, the mask, the scores, and earlier verdicts."""

    held: Held
    using: Tools
    question: Question
    allowed: Flags
    scores: Floats
    said: quoting.Asked
    verdicts: Sequence[Match]
    organisation: UUID | None


def matches(text: str, *, need: UUID | None = None, organisation: UUID | None = None, most: int = 6) -> Matches:
    """For a need's public words, or for a text that is no need yet. `organisation` is whose need it is.

    Verdicts that the asker may see move the list; those of others' needs weigh as far as the needs are alike.
    """
    held = index_open.held()
    if held is None or not text.strip():
        return Matches(indexed=held is not None)
    using = glossary.reading()
    try:
        question = ask(text[:LONGEST], using)
    except ValueError:
        return Matches(indexed=True)
    allowed = held.allowed(require())
    kept = list(Match.objects.filter(blind=False).select_related("need").order_by("-judged_at")[:EARLIER])
    asking = _Asking(
        held, using, question, allowed, held.index.scores(question, allowed), quoting.asked(question), kept, organisation
    )
    here = {(m.subject, m.subject_code): m.verdict for m in reversed(kept) if need and m.need_id == need}
    lists = {kind: _ranked(asking, kind, need) for kind in SUBJECTS}
    instruments = [n for n in best_first(asking.scores, 400) if held.kinds[n] == "equipment"][:EQUIPMENT]
    entries = [held.entries[int(n)] for n in instruments if asking.scores[n] > 0]
    beside = {str(i) for found in lists.values() for each in found for i in each.evidence[: finding.EVIDENCE]}
    there = still_seen.seen(
        [*entries, *(held.by_id[i] for i in beside)], *([str(e.person) for e in lists[kind]] for kind in SUBJECTS)
    )
    homes = {who.partner for listed in (there.people, there.labs, there.partners) for who in listed.values() if who.partner}
    binding = bound(homes, organisation, asking.said.concepts, replace(using, encoder=None))
    named = {
        kind: [
            _candidate(asking, SUBJECTS[kind], found, there, here, binding)
            for found in finding.who_found(kind, lists[kind], held, asking.said, there, 2 * most)
        ]
        for kind in SUBJECTS
    }
    return Matches(
        indexed=True, concepts=asking.said.concepts, people=_numbered(named["person"], most),
        companies=_numbered(named["company"], most // 2), labs=_numbered(named["lab"], most // 2),
        equipment=tuple(finding.hit(e, asking.said, there, 0.0) for e in entries if e.id in there.ids),
        declined=tuple(c for c in named["person"] if c.verdict == "declined"),
    )


def _ranked(asking: _Asking, kind: str, need: UUID | None) -> tuple[FoundPerson, ...]:
    """Voted by documents, then moved by verdicts: this need's count in full, others' as far as the needs are alike."""
    behind = getattr(asking.held, finding.WHO[kind])
    voted = finding.voted(asking.held, asking.scores, behind, asking.allowed, POOL)
    plain = replace(asking.using, encoder=None)
    alike: dict[UUID, float] = {}
    heard = []
    for match in asking.verdicts:
        if match.subject != SUBJECTS[kind] or match.verdict not in ("fits", "not"):
            continue
        if match.need_id not in alike:
            alike[match.need_id] = 1.0 if match.need_id == need else _likeness(asking.question, match, plain)
        heard.append(feedback.Verdict(match.subject_code, match.verdict == "fits", alike[match.need_id]))
    return feedback.reranked(voted, heard)


def _likeness(question: Question, match: Match, plain: Tools) -> float:
    """By shared words: the meaning of every earlier need is not read again."""
    other = match.need
    try:
        earlier = ask("\n".join((other.title_ko, other.title_en, other.says_ko, other.says_en)), plain)
    except ValueError:
        return 0.0
    return feedback.likeness(replace(question, vector=None), earlier)


def _numbered(found: Sequence[Candidate], most: int) -> tuple[Candidate, ...]:
    """Whoever declined is left out, and the next best moves up; who does not fit stands last."""
    there = sorted((c for c in found if c.verdict != "declined"), key=lambda c: c.verdict == "not")
    return tuple(replace(each, position=n) for n, each in enumerate(there[:most], start=1))


def _candidate(
    asking: _Asking, subject: str, found: WhoFound, there: still_seen.Seen, here: dict[tuple[str, str], str],
    binding: Bound,
) -> Candidate:
    who = found.who
    home = there.partners.get(who.partner)
    conflicts = []
    if home is not None and asking.organisation is not None and home.organisation == asking.organisation:
        conflicts.append(words.OWN_ORGANISATION)
    elif home is not None and home.kind in ("company", "startup") and home.organisation is not None:
        conflicts.append(words.MAY_BE_RIVAL)
    conflicts += binding.against.get(who.partner, ())
    helps = (words.NDA_IN_FORCE,) if who.partner in binding.nda else ()
    return Candidate(
        subject, found, 0, tuple(conflicts), (*helps, *_availability(asking, subject, found)), _why_not(asking, found),
        here.get((subject, who.code), ""),
    )


def _availability(asking: _Asking, subject: str, found: WhoFound) -> tuple[Text, ...]:
    """How to reach somebody, and what was answered before, as far as the asker may know."""
    said = []
    if found.who.contact_way:
        said.append(words.CONTACT_WAYS[found.who.contact_way])
    answers = Counter(
        m.verdict for m in asking.verdicts if m.subject == subject and m.subject_code == found.who.code
    )
    if answers["fits"]:
        said.append(words.FITTED.fill({"n": answers["fits"]}))
    if answers["declined"]:
        said.append(words.DECLINED.fill({"n": answers["declined"]}))
    return tuple(said)


def _why_not(asking: _Asking, found: WhoFound) -> tuple[Text, ...]:
    """What the evidence does not show."""
    said = []
    missing = [concept for concept in asking.said.concepts if concept not in found.concepts]
    if missing and asking.said.concepts:
        names = Text(ko=", ".join(c.ko for c in missing[:4]), en=", ".join(c.en for c in missing[:4]))
        said.append(words.NOTHING_ON.fill({"concepts": names}))
    if len(found.evidence) == 1:
        said.append(words.ONE_DOCUMENT)
    years = [hit.year for hit in found.evidence if hit.year]
    if years and max(years) < clock.now().year - OLD_YEARS:
        said.append(words.OLD_EVIDENCE.fill({"year": max(years)}))
    return tuple(said)
