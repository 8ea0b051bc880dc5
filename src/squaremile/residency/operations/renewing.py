"""Keys of mentors and sponsors: given anew, by hand or before they run out."""

from datetime import timedelta

from squaremile.core import door_keys
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing
from squaremile.kernel.operation import note, operation
from squaremile.residency import rules
from squaremile.residency.models import Mentor, Sponsor, SponsorContract
from squaremile.residency.operations import mentors, sponsors
from squaremile.residency.words import applications as applying
from squaremile.residency.words import life as words

SOON = timedelta(days=14)


@operation(
    "residency.invite_mentor", ko="멘토에게 링크 보내기", en="Send a mentor her link", may=rules.keep_companies,
    refuses=(words.MENTOR_UNKNOWN, applying.EMAIL_UNFIT),
)
def invite_mentor(*, mentor: str, email: str = "") -> Mentor:
    """A new key for a year; the earlier one ends. To the address she had, where none is given."""
    found = Mentor.objects.select_for_update().filter(code=mentor, active=True).first()
    if found is None:
        raise Missing(words.MENTOR_UNKNOWN)
    for address, language in _addresses("mentor", found, email):
        mentors.key(found, address, language)
    note(subject=found)
    return found


@operation(
    "residency.invite_sponsor", ko="후원 기관에 링크 보내기", en="Send a sponsor its link", may=rules.keep_companies,
    refuses=(words.SPONSOR_UNKNOWN, applying.EMAIL_UNFIT),
)
def invite_sponsor(*, sponsor: str, email: str = "") -> Sponsor:
    """A new key for a year; the earlier one ends. To the addresses it had, where none is given."""
    found = Sponsor.objects.select_for_update().filter(code=sponsor).first()
    if found is None:
        raise Missing(words.SPONSOR_UNKNOWN)
    for address, language in _addresses("sponsor", found, email):
        sponsors.key(found, address, language)
    note(subject=found)
    return found


@operation("residency.renew_keys", ko="멘토와 후원 기관의 링크 이어 주기", en="Renew the links of mentors and sponsors", may=rules.remind)
def renew_keys() -> int:
    """Two weeks before a key runs out, or once it has: a new one for a mentor who advises, or a sponsor with a contract in
    force. Returns how many."""
    ends, now, given = clock.now() + SOON, clock.now(), 0
    for mentor in Mentor.objects.filter(active=True).order_by("id"):
        for key in door_keys.latest(kind="mentor", holder=mentor.id):
            if key.expires_at <= ends:
                mentors.key(mentor, key.email, key.language)
                given += 1
    running = SponsorContract.objects.filter(period__contains=now).values("sponsor_id")
    for sponsor in Sponsor.objects.filter(id__in=running).order_by("id"):
        for key in door_keys.latest(kind="sponsor", holder=sponsor.id):
            if key.expires_at <= ends:
                sponsors.key(sponsor, key.email, key.language)
                given += 1
    note(given=given)
    return given


def _addresses(kind: str, found: Mentor | Sponsor, email: str) -> list[tuple[str, str]]:
    known = [(key.email, key.language) for key in door_keys.latest(kind=kind, holder=found.id)]
    address = email.strip().lower()
    if address:
        if "@" not in address[1:-1] or " " in address or len(address) > 254:
            raise Invalid(applying.EMAIL_UNFIT)
        return [(address, known[-1][1] if known else "ko")]
    if not known:
        raise Invalid(applying.EMAIL_UNFIT)
    return known
