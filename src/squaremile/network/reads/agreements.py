"""The register: agreements the asker sees as a party or keeper, and what others have published."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, Q

from squaremile.kernel.korean import search_key
from squaremile.kernel.words import Text, both
from squaremile.network.models import Agreement, AgreementParty, AgreementSummary
from squaremile.network.policies.agreements import notice_on
from squaremile.network.reads.agreement_dues import DueRow, open_dues
from squaremile.network.words.agreements import STATE_LOOKS, STATES, TYPES

ORDERS = {
    "title": lambda r: (str(r.title), r.code), "state": lambda r: (r.state, r.code),
    "signed": lambda r: (r.signed_on or date.min, r.code), "ends": lambda r: (r.ends_on or date.max, r.code),
    "type": lambda r: (r.type, r.code),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which agreements. `due`: late, soon (something is open by today) or empty."""

    words: str = ""
    type: str = ""
    state: str = ""
    partner: str = ""
    due: str = ""
    sort: str = "-signed"


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """One agreement in the register. `next_due` is the first open thing of it."""

    code: str
    title: Text
    type: str
    type_label: Text
    state: str
    state_label: Text
    look: str
    parties: tuple[Text, ...]
    signed_on: date | None
    ends_on: date | None
    notice_on: date | None
    binding: bool
    next_due: DueRow | None


@dataclass(frozen=True, slots=True)
class SummaryRow:
    """What is published of an agreement that may be somebody else's."""

    code: str
    title: Text
    says: Text
    type_label: Text
    parties: Text
    signed_on: date


def register(wanted: Wanted) -> list[AgreementRow]:
    """Agreements the asker sees, filtered and sorted; a constant number of statements."""
    found = Agreement.objects.prefetch_related(Prefetch("parties", AgreementParty.objects.order_by("id")))
    if wanted.type:
        found = found.filter(type=wanted.type)
    if wanted.state:
        found = found.filter(state=wanted.state)
    if wanted.partner:
        of = AgreementParty.objects.filter(
            Q(partner__code=wanted.partner) | Q(organisation__code=wanted.partner)
        ).values("agreement_id")
        found = found.filter(id__in=of)
    still: dict[str, list[DueRow]] = defaultdict(list)
    for row in open_dues():
        still[row.agreement].append(row)
    rows = [_row(each, still[each.code]) for each in found]
    if wanted.due:
        rows = [r for r in rows if r.next_due and (wanted.due == "soon" or r.next_due.stands == "late")]
    asked = search_key(wanted.words)
    if asked:
        rows = [r for r in rows if asked in search_key(
            " ".join((r.code, r.title.ko, r.title.en, *(f"{p.ko} {p.en}" for p in r.parties)))
        )]
    order = ORDERS.get(wanted.sort.removeprefix("-"), ORDERS["signed"])
    return sorted(rows, key=order, reverse=wanted.sort.startswith("-"))


def _row(each: Agreement, still: list[DueRow]) -> AgreementRow:
    return AgreementRow(
        each.code, both(each.title_ko, each.title_en), each.type, TYPES[each.type], each.state, STATES[each.state],
        STATE_LOOKS[each.state], tuple(both(p.name_ko, p.name_en) for p in each.parties.all()), each.signed_on,
        each.ends_on, notice_on(each.ends_on, each.notice_days), each.binding, still[0] if still else None,
    )


def partners() -> list[tuple[str, Text]]:
    """Codes and names of the bodies that are a party of any agreement the asker sees."""
    found = AgreementParty.objects.exclude(partner=None).values_list("partner__code", "name_ko", "name_en")
    return sorted({code: both(ko, en) for code, ko, en in found.order_by("id")}.items(), key=lambda p: (str(p[1]), p[0]))


def published(*, but: frozenset[str] = frozenset()) -> list[SummaryRow]:
    """Summaries that everybody may read, the newest first; without those named."""
    found = AgreementSummary.objects.filter(listed=True).exclude(code__in=but).order_by("-signed_on", "code")
    return [_summary(each) for each in found]


def summary(code: str) -> SummaryRow | None:
    """One published summary."""
    found = AgreementSummary.objects.filter(listed=True, code=code).first()
    return _summary(found) if found else None


def _summary(each: AgreementSummary) -> SummaryRow:
    return SummaryRow(
        each.code, both(each.title_ko, each.title_en), both(each.says_ko, each.says_en), TYPES[each.type],
        both(each.parties_ko, each.parties_en), each.signed_on,
    )


