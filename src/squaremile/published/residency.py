"""What residency tells others."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class CompanyMoved:
    """A company's life took a step. `company` is also the id of its organisation."""

    company: UUID
    code: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class LeadCame:
    """Somebody asks about the cluster."""

    lead: UUID
    code: str


@dataclass(frozen=True, slots=True)
class ApplicationMoved:
    """An application took a step: handed in, returned, withdrawn, passed on to review."""

    application: UUID
    code: str
    company: UUID
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class DeclarationMade:
    """A company has declared what it will bring. The lines are read by `residency.reads.declarations`."""

    declaration: UUID
    application: str
    company: UUID
    number: int
    biosafety: int | None


@dataclass(frozen=True, slots=True)
class SurveyAsked:
    """A company is asked for its outcomes, by survey code, until the day `closes` (ISO 8601)."""

    survey: str
    company: UUID
    closes: str


@dataclass(frozen=True, slots=True)
class StandingChanged:
    """A company was told to put something right, or what followed. `company` is also the id of its organisation."""

    company: UUID
    suspension: UUID
    state: str


@dataclass(frozen=True, slots=True)
class LicenceMoved:
    """A licence, or what stands under it, took a step: offered, extended, accepted, declined, withdrawn, signed_by_company,
    signed, amended, noticed, ended, voided."""

    licence: UUID
    code: str
    company: UUID
    step: str


@dataclass(frozen=True, slots=True)
class WorkHandedOver:
    """What a person holds for a company from a moment on is a colleague's to take over."""

    person: UUID
    organisation: UUID
    hand_over_to: UUID
    since: datetime


@dataclass(frozen=True, slots=True)
class SpacePlanAsked:
    """The worker is asked for a plan of who gets which place."""

    plan: str


@dataclass(frozen=True, slots=True)
class RentAgreed:
    """What a licence costs as it stands: begun, amended, cut by notice or ended. Whole, so that only the newest counts.

    `terms`: from which day on (ISO 8601), how much a month in minor units of `currency`; 0 from the day after its last.
    `number` rises with each fact of a licence.
    """

    licence: UUID
    code: str
    company: UUID
    currency: str
    number: int
    terms: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class DepositPaid:
    """Money came in towards a licence's deposit, in minor units of `currency`; empty where the licence has no terms here."""

    payment: UUID
    licence: UUID
    code: str
    company: UUID
    amount: int
    paid_on: date
    currency: str = ""


@dataclass(frozen=True, slots=True)
class DepositSettled:
    """The deposit of a company that leaves is settled: what is deducted of it and what goes back, in minor units; `owed` is what
    deductions come to beyond it.

    `departure` is the departure; or, for a licence that was voided before it began, the record of that.
    """

    departure: UUID
    code: str
    company: UUID
    taken: int
    refunded: int
    settled_on: date
    owed: int = 0
    currency: str = ""


@dataclass(frozen=True, slots=True)
class OwedBeyond:
    """Deductions from the deposit of a company that leaves have come to more than it: `owed` is left to be paid, in minor units of
    the departure's currency."""

    departure: UUID
    company: UUID
    owed: int
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class HeadsChanged:
    """How many people a company has, from day to day, as it is known now. Whole, so that only the newest counts.

    `heads`: from which day on (ISO 8601) how many; 0 from the day after the last one's last. `number` rises with each fact of
    a company. It names nobody.
    """

    company: UUID
    number: int
    heads: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class DisputeEnded:
    """The house has ended, in part or whole, what a company contests of a deduction, and says why. In minor units."""

    deduction: UUID
    company: UUID
    before: int
    after: int
    says: str


@dataclass(frozen=True, slots=True)
class ClearanceReopened:
    """A line of a clearance counts from nothing again, and why. `came_back`: the company had left, and is in residence again."""

    line: UUID
    company: UUID
    departure: UUID
    says: str
    came_back: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class ExitBegun:
    """A company's last licence is over without a notice of anybody: its exit has begun by itself."""

    departure: UUID
    company: UUID
