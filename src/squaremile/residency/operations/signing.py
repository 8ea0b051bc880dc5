"""Signing a licence or an amendment: the company first, the cluster after it, by which the contract comes about."""

from squaremile.core import whence
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require
from squaremile.residency import rules
from squaremile.residency.models import Amendment, Licence, LicenceDocument, Offer, Signature
from squaremile.residency.operations.licence_moved import tell_of
from squaremile.residency.policies.signatures import Signed, digest
from squaremile.residency.words import licences as words

KEPT = {
    "licence_step_allowed": words.LICENCE_STEP, "amendment_step_allowed": words.LICENCE_STEP,
    "signature_in_place": words.LICENCE_STEP, "signature_numbered": words.LICENCE_STEP,
    "signature_once_a_party": words.SIGNED_ALREADY, "signature_company_first": words.COMPANY_FIRST,
    "licence_signed_by_both": words.NOT_SIGNED, "amendment_signed_by_both": words.NOT_SIGNED,
}


@operation(
    "residency.sign_licence", ko="계약에 서명하기", en="Sign a licence", may=rules.sign, constraints=KEPT,
    refuses=(
        words.LICENCE_UNKNOWN, words.LICENCE_STEP, words.NOT_ACCEPTED, words.NAME_MISSING, words.SIGNED_ALREADY,
        words.COMPANY_FIRST,
    ),
)
def sign_licence(*, licence: str, signed_name: str) -> Signature:
    """Sign its newest document for one's side: the company's admin first, then staff for the cluster.

    The record holds who, when, from which address, the document's digest and that of the record before it. With the
    second signature the contract stands.
    """
    offer, asking = _offer(licence), require()
    found, name = offer.licence, signed_name.strip()[:80]
    document, amendment = _open_document(offer)
    if not name:
        raise Invalid(words.NAME_MISSING)
    party = "company" if found.company_id in asking.organisations else "cluster"
    chain = list(Signature.objects.filter(licence=found).order_by("number"))
    signed = {one.party for one in chain if one.document_id == document.id}
    if party in signed:
        raise Refused(words.SIGNED_ALREADY)
    if party == "cluster" and "company" not in signed:
        raise Refused(words.COMPANY_FIRST)
    now, signer = clock.now(), asking.actor
    assert signer is not None
    record = Signed(
        len(chain) + 1, party, str(signer), name, now.isoformat(), whence.address(), document.sha256,
        chain[-1].digest if chain else "",
    )
    made = Signature.objects.create(
        licence=found, document=document, number=record.number, party=party, signer=signer, name=name,
        at=now, address=record.address, previous=record.previous, digest=digest(record),
    )
    note(subject=found, organisation=found.company_id, document=document.number, party=party, digest=made.digest)
    if party == "cluster":
        _comes_about(found, amendment)
    tell_of(found, "signed" if party == "cluster" else "signed_by_company")
    return made


def _offer(code: str) -> Offer:
    """The offer of a licence, locked: both sides may, so that they sign one after the other."""
    rows = Offer.objects.select_for_update(of=("self",)).select_related("licence")
    offer = rows.filter(licence__code=code).first()
    if offer is None:
        raise Missing(words.LICENCE_UNKNOWN) if not Licence.objects.filter(code=code).exists() else Refused(words.LICENCE_STEP)
    return offer


def _open_document(offer: Offer) -> tuple[LicenceDocument, Amendment | None]:
    """What waits for signatures: the licence itself, or the amendment that is proposed."""
    found = offer.licence
    if offer.state != "accepted":
        raise Refused(words.NOT_ACCEPTED if offer.state == "open" else words.LICENCE_STEP)
    document = found.documents.order_by("-number")[0]
    amendment = Amendment.objects.filter(document=document).first()
    if found.state not in ("offered", "signed", "in_force") or (amendment is not None and amendment.state == "withdrawn"):
        raise Refused(words.LICENCE_STEP)
    return document, amendment


def _comes_about(found: Licence, amendment: Amendment | None) -> None:
    if amendment is not None:
        amendment.state = "signed"
        amendment.save(update_fields=["state"])
        return
    found.state = "signed"
    found.save(update_fields=["state"])
