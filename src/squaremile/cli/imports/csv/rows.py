"""The typed rows: what one line of each kind of sheet says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from squaremile.core.sheets.identity import bounded
from squaremile.kernel.period import Period


@dataclass(frozen=True, slots=True)
class OrganisationRow:
    """``name_ko`` and ``name_en``: at least one is there, the other may be empty."""

    name_ko: str
    name_en: str
    business_number: str
    sort: str
    email: str
    website: str

    @property
    def key(self) -> str:
        return self.business_number or (self.name_ko or self.name_en).casefold()

    @property
    def external_id(self) -> str:
        return bounded(f"csv:organisation:{self.key}")


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Known by e-mail; ``organisation`` is a name or business number, resolved when applied."""

    email: str
    name: str
    name_en: str
    organisation: str
    role: str
    phone: str
    badge: str
    access_until: date | None

    @property
    def key(self) -> str:
        return self.email

    @property
    def external_id(self) -> str:
        return bounded(f"csv:person:{self.key}")


@dataclass(frozen=True, slots=True)
class EquipmentRow:
    """Known by the site's own number when it has one, otherwise by name and serial number."""

    name_ko: str
    name_en: str
    code: str
    kind: str
    location: str
    maker: str
    model: str
    serial: str
    owner: str
    minimum_minutes: int | None
    maximum_minutes: int | None
    horizon_days: int | None
    operational: bool

    @property
    def key(self) -> str:
        return (self.code or f"{self.name_ko or self.name_en}|{self.serial}").casefold()

    @property
    def external_id(self) -> str:
        return bounded(f"csv:equipment:{self.key}")


@dataclass(frozen=True, slots=True)
class BookingRow:
    """``equipment`` is a code or a name, ``email`` who it is for; both resolved when applied."""

    equipment: str
    email: str
    span: Period
    project: str
    note: str

    @property
    def key(self) -> str:
        return f"{self.equipment.casefold()}|{self.span.start:%Y%m%dT%H%M%SZ}|{self.email}"

    @property
    def external_id(self) -> str:
        return bounded(f"csv:booking:{self.key}")


@dataclass(frozen=True, slots=True)
class PartnerRow:
    """An organisation of the directory, known by its ROR id or its name."""

    name_ko: str
    name_en: str
    sort: str
    country: str
    city: str
    website: str
    ror: str
    business_number: str

    @property
    def key(self) -> str:
        return self.ror or (self.name_ko or self.name_en).casefold()

    @property
    def external_id(self) -> str:
        return bounded(f"csv:partner:{self.key}")


@dataclass(frozen=True, slots=True)
class ExpertRow:
    """A person of the directory, known by her ORCID iD, else by name and organisation."""

    name_ko: str
    name_en: str
    orcid: str
    organisation: str
    role: str
    email: str
    website: str
    bio: str

    @property
    def key(self) -> str:
        return self.orcid or f"{(self.name_ko or self.name_en).casefold()}|{self.organisation.casefold()}"

    @property
    def external_id(self) -> str:
        return bounded(f"csv:expert:{self.key}")


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """What became of a company. Known by their own number where there is one, else by all that it says."""

    company: str
    kind: str
    happened_on: date
    amount: Decimal | None
    currency: str
    counted: int | None
    out_of: int | None
    funding_source: str
    funding_round: str
    evidence_url: str
    note: str
    verified: bool
    reference: str

    @property
    def key(self) -> str:
        return (self.reference or "|".join((
            self.company, self.kind, self.happened_on.isoformat(), str(self.amount or ""), self.currency,
            str(self.counted if self.counted is not None else ""), self.funding_source, self.funding_round,
        ))).casefold()

    @property
    def external_id(self) -> str:
        return bounded(f"csv:outcome:{self.key}")


TypedRow = OrganisationRow | PersonRow | EquipmentRow | BookingRow | PartnerRow | ExpertRow | OutcomeRow
