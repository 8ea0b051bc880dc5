"""Who travels: members, what they need, how they were screened."""

from squaremile.core.words import BAD_INPUT, CODE_TAKEN, CODE_UNFIT, NAME_NEEDED
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require
from squaremile.network import rules
from squaremile.network.models import DelegationMember, MemberCare, PartyDay, Person, Screening, StopPerson
from squaremile.network.operations.delegations import OVER, open_delegation
from squaremile.network.words import directory
from squaremile.network.words import visits as words

_OPEN = (words.DELEGATION_UNKNOWN, words.DELEGATION_OVER)


@operation(
    "network.add_member", ko="구성원 넣기", en="Add a member", may=rules.liaise,
    refuses=(*_OPEN, directory.PERSON_UNKNOWN),
    constraints={
        "member_person_once": words.MEMBER_TWICE, "member_named": NAME_NEEDED, "member_rank_known": BAD_INPUT,
        "network_delegation_member_code_key": CODE_TAKEN, "member_code_fits": CODE_UNFIT,
    },
)
def add_member(
    *, delegation: str, expert: str = "", name_ko: str = "", name_en: str = "", role_ko: str = "", role_en: str = "",
    rank: int = 0, needs_ko: str = "", needs_en: str = "", code: str = "",
) -> DelegationMember:
    """Put a person of the directory (`expert`) or a typed name into the delegation, with what a host must know of her."""
    found = open_delegation(delegation)
    person = person_of(expert)
    if not 0 <= rank <= 5:
        raise Refused(BAD_INPUT)
    made = DelegationMember.objects.create(
        code=code or short_code("DM"), delegation=found, person=person,
        name_ko=name_ko.strip() or (person.name_ko if person else ""),
        name_en=name_en.strip() or (person.name_en if person else ""),
        role_ko=role_ko.strip() or (person.role_ko if person else ""),
        role_en=role_en.strip() or (person.role_en if person else ""), rank=rank or (person.rank if person else 0),
    )
    MemberCare.objects.create(member=made, needs_ko=needs_ko.strip(), needs_en=needs_en.strip())
    note(subject=found, member=made.code)
    return made


@operation(
    "network.remove_member", ko="구성원 빼기", en="Remove a member", may=rules.liaise,
    refuses=(words.MEMBER_UNKNOWN, words.DELEGATION_OVER, words.MEMBER_EXPECTED),
)
def remove_member(*, member: str) -> None:
    """Take somebody out of the delegation, with needs and checks. Not while a stop expects her."""
    found = member_of(member)
    if StopPerson.objects.filter(member=found).exists():
        raise Refused(words.MEMBER_EXPECTED)
    note(subject=found.delegation, member=found.code)
    PartyDay.objects.filter(member=found).delete()
    MemberCare.objects.filter(member=found).delete()
    Screening.objects.filter(member=found).delete()
    found.delete()


@operation(
    "network.screen_member", ko="구성원 확인 기록하기", en="Record a check of a member", may=rules.liaise,
    refuses=(words.MEMBER_UNKNOWN, words.DELEGATION_OVER, words.WHY_NEEDED, BAD_INPUT),
    constraints={"screening_once": BAD_INPUT, "screening_known": BAD_INPUT},
)
def screen_member(*, member: str, check: str, result: str, note_text: str = "") -> Screening:
    """Record what a check (export_control, sanctions, conflict) found: clear, concern or refused, with its date.

    Anything but clear needs a remark. A later record of the same check takes the place of the earlier one; the audit
    keeps both.
    """
    found = member_of(member)
    if check not in words.CHECKS or result not in words.RESULTS:
        raise Invalid(BAD_INPUT)
    if result != "clear" and not note_text.strip():
        raise Invalid(words.WHY_NEEDED)
    kept, _ = Screening.objects.update_or_create(
        member=found, check_kind=check,
        defaults={"result": result, "note": note_text.strip()[:300], "checked_at": clock.now(), "checked_by_id": require().actor},
    )
    note(subject=found.delegation, member=found.code, check=check, result=result)
    return kept


def person_of(code: str) -> Person | None:
    """A person of the directory by her code; None for none."""
    if not code:
        return None
    found = Person.objects.filter(code=code).first()
    if found is None:
        raise Missing(directory.PERSON_UNKNOWN)
    return found


def member_of(code: str) -> DelegationMember:
    """A member of a visit that can still be changed."""
    found = DelegationMember.objects.select_related("delegation").filter(code=code).first()
    if found is None:
        raise Missing(words.MEMBER_UNKNOWN)
    if found.delegation.state in OVER:
        raise Refused(words.DELEGATION_OVER)
    return found
