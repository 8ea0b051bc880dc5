"""Licences: each with its offer, its places, what stands under it and what is missing for it to begin."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime

from squaremile.core import shelf
from squaremile.kernel.errors import Missing
from squaremile.kernel.money import Money
from squaremile.kernel.period import Period
from squaremile.kernel.words import Text, both
from squaremile.residency.models import DepositPayment, Insurance, Licence, LicencePlace, PriceVersion, Signature
from squaremile.residency.policies.signatures import Signed, faults
from squaremile.residency.words import licences as words
from squaremile.spaces import words as space


@dataclass(frozen=True, slots=True)
class LicenceRow:
    """One licence. Terms are nought and empty on one from before squaremile came."""

    code: str
    company: str
    company_name: Text
    state: str
    state_said: Text
    period: Period
    offer: str
    offer_said: Text | None
    until: datetime | None
    sign_by: datetime | None
    """Accepted, its places are kept until then for both to sign."""
    places: tuple[str, ...]
    rent: int
    deposit: int
    paid: int
    currency: str
    notice_months: int
    most_people: int
    permitted_use: str
    covenants: tuple[str, ...]
    insured_until: date | None
    signed_by: frozenset[str]
    """The sides that have signed its newest document."""

    @property
    def rent_money(self) -> Money | None:
        return Money(self.rent, self.currency) if self.currency else None

    @property
    def deposit_money(self) -> Money | None:
        return Money(self.deposit, self.currency) if self.currency else None

    @property
    def paid_money(self) -> Money | None:
        return Money(self.paid, self.currency) if self.currency else None


@dataclass(frozen=True, slots=True)
class PriceRow:
    """A list of prices: a month of each kind, in minor units."""

    code: str
    name: Text
    currency: str
    valid_from: date
    prices: tuple[tuple[str, int], ...]

    @property
    def said(self) -> list[tuple[Text, Money]]:
        """Kinds by name with their price, the dearest first."""
        return [(space.KINDS[kind], Money(n, self.currency)) for kind, n in sorted(self.prices, key=lambda p: (-p[1], p[0]))]


def licences(*, company: str = "") -> list[LicenceRow]:
    """Those the asker may see, the newest first; of one company, or of all."""
    found = Licence.objects.select_related("company__organisation", "offer__price_version").order_by("-created_at", "-id")
    return _rows(list(found.filter(company__code=company) if company else found))


def licence(code: str) -> LicenceRow:
    """One of them. Raises Missing."""
    rows = _rows(list(Licence.objects.select_related("company__organisation", "offer__price_version").filter(code=code)))
    if not rows:
        raise Missing(words.LICENCE_UNKNOWN)
    return rows[0]


def _rows(rows: list[Licence]) -> list[LicenceRow]:
    ids = [row.id for row in rows]
    places: dict[object, list[str]] = {}
    held = LicencePlace.objects.select_related("place").filter(licence__in=ids).exclude(live=False, licence__state="in_force")
    for mine in held.order_by("place__code"):
        places.setdefault(mine.licence_id, []).append(mine.place.code)
    insured: dict[object, date] = {}
    for shown in Insurance.objects.filter(licence__in=ids).order_by("expires_on"):
        insured[shown.licence_id] = shown.expires_on
    paid: dict[object, int] = {}
    for money in DepositPayment.objects.filter(licence__in=ids):
        paid[money.licence_id] = paid.get(money.licence_id, 0) + money.amount
    hands: dict[object, dict[int, set[str]]] = {}
    for one in Signature.objects.select_related("document").filter(licence__in=ids):
        hands.setdefault(one.licence_id, {}).setdefault(one.document.number, set()).add(one.party)
    return [_row(row, places, insured, paid, hands) for row in rows]


def chain(code: str) -> list[tuple[Signed, str]]:
    """The signatures of a licence as they entered the chain, with the digest that was kept of each."""
    found = Signature.objects.select_related("document").filter(licence__code=code).order_by("number")
    return [
        (Signed(s.number, s.party, str(s.signer), s.name, s.at.isoformat(), s.address, s.document.sha256, s.previous), s.digest)
        for s in found
    ]


def verified(code: str) -> list[tuple[int, str]]:
    """What does not hold: faults of the chain, and (number, "document") where the stored PDF is not what was signed."""
    links = chain(code)
    wrong = {sha for sha in {record.document for record, _ in links} if content_digest(sha) != sha}
    by_first: dict[str, int] = {}
    for record, _ in links:
        if record.document in wrong:
            by_first.setdefault(record.document, record.number)
    return sorted([*faults(links), *((number, "document") for number in by_first.values())])


def content_digest(sha256: str) -> str:
    """The digest of what lies on the shelf now; empty where nothing does."""
    path = shelf.place(sha256)
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else ""


def prices_in_force(day: date) -> PriceRow | None:
    """The list that holds on a day: the newest of those that are valid by then."""
    return next((row for row in prices() if row.valid_from <= day), None)


def prices() -> list[PriceRow]:
    """Every list that was published, the newest first."""
    return [
        PriceRow(v.code, both(v.name_ko or v.name_en, v.name_en or v.name_ko), v.currency, v.valid_from,
                 tuple(sorted((p.kind, p.amount) for p in v.prices.all())))
        for v in PriceVersion.objects.prefetch_related("prices").order_by("-valid_from", "-created_at", "-code")
    ]  # fmt: skip


def _row(
    found: Licence, places: dict[object, list[str]], insured: dict[object, date], paid: dict[object, int],
    hands: dict[object, dict[int, set[str]]],
) -> LicenceRow:
    terms, holder = getattr(found, "offer", None), found.company.organisation
    signed = hands.get(found.id, {})
    return LicenceRow(
        found.code, found.company.code, both(holder.name_ko or holder.name_en, holder.name_en or holder.name_ko), found.state,
        words.STATES[found.state], found.period, terms.state if terms else "", words.OFFER_STATES[terms.state] if terms else None,
        terms.until if terms else None, terms.sign_by if terms else None, tuple(places.get(found.id, ())), terms.rent if terms else 0,
        terms.deposit if terms else 0, paid.get(found.id, 0), terms.price_version.currency if terms else "",
        terms.notice_months if terms else 0, terms.most_people if terms else 0, terms.permitted_use if terms else "",
        tuple(terms.covenants) if terms else (), insured.get(found.id), frozenset(signed[max(signed)]) if signed else frozenset(),
    )
