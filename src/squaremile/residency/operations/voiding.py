"""A licence that was accepted and never begins: voided with a reason, or by the worker where the day to sign by passed."""

from datetime import timedelta

from django.db.models import Exists, OuterRef, QuerySet, Sum

from squaremile.core.notices import tell
from squaremile.core.reads import people
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.operation import note, operation, publish
from squaremile.kernel.words import Text, both
from squaremile.published.residency import DepositSettled
from squaremile.residency import rules
from squaremile.residency.models import DepositPayment, Licence, LicencePlace, LicenceVoid, Offer
from squaremile.residency.operations.leaving import RUNS, exit_begins, nothing_follows
from squaremile.residency.operations.licence_moved import tell_of
from squaremile.residency.operations.offers import let_go_of, waits_to_begin
from squaremile.residency.operations.uncleaned import uncleaned
from squaremile.residency.reads.days import today
from squaremile.residency.reads.licence_terms import last_day
from squaremile.residency.words import licence_notices as notices
from squaremile.residency.words import licences as words
from squaremile.spaces import words as space

ASKED = timedelta(days=7)
STEP = {
    "licence_step_allowed": words.LICENCE_STEP, "licence_void_said": words.LICENCE_STEP, "licence_void_reasoned": words.REASON_NEEDED,
    "residency_licence_void_licence_id_key": words.LICENCE_STEP, **RUNS,
}


@operation(
    "residency.void_licence", ko="시작하지 않은 계약 무효로 하기", en="Void a licence that has not begun", may=rules.keep_licences,
    refuses=(words.LICENCE_UNKNOWN, words.LICENCE_STEP, words.REASON_NEEDED, space.OVER), constraints=STEP,
)
def void_licence(*, licence: str, reason: str) -> Licence:
    """Accepted, signed or not, and never begun: it comes to nothing, and its places are free. The company reads the reason.
    Where it was to follow a licence that is over, the company's exit begins, and what it sat in is kept until it is clean.
    What it paid of the deposit stands to be given back, of which finance hears."""
    offer = _offers().filter(licence__code=licence).first()
    if offer is None:
        raise Missing(words.LICENCE_UNKNOWN) if not Licence.objects.filter(code=licence).exists() else Refused(words.LICENCE_STEP)
    if not waits_to_begin(offer):
        raise Refused(words.LICENCE_STEP)
    if not reason.strip():
        raise Invalid(words.REASON_NEEDED)
    _void(offer, reason.strip()[:500])
    return offer.licence


@operation(
    "residency.heed_sign_by", ko="서명 기한 지키기", en="Heed the days to sign by", may=rules.lapse, refuses=(space.OVER,),
    constraints=STEP,
)
def heed_sign_by() -> int:
    """An accepted offer that was not signed by both in its time comes to nothing, and its places are free; who is to sign
    hears of it a week before. What both have signed is not ended by the clock: staff hear that it has not begun. Returns how
    many came to nothing."""
    now, voided = clock.now(), 0
    for offer in _offers().filter(state="accepted", licence__state__in=("offered", "signed"), sign_by__lte=now + ASKED).order_by("id"):
        assert offer.sign_by is not None
        day = last_day(offer.sign_by)
        if offer.licence.state == "signed":
            if offer.sign_by <= now:
                _say(offer, notices.NOT_BEGUN, "not-begun", to_company=False)
        elif offer.sign_by <= now:
            _void(offer, f"{notices.UNSIGNED.fill({'day': day}).ko} · {notices.UNSIGNED.fill({'day': day}).en}")
            voided += 1
        else:
            _say(offer, notices.SIGN_SOON, "sign-soon", to_company=True)
    note(voided=voided)
    return voided


def _offers() -> QuerySet[Offer]:
    return Offer.objects.select_for_update(of=("self",)).select_related("licence__company__organisation", "price_version")


def _void(offer: Offer, reason: str) -> None:
    found = offer.licence
    paid = DepositPayment.objects.filter(licence=found).aggregate(all=Sum("amount"))["all"] or 0
    made = LicenceVoid.objects.create(licence=found, reason=reason, deposit=paid, at=clock.now())
    offer.freed = True
    offer.save(update_fields=["freed"])
    found.state = "lapsed"
    found.save(update_fields=["state"])
    _free(found)
    note(subject=found, organisation=found.company_id, reason=reason, deposit=paid)
    tell_of(found, "voided")
    if paid:
        publish(DepositSettled(made.id, found.code, found.company_id, 0, paid, today(), currency=offer.price_version.currency))


def _free(found: Licence) -> None:
    """All its places; but where nothing else lets the company stay, not those that it has sat in under a licence before."""
    before = LicencePlace.objects.filter(licence__company=found.company_id, licence__state__in=("in_force", "ended"))
    mine = LicencePlace.objects.filter(licence=found, live=True)
    lived_in = mine.filter(Exists(before.filter(place=OuterRef("place"))), period__startswith__lte=clock.now())
    if nothing_follows(found.company_id) and (before.filter(live=True).exists() or lived_in.exists()):
        exit_begins(found.company)
    kept = list(lived_in.values_list("id", flat=True)) if found.company_id in uncleaned() else []
    let_go_of(mine.exclude(id__in=kept))


def _say(offer: Offer, text: Text, what: str, *, to_company: bool) -> None:
    assert offer.sign_by is not None
    found, whose = offer.licence, offer.licence.company.organisation
    said = text.fill({"code": found.code, "company": both(whose.name_ko, whose.name_en), "day": last_day(offer.sign_by)})
    url, origin = f"/residency/licences/{found.code}/", f"licence-{what}:{found.id}:{offer.sign_by:%Y-%m-%dT%H:%M}"
    if to_company:
        tell(people.admins(found.company_id), "residency.licence", said, url, origin, about=found.company_id)
    tell(people.staff("programme"), "residency.licence", said, url, f"{origin}:staff")
