"""Invitations: the only way for a new person to come in."""

import secrets
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings

from squaremile.core import notices, rules, words
from squaremile.core.entering import secret_hash
from squaremile.core.models import Invitation, Organisation, User
from squaremile.core.operations.passwords import check_password
from squaremile.core.operations.roles import check_giving, give
from squaremile.core.reads.invitations import open_by
from squaremile.core.roles import ROLES
from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden, Invalid, Missing, Refused
from squaremile.kernel.operation import note, operation
from squaremile.kernel.period import Period
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text

OPEN_FOR = timedelta(days=14)
LETTER = Text(
    ko="{who:이가} {cluster}에 {role} 역할로 초대했습니다.\n\n"
       "아래 주소를 {days}일 안에 열면 시작할 수 있습니다.\n{url}\n\n"
       "모르는 초대라면 이 메일을 지우십시오. 아무 일도 일어나지 않습니다.",
    en="{who} invites you to {cluster} as {role}.\n\n"
       "Open this address within {days} days to begin:\n{url}\n\n"
       "If you do not know what this is about, delete this message. Nothing will happen.",
)
SUBJECT = Text(ko="{cluster} 초대", en="Invitation to {cluster}")


@operation(
    "core.invite", ko="초대하기", en="Invite a person", may=rules.keep_own_company,
    refuses=(words.ROLE_UNKNOWN, words.ROLE_NOT_YOURS, words.BAD_INPUT, words.NOT_FOUND),
)
def invite(
    *, email: str, role: str, organisation: UUID | None = None, name_ko: str = "", name_en: str = "",
    language: str = "ko", end: datetime | None = None,
) -> Invitation:
    """Invite somebody to a role until `end` (a year). The same whether the address is known here or not.

    The secret travels in the e-mail alone. An earlier invitation of the same address to the same role is withdrawn.
    """
    check_giving(require(), role, organisation)
    return bid(
        email=email, role=role, organisation=organisation, name_ko=name_ko, name_en=name_en, language=language, end=end
    )


def bid(
    *, email: str, role: str, organisation: UUID | None, name_ko: str = "", name_en: str = "", language: str = "ko",
    end: datetime | None = None,
) -> Invitation:
    """An invitation inside another operation, which has asked whether the role may be given. So does row security.

    Where the asker could not give the role by herself, the house invites: no sender, whose rights are asked again when
    the link is opened, but the audit says who acted.
    """
    asking, now, address = require(), clock.now(), email.strip().lower()
    ends = end or now + timedelta(days=365)
    if ends <= now or "@" not in address or language not in ("ko", "en"):
        raise Invalid(words.BAD_INPUT)
    where = Organisation.objects.filter(id=organisation, active=True).first() if organisation else None
    if organisation and where is None:
        raise Missing(words.NOT_FOUND)
    Invitation.objects.filter(
        email=address, role=role, organisation=where, accepted_at=None, withdrawn_at=None
    ).update(withdrawn_at=now)
    secret = secrets.token_urlsafe(32)
    made = Invitation.objects.create(
        organisation=where, email=address, name_ko=name_ko.strip(), name_en=name_en.strip(), language=language,
        role=role, valid=Period(now, ends), secret_hash=secret_hash(secret),
        invited_by=asking.actor if rules.may_give(asking, role, organisation) else None, expires_at=now + OPEN_FOR,
    )
    _send(made, where, secret)
    note(subject=made, organisation=organisation, email=address, role=role)
    return made


def _send(made: Invitation, where: Organisation | None, secret: str) -> None:
    cluster = Text(ko=settings.CLUSTER_NAME["ko"], en=settings.CLUSTER_NAME["en"])
    who = Text(ko=where.name_ko or where.name_en, en=where.name_en or where.name_ko) if where else words.STAFF_UNNAMED
    values = {"cluster": cluster, "who": who, "role": ROLES[made.role].label, "days": OPEN_FOR.days,
              "url": f"{settings.PUBLIC_URL}/invitation/{secret}/"}
    notices.post(to=made.email, secret=True, subject=SUBJECT.fill(values).say(made.language),
                 body=LETTER.fill(values).say(made.language))


@operation(
    "core.withdraw_invitation", ko="초대 거두기", en="Withdraw an invitation", may=rules.keep_own_company,
    refuses=(words.NOT_FOUND, words.ROLE_NOT_YOURS, words.INVITATION_SPENT),
)
def withdraw_invitation(*, invitation: UUID) -> Invitation:
    """Its link opens nothing from now on."""
    seen = Invitation.objects.filter(id=invitation).first()
    if seen is None:
        raise Missing(words.NOT_FOUND)
    if not rules.may_give(require(), seen.role, seen.organisation_id):
        raise Forbidden(words.ROLE_NOT_YOURS)
    found = Invitation.objects.select_for_update().get(id=invitation)
    if found.accepted_at or found.withdrawn_at:
        raise Refused(words.INVITATION_SPENT)
    found.withdrawn_at = clock.now()
    found.save(update_fields=["withdrawn_at"])
    note(subject=found, organisation=found.organisation_id, email=found.email, role=found.role)
    return found


@operation(
    "core.accept_invitation", ko="초대 받아들이기", en="Accept an invitation", may=rules.invited,
    refuses=(words.INVITATION_SPENT, words.INVITATION_OTHER_ADDRESS, words.EMAIL_TAKEN, words.WEAK_PASSWORD,
             words.NAME_NEEDED, words.BAD_INPUT),
    constraints={"role_grant_no_overlap": words.GRANT_OVERLAPS, "core_user_email_key": words.EMAIL_TAKEN,
                 "user_email_unique": words.EMAIL_TAKEN},
)
def accept_invitation(
    *, secret: str, name_ko: str = "", name_en: str = "", language: str = "ko", password: str = ""
) -> User:
    """Take up an invitation with the secret of its link: as whoever is signed in, or as a new person.

    Whoever is signed in must be the one the invitation was sent to: a forwarded link makes nobody else a colleague.
    And whoever invited must still be one who may.
    """
    now, asking = clock.now(), require()
    found = open_by(secret, lock=True)
    if asking.actor is None:
        person = _new_person(found, name_ko.strip(), name_en.strip(), language, password)
    else:
        person = User.objects.get(id=asking.actor)
        if person.email.lower() != found.email:
            raise Refused(words.INVITATION_OTHER_ADDRESS)
    found.accepted_at, found.accepted_by = now, person.id
    found.save(update_fields=["accepted_at", "accepted_by"])
    give(person.id, found.role, found.organisation_id, Period(now, found.valid.end), found.invited_by)
    note(subject=found, email=found.email)
    return person


def _new_person(found: Invitation, name_ko: str, name_en: str, language: str, password: str) -> User:
    if User.objects.filter(email=found.email).exists():
        # Said only to whoever holds the secret that went to this very address.
        raise Refused(words.EMAIL_TAKEN, remedy_url="/accounts/login/")
    if not (name_ko or name_en):
        raise Invalid(words.NAME_NEEDED)
    if language not in ("ko", "en"):
        raise Invalid(words.BAD_INPUT)
    check_password(password, User(email=found.email, name_ko=name_ko, name_en=name_en))
    return User.objects.create_user(found.email, password, name_ko=name_ko, name_en=name_en, language=language)
