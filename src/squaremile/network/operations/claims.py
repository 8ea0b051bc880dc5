"""Claiming a profile as one's own: at once where the address of the account proves it, else when staff confirm it."""

from squaremile.core.reads import codes
from squaremile.kernel import clock
from squaremile.kernel.errors import Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require
from squaremile.network import rules
from squaremile.network.models import Claim, Contact, Person
from squaremile.network.operations import entries
from squaremile.network.words import directory as words
from squaremile.network.words import profiles

_BY_TABLE = {"network_person_user_id_key": profiles.HAS_PROFILE, "person_claim_proven": profiles.NOT_PROVEN}


@operation(
    "network.claim_profile", ko="내 항목으로 확인하기", en="Claim a profile", may=rules.be_listed,
    refuses=(words.PERSON_UNKNOWN, words.CLAIMED_ALREADY, profiles.HAS_PROFILE),
    constraints={**_BY_TABLE, "claim_open_once": profiles.CLAIM_OPEN},
)
def claim_profile(*, expert: str, says: str = "") -> Claim | Person:
    """Say that a profile is one's own.

    Where the e-mail address of the account is the one of the profile it is hers at once; otherwise liaison staff are
    asked, with what she says.
    """
    row = Person.objects.filter(code=expert, merged_into=None).first()
    if row is None:
        raise Missing(words.PERSON_UNKNOWN)
    if row.user_id is not None:
        raise Refused(words.CLAIMED_ALREADY)
    actor = require().actor
    if actor is None:
        raise Missing(words.PERSON_UNKNOWN)
    if Person.objects.filter(user_id=actor).exists():
        raise Refused(profiles.HAS_PROFILE)
    if _address_proves(row):
        row.user_id, row.claimed_at = actor, clock.now()
        row.save(update_fields=["user", "claimed_at"])
        note(subject=row, by="address")
        return row
    made = Claim.objects.create(
        code=short_code("CL"), person=row, user_id=actor, says=says.strip()[:300], state="asked", asked_at=clock.now()
    )
    note(subject=made, of=row.code)
    return made


def _address_proves(row: Person) -> bool:
    """The same question that the database asks when the profile is taken."""
    actor = require().actor
    mine = codes.emails([actor]).get(actor, "") if actor else ""
    return bool(mine) and Contact.objects.filter(person=row, email__iexact=mine).exclude(email="").exists()


@operation(
    "network.grant_claim", ko="본인임을 확인하기", en="Confirm a claim", may=rules.liaise,
    refuses=(profiles.CLAIM_UNKNOWN, profiles.CLAIM_DECIDED, words.CLAIMED_ALREADY), constraints=_BY_TABLE,
)
def grant_claim(*, claim: str, reason: str = "") -> Claim:
    """Confirm that the profile belongs to whoever claimed it: from now on she keeps it herself."""
    row = _undecided(claim)
    person = Person.objects.select_for_update().get(id=row.person_id)
    if person.user_id is not None:
        raise Refused(words.CLAIMED_ALREADY)
    person.user_id, person.claimed_at = row.user_id, clock.now()
    person.save(update_fields=["user", "claimed_at"])
    return _decide(row, "granted", reason)


@operation(
    "network.decline_claim", ko="본인 확인 거절하기", en="Decline a claim", may=rules.liaise,
    refuses=(profiles.CLAIM_UNKNOWN, profiles.CLAIM_DECIDED),
)
def decline_claim(*, claim: str, reason: str = "") -> Claim:
    """Say no to a claim; the profile stays as it is."""
    return _decide(_undecided(claim), "declined", reason)


def _undecided(code: str) -> Claim:
    row = entries.found(Claim, code, profiles.CLAIM_UNKNOWN)
    if row.state != "asked":
        raise Refused(profiles.CLAIM_DECIDED)
    return row


def _decide(row: Claim, state: str, reason: str) -> Claim:
    row.state, row.reason, row.decided_at, row.decided_by_id = state, reason.strip()[:300], clock.now(), require().actor
    row.save(update_fields=["state", "reason", "decided_at", "decided_by"])
    note(subject=row, state=state)
    return row
