"""Promises and entries as the figures take them, of the agreements that the asker sees; and figures made of them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import OuterRef, Subquery

from squaremile.kernel import clock
from squaremile.kernel.words import Text
from squaremile.network.models import AgreementTransition, Commitment, CommitmentEntry, Partner
from squaremile.network.policies.promises import Definition, Entry, Figure, Promise, figures
from squaremile.network.reads.days import today
from squaremile.network.words.agreements import KINDS


@dataclass(frozen=True, slots=True)
class Book:
    """Everything that is promised and known, and the names of who promised it."""

    promises: tuple[Promise, ...]
    entries: tuple[Entry, ...]
    parties: dict[str, Text]
    """Code → name; a party of the directory has one code in all its agreements."""
    whats: dict[str, Text]
    """Code of a promise → what it says."""

    def figures(
        self, by: Callable[[Promise], str] = lambda p: "", *, definition: Definition | None = None,
        as_of: date | None = None, known_at: datetime | None = None,
    ) -> list[Figure]:
        """Totals as of a day (today) and a state of knowledge (now)."""
        return figures(
            self.promises, self.entries, definition or Definition(), as_of=as_of or today(),
            known_at=known_at or clock.now(), by=by,
        )

    def label(self, key: str) -> Text:
        """What a group is called: a kind, a party, or itself (a year)."""
        return KINDS.get(key) or self.parties.get(key) or Text(ko=key, en=key)


def by_kind(promise: Promise) -> str:
    return promise.kind


def by_party(promise: Promise) -> str:
    return promise.party


def by_year(promise: Promise) -> str:
    return str(promise.signed_on.year)


def book() -> Book:
    """All of it, in three statements. Who was merged into another promises under the name of the one that is kept."""
    signed = AgreementTransition.objects.filter(agreement=OuterRef("agreement"), after="signed").order_by("-at")
    found = (
        Commitment.objects.exclude(agreement__signed_on=None).select_related("agreement", "party__partner", "party__organisation")
        .annotate(signed_at=Subquery(signed.values("at")[:1])).order_by("code")
    )
    into = dict(Partner.objects.exclude(merged_into=None).values_list("code", "merged_into__code"))
    promises, parties, whats = [], {}, {}
    for each in found:
        assert each.agreement.signed_on is not None, "the query leaves out those"
        party = each.party
        home = party.partner or party.organisation
        key = _kept(home.code, into) if home else party.code
        if home is None or key == home.code or key not in parties:
            parties[key] = Text(ko=party.name_ko or party.name_en, en=party.name_en or party.name_ko)
        whats[each.code] = Text(ko=each.what_ko or each.what_en, en=each.what_en or each.what_ko)
        promises.append(Promise(
            each.code, each.agreement.code, each.agreement.type, key, each.kind, each.unit, each.amount,
            each.agreement.signed_on, each.due_on, max(each.recorded_at, each.signed_at or each.recorded_at),
        ))
    entries = CommitmentEntry.objects.values_list(
        "code", "commitment__code", "state", "happened_on", "amount", "recorded_at", "supersedes__code"
    )
    return Book(tuple(promises), tuple(Entry(*row[:6], row[6] or "") for row in entries), parties, whats)


def _kept(code: str, into: dict[str, str]) -> str:
    """The entry that one was merged into, however often; itself for one that stands."""
    seen: set[str] = set()
    while code in into and code not in seen:
        seen.add(code)
        code = into[code]
    return code
