"""One licence with everything that stands under it: terms, documents, signatures, amendments, notice, steps."""

import json
from dataclasses import dataclass
from datetime import date, datetime

from django.db import connection

from squaremile.core import shelf
from squaremile.kernel.errors import Missing
from squaremile.kernel.money import Money
from squaremile.kernel.words import Text
from squaremile.residency.models import (
    Amendment,
    FitException,
    Insurance,
    Licence,
    LicenceDocument,
    LicencePlace,
    LicenceTransition,
    Signature,
)
from squaremile.residency.policies.licence_terms import Terms
from squaremile.residency.reads.licence_terms import terms_of
from squaremile.residency.reads.licences import LicenceRow, licence, verified
from squaremile.residency.reads.seals import Seal, seals
from squaremile.residency.reads.steps import in_order
from squaremile.residency.words import licences as words


@dataclass(frozen=True, slots=True)
class Place:
    """A place under the licence, and for how long. `coming`: kept for an amendment that is not in effect yet."""

    code: str
    name: Text
    start: datetime
    end: datetime
    coming: bool
    going: bool


@dataclass(frozen=True, slots=True)
class Hand:
    """One signature."""

    party: Text
    name: str
    at: datetime
    address: str
    digest: str


@dataclass(frozen=True, slots=True)
class Paper:
    """One document, with who signed it. `open_to`: the side whose signature it waits for."""

    number: int
    sha256: str
    made_at: datetime
    amendment: "Change | None"
    hands: tuple[Hand, ...]
    open_to: str
    seal: Seal | None

    @property
    def by_both(self) -> bool:
        return len(self.hands) == 2


@dataclass(frozen=True, slots=True)
class Change:
    """An amendment."""

    code: str
    state: str
    state_said: Text
    reason: str
    effective_on: date
    changes: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """Notice that was given."""

    party: Text
    given_on: date
    last_day: date
    reason: str


@dataclass(frozen=True, slots=True)
class Voided:
    """It came to nothing before it began. `deposit`: what had been paid, to be given back."""

    at: datetime
    reason: str
    deposit: Money


@dataclass(frozen=True, slots=True)
class Excepted:
    """Places that it has from a day on although they do not fit: what stood against them, and the site director's reason."""

    at: datetime
    places: tuple[str, ...]
    day: date
    says: Text
    reason: str


@dataclass(frozen=True, slots=True)
class LicenceFile:
    """All of it. `faults`: what does not hold of the chain; empty where it is whole."""

    row: LicenceRow
    terms: Terms | None
    places: tuple[Place, ...]
    papers: tuple[Paper, ...]
    insurances: tuple[tuple[str, str, date], ...]
    notice: Notice | None
    voided: Voided | None
    steps: tuple[tuple[datetime, Text], ...]
    faults: tuple[tuple[int, str], ...]
    excepted: tuple[Excepted, ...]
    """For staff alone."""

    @property
    def waits_for(self) -> str:
        """The side whose signature the newest document waits for; empty where there is none to give."""
        return self.papers[-1].open_to if self.papers else ""


def licence_file(code: str) -> LicenceFile:
    """Of one licence. Raises Missing."""
    row = licence(code)
    found = Licence.objects.get(code=code)
    told, gone = getattr(found, "notice", None), getattr(found, "void", None)
    return LicenceFile(
        row, terms_of(found), _places(found), _papers(found, row),
        tuple(Insurance.objects.filter(licence=found).order_by("-expires_on").values_list("insurer", "policy_number", "expires_on")),
        Notice(words.PARTIES[told.party], told.given_on, told.last_day, told.reason) if told else None,
        Voided(gone.at, gone.reason, Money(gone.deposit, row.currency)) if gone else None,
        _steps(found),
        tuple(verified(code)),
        tuple(
            Excepted(each.at, tuple(each.places), each.day, Text(ko=each.says_ko, en=each.says_en), each.reason)
            for each in FitException.objects.filter(licence=found).order_by("at", "id")
        ),
    )


def document(code: str, number: int, *, unsealed: bool = False) -> tuple[str, bytes]:
    """Name and bytes of one document of a licence, for whom row security lets see it: the sealed copy where there is one,
    or, `unsealed`, the very bytes that were signed. Raises Missing."""
    found = LicenceDocument.objects.select_related("seal").filter(licence__code=code, number=number).first()
    if found is None:
        raise Missing(words.LICENCE_UNKNOWN)
    seal = None if unsealed else getattr(found, "seal", None)
    path = shelf.place(seal.sha256 if seal else found.sha256)
    if not path.is_file():
        raise Missing(words.LICENCE_UNKNOWN)
    return f"{code}-{number}{'-sealed' if seal else ''}.pdf", path.read_bytes()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What anybody learns who holds a document or its sealed copy: which it is, which side signed when, and whether the
    chain is whole. `sealed`: digest of the sealed copy; empty where there is none."""

    licence: str
    number: int
    made_at: datetime
    signed: tuple[tuple[Text, datetime], ...]
    whole: bool
    superseded: bool
    sealed: str
    sealed_at: datetime | None

    @property
    def by_both(self) -> bool:
        return len(self.signed) == 2


def verdict(sha256: str) -> Verdict | None:
    """Asked of the database, which answers to the digest of a whole document alone. None: it was never made here."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT residency_verify_document(%s)::jsonb", [sha256])
        (said,) = cursor.fetchone()
    if said is None:
        return None
    said = json.loads(said)
    seal = said["seal"] or {"sha256": "", "sealed_at": ""}
    return Verdict(
        said["licence"], said["number"], datetime.fromisoformat(said["made_at"]),
        tuple((words.PARTIES[one["party"]], datetime.fromisoformat(one["at"])) for one in said["signed"]),
        said["whole"], said["superseded"], seal["sha256"],
        datetime.fromisoformat(seal["sealed_at"]) if seal["sealed_at"] else None,
    )


def _steps(found: Licence) -> tuple[tuple[datetime, Text], ...]:
    taken = LicenceTransition.objects.filter(licence=found).order_by("at")
    return tuple((step.at, words.STATES[step.after]) for step in in_order(taken))


def _places(found: Licence) -> tuple[Place, ...]:
    rows = LicencePlace.objects.select_related("place", "amendment", "given_up_by").filter(licence=found, live=True)
    return tuple(
        Place(
            one.place.code, Text(ko=one.place.name_ko or one.place.name_en, en=one.place.name_en or one.place.name_ko),
            one.period.start, one.period.end, one.amendment is not None and one.amendment.state != "in_effect",
            one.given_up_by is not None,
        )
        for one in rows.order_by("place__code", "period")
    )


def _papers(found: Licence, row: LicenceRow) -> tuple[Paper, ...]:
    amended = {one.document_id: one for one in Amendment.objects.filter(licence=found)}
    hands: dict[object, list[Signature]] = {}
    for one in Signature.objects.filter(licence=found).order_by("number"):
        hands.setdefault(one.document_id, []).append(one)
    sealed = seals(found.id)
    return tuple(
        Paper(
            each.number, each.sha256, each.made_at, _change(amended.get(each.id), each),
            tuple(Hand(words.PARTIES[s.party], s.name, s.at, s.address, s.digest) for s in hands.get(each.id, ())),
            _open_to(row, amended.get(each.id), {s.party for s in hands.get(each.id, ())}), sealed.get(each.id),
        )
        for each in LicenceDocument.objects.filter(licence=found).order_by("number")
    )


def _open_to(row: LicenceRow, amendment: Amendment | None, signed: set[str]) -> str:
    waits = amendment.state == "proposed" if amendment else row.offer == "accepted" and row.state == "offered"
    if not waits or len(signed) == 2:
        return ""
    return "cluster" if "company" in signed else "company"


def _change(found: Amendment | None, paper: LicenceDocument) -> Change | None:
    if found is None:
        return None
    said = words.AMENDMENT_STATES[found.state]
    return Change(found.code, found.state, said, found.reason, found.effective_on, _both(paper))


def _both(paper: LicenceDocument) -> tuple[Text, ...]:
    """Documents from before keep their lines in Korean alone."""
    korean, english = paper.changes.splitlines(), paper.changes_en.splitlines()
    return tuple(Text(ko=ko, en=en) for ko, en in zip(korean, english if len(english) == len(korean) else korean, strict=True))
