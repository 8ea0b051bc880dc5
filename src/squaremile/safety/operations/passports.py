"""Training passports: issued to whom they are about, and revoked."""

import secrets
from datetime import timedelta

from squaremile.core.reads import people
from squaremile.core.words import CONFLICT, NOT_FOUND
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require
from squaremile.safety import rules
from squaremile.safety.models import Passport
from squaremile.safety.policies import passport
from squaremile.safety.policies.passport_check import KIND
from squaremile.safety.reads import passports, training
from squaremile.safety.reads.areas import today
from squaremile.safety.words import training as words

GOOD_FOR = timedelta(days=365)


@operation(
    "safety.issue_passport", ko="교육 여권 받기", en="Issue a training passport", may=rules.learn,
    refuses=(words.PASSPORT_EMPTY, NOT_FOUND), constraints={"safety_passport_position_key": CONFLICT},
)
def issue_passport() -> Passport:
    """Sign a list of one's own trainings that count today. It names the person and no company."""
    me = require().actor
    who = people.named([me]).get(me) if me else None
    if me is None or who is None:
        raise Missing(NOT_FOUND)
    rows = [row for row in training.of_person(me, today()) if row.standing.counts]
    if not rows:
        raise Refused(words.PASSPORT_EMPTY)
    now, code, position = clock.now(), short_code("TP"), secrets.randbelow(passport.LIST_BITS)
    ends = now + GOOD_FOR
    key = passports.signing_key()
    document = passport.sign(
        {
            "@context": [passport.VC, passport.TERMS], "type": ["VerifiableCredential", KIND],
            "issuer": passports.issuer(), "validFrom": passports.moment(now), "validUntil": passports.moment(ends),
            "credentialSubject": {
                "name": {"ko": who.name.ko, "en": who.name.en}, "passport": code, "trainings": [row.told() for row in rows],
            },
            "credentialStatus": {
                "id": f"{passports.status_url()}#{position}", "type": "BitstringStatusListEntry",
                "statusPurpose": "revocation", "statusListIndex": str(position),
                "statusListCredential": passports.status_url(),
            },
        },
        key, created=passports.moment(now),
    )
    made = Passport.objects.create(
        code=code, person_id=me, issued_at=now, ends_at=ends, position=position, key=passport.public_key(key),
        document=document,
    )
    note(subject=made, trainings=[row.code for row in rows])
    return made


@operation(
    "safety.revoke_passport", ko="교육 여권 취소하기", en="Revoke a training passport", may=rules.learn,
    refuses=(words.PASSPORT_UNKNOWN, words.REASON),
)
def revoke_passport(*, passport_code: str, reason: str) -> Passport:
    """By its holder, or by those who train. The published list says so from now on."""
    if not reason.strip():
        raise Invalid(words.REASON)
    asking = require()
    found = Passport.objects.select_for_update().filter(code=passport_code, revoked_at=None).first()
    if found is None or not (found.person_id == asking.actor or rules.train(asking)):
        raise Missing(words.PASSPORT_UNKNOWN)
    found.revoked_at, found.revoked_why = clock.now(), reason.strip()[:300]
    found.save(update_fields=["revoked_at", "revoked_why"])
    note(subject=found, reason=found.revoked_why)
    return found
