"""Reviewers: who judges, how much she takes, and her key."""

from collections.abc import Sequence

from squaremile.core import door_keys
from squaremile.kernel.errors import Invalid, Missing
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.kernel.words import both
from squaremile.residency import rules
from squaremile.residency.models import Reviewer
from squaremile.residency.words import applications as applying
from squaremile.residency.words import review as words

MOST = 500


@operation(
    "residency.add_reviewer", ko="심사위원 더하기", en="Add a reviewer", may=rules.hold_reviews,
    refuses=(words.REVIEWER_UNSOUND, applying.EMAIL_UNFIT),
)
def add_reviewer(
    *, email: str, name_ko: str = "", name_en: str = "", body_ko: str = "", body_en: str = "",
    fields: Sequence[str] = (), capacity: int = 20,
) -> Reviewer:
    """Somebody from outside who judges applications. She gets her key with `residency.invite_reviewer`."""
    address = email.strip().lower()
    if "@" not in address[1:-1] or " " in address or len(address) > 254:
        raise Invalid(applying.EMAIL_UNFIT)
    if not (name_ko.strip() or name_en.strip()) or not 1 <= capacity <= MOST:
        raise Invalid(words.REVIEWER_UNSOUND)
    made = Reviewer.objects.create(
        code=short_code("RE"), name_ko=name_ko.strip()[:80], name_en=name_en.strip()[:80], contact=address,
        body_ko=body_ko.strip()[:120], body_en=body_en.strip()[:120], fields=_tidied(fields), capacity=capacity,
    )
    note(subject=made)
    return made


@operation(
    "residency.edit_reviewer", ko="심사위원 고치기", en="Edit a reviewer", may=rules.hold_reviews,
    refuses=(words.REVIEWER_UNKNOWN, words.REVIEWER_UNSOUND),
)
def edit_reviewer(*, reviewer: str, fields: Sequence[str] = (), capacity: int = 20, active: bool = True) -> Reviewer:
    """What she knows and how much she takes. One who is not active is given nothing new, and her keys end."""
    found = locked(reviewer)
    if not 1 <= capacity <= MOST:
        raise Invalid(words.REVIEWER_UNSOUND)
    found.fields, found.capacity, found.active = _tidied(fields), capacity, active
    found.save(update_fields=["fields", "capacity", "active"])
    if not active:
        door_keys.withdraw(holder=found.id)
    note(subject=found, capacity=capacity, active=active)
    return found


@operation(
    "residency.invite_reviewer", ko="심사위원에게 링크 보내기", en="Send a reviewer her link", may=rules.hold_reviews,
    refuses=(words.REVIEWER_UNKNOWN,),
)
def invite_reviewer(*, reviewer: str, language: str = "ko") -> Reviewer:
    """Mail her a key of her own; an earlier one ends."""
    found = locked(reviewer, active=True)
    name = both(found.name_ko, found.name_en)
    door_keys.give(
        kind="reviewer", holder=found.id, email=found.contact, name=str(name), language="en" if language == "en" else "ko",
        subject=words.KEY_SUBJECT, letter=words.KEY, values={"name": name},
    )
    note(subject=found)
    return found


def locked(code: str, *, active: bool = False) -> Reviewer:
    """A reviewer by her code, locked. Raises Missing."""
    found = Reviewer.objects.select_for_update().filter(code=code).first()
    if found is None or (active and not found.active):
        raise Missing(words.REVIEWER_UNKNOWN)
    return found


def _tidied(fields: Sequence[str]) -> list[str]:
    return [word.strip()[:60] for word in fields if word.strip()][:40]
