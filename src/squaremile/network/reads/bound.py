"""Agreements that speak for or against a candidate: bound to a rival in the field, or an NDA with whoever asks."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.db import connection
from django.db.models import Q

from squaremile.kernel.words import Text, both
from squaremile.network.matching.question import Tools, ask
from squaremile.network.models import Agreement, AgreementParty, Partner
from squaremile.network.policies.agreements import LIVE
from squaremile.network.reads import quoting
from squaremile.network.reads.days import today
from squaremile.network.words import agreements as kinds
from squaremile.network.words import matching as words


@dataclass(frozen=True, slots=True)
class Bound:
    """By code of the organisation: what binds it, in the words that the asker may hear; and who has an NDA with the asker."""

    against: dict[str, tuple[Text, ...]] = field(default_factory=dict)
    nda: frozenset[str] = frozenset()


def bound(partners: Collection[str], asker: UUID | None, concepts: Sequence[Text], using: Tools) -> Bound:
    """Of candidates' organisations, for a need of `asker`. `concepts` are the need's field.

    Whoever sees an agreement is told which one, and only of the same field. Whoever does not hears that there is one,
    whatever its field: else asking again in other words would find the field out. Of companies of the cluster only liaison
    staff hear it. Four statements.
    """
    homes = {p.id: p for p in Partner.objects.filter(code__in=partners)}
    if not homes:
        return Bound()
    seen = _seen(homes)
    against: dict[str, list[Text]] = {}
    nda = set()
    hidden = _bound_ids(list(homes), asker)
    for home, agreement, others in seen:
        code = homes[home].code
        if asker is not None and asker in agreement.readers:
            nda |= {code} if agreement.type == "NDA" else set()
        elif _binds(agreement) and others:
            hidden.discard(home)
            if _same_field(agreement, concepts, using):
                against.setdefault(code, []).append(_said(agreement, others))
    for home in hidden:
        against.setdefault(homes[home].code, []).append(words.BOUND)
    return Bound({code: tuple(said) for code, said in against.items()}, frozenset(nda))


def _binds(agreement: Agreement) -> bool:
    return agreement.type == "collaborative_research" or (agreement.type == "licence" and agreement.exclusive)


def _bound_ids(partners: list[UUID], asker: UUID | None) -> set[UUID]:
    """Who is bound, said by the database without by what."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT network_bound(%s, %s, %s)", [partners, asker, today()])
        return {row[0] for row in cursor.fetchall()}


def _seen(homes: dict[UUID, Partner]) -> list[tuple[UUID, Agreement, tuple[AgreementParty, ...]]]:
    """(organisation, agreement in force, companies on its other side), of those agreements that the asker sees."""
    here = {p.organisation_id: p.id for p in homes.values() if p.organisation_id}
    day = today()
    found = list(
        Agreement.objects.filter(state__in=LIVE).filter(Q(ends_on=None) | Q(ends_on__gte=day))
        .filter(Q(parties__partner__in=homes) | Q(parties__organisation__in=here)).distinct().order_by("signed_on", "code")
    )
    parties: dict[UUID, list[AgreementParty]] = {}
    for party in AgreementParty.objects.filter(agreement__in=found).select_related("partner"):
        parties.setdefault(party.agreement_id, []).append(party)
    rows = []
    for agreement in found:
        for its in parties.get(agreement.id, ()):
            home = its.partner_id if its.partner_id in homes else here.get(its.organisation_id) if its.organisation_id else None
            if home is not None:
                rows.append((home, agreement, tuple(_companies(parties[agreement.id], its))))
    return rows


def _companies(parties: Iterable[AgreementParty], its: AgreementParty) -> Iterable[AgreementParty]:
    for each in parties:
        company = each.organisation_id or (each.partner is not None and each.partner.kind in ("company", "startup"))
        if each.id != its.id and company:
            yield each


def _same_field(agreement: Agreement, concepts: Sequence[Text], using: Tools) -> bool:
    """They share a concept. A need or agreement whose words name none is taken to be of the field: a warning too many is
    better than one that is missing."""
    text = "\n".join((agreement.title_ko, agreement.title_en, agreement.scope_ko, agreement.scope_en))
    try:
        its = quoting.asked(ask(text, using)).concepts
    except ValueError:
        return True
    return not its or not concepts or bool(set(its) & set(concepts))


def _said(agreement: Agreement, others: Sequence[AgreementParty]) -> Text:
    names = [both(each.name_ko, each.name_en) for each in others]
    until = words.UNTIL.fill({"day": agreement.ends_on.isoformat()}) if agreement.ends_on else words.WITHOUT_END
    return words.BOUND_BY.fill({
        "type": kinds.TYPES[agreement.type], "title": both(agreement.title_ko, agreement.title_en), "until": until,
        "others": Text(ko=", ".join(n.ko for n in names), en=", ".join(n.en for n in names)),
    })

