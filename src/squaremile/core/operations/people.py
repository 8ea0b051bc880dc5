"""People: how they come in without an invitation, what they change themselves, and how they leave."""

from uuid import UUID

from django.db.models import QuerySet

from squaremile.core import people_cards, rules, words
from squaremile.core.models import Invitation, RoleGrant, User
from squaremile.core.operations.leaving import revoke_tokens
from squaremile.core.operations.roles import close
from squaremile.core.reads.grants import held_or_to_come
from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden, Invalid, Missing, Refused
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require


@operation(
    "core.add_person", ko="사람 추가", en="Add a person", may=rules.keep_people,
    constraints={"core_user_email_key": words.EMAIL_TAKEN, "user_email_unique": words.EMAIL_TAKEN,
                 "user_named": words.NAME_NEEDED},
)
def add_person(
    *, email: str, name_ko: str = "", name_en: str = "", language: str = "ko", password: str | None = None
) -> User:
    """Enter a person without an invitation (imports, demonstration). Without a password she begins by reset link."""
    made = User.objects.create_user(
        email.strip().lower(), password, name_ko=name_ko.strip(), name_en=name_en.strip(), language=language
    )
    note(subject=made)
    return made


@operation(
    "core.edit_profile", ko="내 정보 고치기", en="Edit my profile", may=rules.own_self,
    refuses=(words.ACTING, words.BAD_INPUT), constraints={"user_named": words.NAME_NEEDED},
)
def edit_profile(
    *, name_ko: str, name_en: str, language: str, phone: str = "", mail_bookings: bool = True
) -> User:
    """One's own names, language, telephone, and whether e-mail about bookings is wanted."""
    not_acting()
    if language not in ("ko", "en"):
        raise Invalid(words.BAD_INPUT)
    person = User.objects.select_for_update().get(id=require().actor)  # type: ignore[misc]
    person.name_ko, person.name_en, person.language = name_ko.strip(), name_en.strip(), language
    person.phone, person.mail_bookings = phone.strip(), mail_bookings
    person.save(update_fields=["name_ko", "name_en", "language", "phone", "mail_bookings"])
    people_cards.renew_all(person.id)
    note(subject=person)
    return person


@operation(
    "core.end_membership", ko="회사에서 내보내기", en="End a membership", may=rules.keep_own_company,
    refuses=(words.NOT_FOUND, words.ROLE_NOT_YOURS, words.NOT_YOURSELF),
)
def end_membership(*, person: UUID, organisation: UUID) -> int:
    """A leaver, in one step: every role in the company ends, open invitations are withdrawn, tokens are revoked.

    Tokens end wherever she used them: they carry all of her rights. Returns how many roles ended.
    """
    if person == require().actor:
        raise Refused(words.NOT_YOURSELF)
    now = clock.now()
    grants = _to_end(held_or_to_come(now).filter(user_id=person, organisation_id=organisation))
    if not grants:
        raise Missing(words.NOT_FOUND)
    tokens = revoke_tokens(person)
    close(grants, now)
    Invitation.objects.filter(
        email=grants[0].user.email, organisation_id=organisation, accepted_at=None, withdrawn_at=None
    ).update(withdrawn_at=now)
    note(subject=grants[0].user, organisation=organisation, person=person, roles=[g.role for g in grants], tokens=tokens)
    return len(grants)


@operation(
    "core.deactivate_person", ko="계정 닫기", en="Deactivate a person", may=rules.keep_people,
    refuses=(words.NOT_FOUND, words.ROLE_NOT_YOURS, words.NOT_YOURSELF),
)
def deactivate_person(*, person: UUID) -> User:
    """Close an account: every role everywhere ends, tokens are revoked, sign-in stops. History stays."""
    found = User.objects.select_for_update().filter(id=person, is_active=True).first()
    if found is None:
        raise Missing(words.NOT_FOUND)
    if person == require().actor:
        raise Refused(words.NOT_YOURSELF)
    now = clock.now()
    grants = _to_end(held_or_to_come(now).filter(user_id=person))
    found.is_active = False
    found.save(update_fields=["is_active"])
    tokens = revoke_tokens(person)
    close(grants, now)
    note(subject=found, roles=[g.role for g in grants], tokens=tokens)
    return found


def not_acting() -> None:
    """Raises `access.acting`: what belongs to the person alone is not done in her name."""
    if rules.acting(require()):
        raise Refused(words.ACTING)


def _to_end(grants: QuerySet[RoleGrant]) -> list[RoleGrant]:
    """The grants, locked, if all of them are the asker's to end. Raises `access.role_not_yours_to_give`.

    Asked before the lock: what one may not change, row security does not lock, and leaves out in silence.
    """
    asking = require()
    if not all(rules.may_give(asking, g.role, g.organisation_id) for g in grants):
        raise Forbidden(words.ROLE_NOT_YOURS)
    return list(grants.select_for_update(of=("self",)).select_related("user"))
