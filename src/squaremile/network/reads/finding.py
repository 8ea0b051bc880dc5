"""The one search box: Korean and English over everything the asker may find, with facets, sentences and a way on."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from squaremile.core.reads.search import Found, search
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text
from squaremile.network.matching.documents import Authorship, Flags
from squaremile.network.matching.fusion import best_first
from squaremile.network.matching.index import Floats, FoundPerson, named
from squaremile.network.matching.question import Question, ask
from squaremile.network.matching.ranking import Rules, vote
from squaremile.network.models import Partner
from squaremile.network.policies.marking import Quote
from squaremile.network.reads import glossary, index_open, quoting, rescue, still_seen
from squaremile.network.reads.index_entries import Entry
from squaremile.network.reads.index_open import Held
from squaremile.network.reads.still_seen import Seen, Who
from squaremile.network.words import finding as words

KINDS = ("person", "lab", "company", "publication", "technology", "project", "need", "equipment")
WHO = {"person": "people", "lab": "labs", "company": "companies"}
CANDIDATES, EVIDENCE = 200, 2
BESIDE = 3
"""People, labs and organisations that are named beside the documents."""
LEAST = 0.25
"""An answer scores at least this share of the best one."""
LONGEST_NAME, MOST_WORDS = 24, 3
NAMES = ("expert", "partner", "lab", "equipment", "event", "agreement")
"""Kinds of cards whose names are looked through beside the index."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the facets narrow it to; empty is everything."""

    kind: str = ""
    partner: str = ""
    country: str = ""
    year: int = 0
    concept: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found, with the sentences that made it be found and the concepts it shares, in both languages."""

    kind: str
    kind_label: Text
    code: str
    title: Text
    titles: tuple[Quote, ...]
    url: str
    year: int | None
    home: Text | None
    people: tuple[Who, ...]
    quotes: tuple[Quote, ...]
    concepts: tuple[Text, ...]
    score: float


@dataclass(frozen=True, slots=True)
class WhoFound:
    """A person, lab or organisation that documents speak for; the documents, strongest first."""

    who: Who
    home: Text | None
    score: float
    evidence: tuple[Hit, ...]
    concepts: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow: (value, label, how many of the best answers, chosen)."""

    name: str
    options: tuple[tuple[str, Text, int, bool], ...]


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything that the page shows. `indexed` is False where only names could be searched."""

    indexed: bool
    names: tuple[Found, ...] = ()
    hits: tuple[Hit, ...] = ()
    who: dict[str, tuple[WhoFound, ...]] = field(default_factory=dict)
    facets: tuple[Facet, ...] = ()
    total: int = 0
    concepts: tuple[Text, ...] = ()
    rescued: rescue.Rescue | None = None


def find(text: str, wanted: Wanted = Wanted(), *, limit: int = 20) -> Findings:
    """Answers to a question of any length. Without a finished index, names alone."""
    text = text.strip()
    if not text:
        return Findings(indexed=True)
    held = index_open.held()
    names = _names(text) if _may_be_a_name(text) and not wanted.kind else ()
    if held is None:
        return Findings(indexed=False, names=names)
    using = glossary.reading()
    try:
        question = ask(text, using)
    except ValueError:
        return Findings(indexed=True, names=names)
    allowed = held.allowed(require())
    rescued = rescue.rescue(question, held, allowed, using)
    if rescued is not None and rescued.lost:
        return Findings(indexed=True, names=names, rescued=rescued if rescued.broader else None)
    if rescued is not None and rescued.instead:
        question = ask(rescued.instead, using)
    return _found(held, question, wanted, allowed, limit, names, rescued)


def _found(
    held: Held, question: Question, wanted: Wanted, allowed: Flags, limit: int, names: tuple[Found, ...],
    rescued: rescue.Rescue | None,
) -> Findings:  # fmt: skip
    said = quoting.asked(question)
    scores = held.index.scores(question, allowed & _narrowed(held, wanted))
    order = [int(n) for n in best_first(scores, CANDIDATES) if scores[n] > 0]
    order = [n for n in order if scores[n] >= scores[order[0]] * LEAST]
    votes = {
        kind: voted(held, scores, getattr(held, behind), allowed, limit if wanted.kind == kind else BESIDE)
        for kind, behind in WHO.items() if wanted.kind in ("", kind)
    }
    entries = [held.entries[n] for n in order]
    evidence = {i for found in votes.values() for each in found for i in each.evidence[:EVIDENCE]}
    beside = [held.by_id[i] for i in evidence if i in held.by_id]
    there = still_seen.seen(
        [*entries, *beside], *([str(each.person) for each in votes.get(kind, ())] for kind in WHO)
    )
    entries = [e for e in entries if e.id in there.ids]
    score_of = {held.entries[n].id: float(scores[n]) for n in order}
    shown = [] if wanted.kind in WHO else entries[:limit]
    return Findings(
        indexed=True, names=names,
        hits=tuple(hit(e, said, there, score_of[e.id]) for e in shown),
        who={
            kind: who_found(kind, found, held, said, there, limit if wanted.kind == kind else BESIDE)
            for kind, found in votes.items()
        },
        facets=_facets(entries, there, said, wanted), total=len(entries), concepts=said.concepts, rescued=rescued,
    )


def hit(entry: Entry, said: quoting.Asked, there: Seen, score: float) -> Hit:
    """An entry as a result shows it; hidden people are not among its people."""
    home = there.partners.get(entry.partner)
    return Hit(
        entry.kind, words.KINDS[entry.kind], entry.code, entry.title, quoting.titled(entry, said), entry.url, entry.year,
        home.name if home and entry.kind != "company" else None,
        tuple(there.people[p] for p in entry.people[:4] if p in there.people and entry.kind != "person"),
        quoting.quotes(entry, said), quoting.shared([entry], said), score,
    )


def voted(held: Held, scores: Floats, behind: Authorship, allowed: Flags, most: int) -> Sequence[FoundPerson]:
    """Whom the documents' votes name, the best first; three times as many as wanted, for some may not be there any more."""
    if not behind.names:
        return ()
    return named(vote(scores, behind, allowed, Rules(), most * 3), behind, held.index.part.ids)


def who_found(
    kind: str, found: Sequence[FoundPerson], held: Held, said: quoting.Asked, there: Seen, most: int
) -> tuple[WhoFound, ...]:
    """Those of them that the asker may see, with the evidence that she may see; without any, nobody is named."""
    by_code = {"person": there.people, "lab": there.labs, "company": there.partners}[kind]
    shown: list[WhoFound] = []
    for each in found:
        if len(shown) == most:
            break
        who = by_code.get(str(each.person))
        spoken = [held.by_id[i] for i in each.evidence if i in there.ids][:EVIDENCE]
        if who is None or not spoken or each.score <= 0:
            continue
        hits = tuple(hit(e, said, there, 0.0) for e in spoken)
        shown.append(WhoFound(who, there.home(who), each.score, hits, quoting.shared(spoken, said)))
    return tuple(shown)


def _narrowed(held: Held, wanted: Wanted) -> Flags:
    mask = np.ones(len(held.entries), dtype=bool)
    if wanted.kind and wanted.kind not in WHO:
        mask &= held.kinds == wanted.kind
    if wanted.partner:
        mask &= held.partners == wanted.partner
    if wanted.country:
        homes = Partner.objects.filter(country=wanted.country, hidden=False).values_list("code", flat=True)
        mask &= np.isin(held.partners, list(homes))
    if wanted.year:
        mask &= held.years == wanted.year
    if wanted.concept:
        mask &= held.speaks_of(wanted.concept)
    return mask


def _facets(entries: Sequence[Entry], there: Seen, said: quoting.Asked, wanted: Wanted) -> tuple[Facet, ...]:
    """Counted over the best answers that the asker may see, and nothing else."""
    kinds = Counter(e.kind for e in entries)
    homes = Counter(e.partner for e in entries if e.partner in there.partners)
    countries = Counter(there.partners[e.partner].country for e in entries if e.partner in there.partners)
    years = Counter(e.year for e in entries if e.year)
    speaks = Counter(concept for e in entries[:60] for concept in quoting.shared([e], said))
    by_year = sorted(years.items(), key=lambda pair: -pair[0])
    return (
        Facet("kind", tuple((k, words.KINDS[k], n, wanted.kind == k) for k, n in kinds.most_common())),
        Facet("partner", tuple(
            (code, there.partners[code].name, n, wanted.partner == code) for code, n in homes.most_common(8))),
        Facet("country", tuple(
            (c, Text(ko=c, en=c), n, wanted.country == c) for c, n in countries.most_common(8) if c)),
        Facet("concept", tuple((c.en, c, n, wanted.concept == c.en) for c, n in speaks.most_common(8))),
        Facet("year", tuple((str(y), Text(ko=str(y), en=str(y)), n, wanted.year == y) for y, n in by_year[:8])),
    )  # fmt: skip


def _may_be_a_name(text: str) -> bool:
    """Looking for misspelt names costs more the longer they are: a sentence is none."""
    return len(text) <= LONGEST_NAME and len(text.split()) <= MOST_WORDS


def _names(text: str) -> tuple[Found, ...]:
    """Things whose very name is asked for, misspelt or by first consonants too."""
    return tuple(found for found in search(text, limit=40) if found.kind in NAMES)[:8]


def addresses(text: str, kind: str = "") -> list[str]:
    """Addresses of everything that a question finds now: what a saved search knows."""
    found = find(text, Wanted(kind=kind), limit=40)
    who = [each.who.url for group in found.who.values() for each in group]
    return list(dict.fromkeys([*who, *(each.url for each in found.hits), *(each.url for each in found.names)]))
