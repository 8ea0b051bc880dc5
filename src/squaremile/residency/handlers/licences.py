"""A licence took a step: its company's admins hear of it, and the programme of what the company did."""

from squaremile.core.notices import tell
from squaremile.core.outbox import handles
from squaremile.core.reads import people
from squaremile.kernel.money import Money
from squaremile.kernel.words import both
from squaremile.published.residency import LicenceMoved, StandingChanged
from squaremile.residency.models import Licence
from squaremile.residency.operations.running import end_terminated
from squaremile.residency.operations.sealing import seal_documents
from squaremile.residency.words.licence_notices import DEPOSIT_BACK, TOLD, TOLD_STAFF


@handles("LicenceMoved")
def licence_moved(fact: LicenceMoved) -> None:
    """Once for each step, which is what its document's number and its state say."""
    found = Licence.objects.select_related("company__organisation").filter(id=fact.licence).first()
    if found is None:
        return
    whose = found.company.organisation
    values = {"code": found.code, "company": both(whose.name_ko, whose.name_en)}
    url, once = f"/residency/licences/{found.code}/", f"licence:{found.id}:{fact.step}:{found.documents.count()}"
    if fact.step == "extended":
        once += f":{found.offer.until:%Y-%m-%dT%H:%M}:{found.offer.sign_by}"
    if fact.step in TOLD:
        tell(people.admins(fact.company), "residency.licence", TOLD[fact.step].fill(values), url, once, about=fact.company)
    if fact.step in TOLD_STAFF:
        tell(people.staff("programme"), "residency.licence", TOLD_STAFF[fact.step].fill(values), url, f"{once}:staff")
    if fact.step == "voided" and found.void.deposit:
        amount = Money(found.void.deposit, found.offer.price_version.currency).said
        tell(people.staff("finance"), "residency.licence", DEPOSIT_BACK.fill({**values, "amount": amount}), url, f"{once}:finance")


@handles("LicenceMoved")
def licence_signed(fact: LicenceMoved) -> None:
    """With the second signature the document is sealed."""
    if fact.step == "signed":
        seal_documents()


@handles("StandingChanged")
def licence_terminated(fact: StandingChanged) -> None:
    """A suspension that ends the licence ends it: the record, and what it holds."""
    if fact.state == "terminated":
        end_terminated(suspension=fact.suspension)
