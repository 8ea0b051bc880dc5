"""The roles of a cluster, and rules made from them. A role is held for a period; a stored name never changes."""

from collections.abc import Callable
from dataclasses import dataclass

from squaremile.kernel.scope import Scope
from squaremile.kernel.words import Text


@dataclass(frozen=True, slots=True)
class Role:
    code: str
    label: Text
    says: Text
    staff: bool


SITE_DIRECTOR, LAB_OPERATIONS, SAFETY_OFFICER = "site_director", "lab_operations", "safety_officer"
FINANCE, PROGRAMME, AUDITOR = "finance", "programme", "auditor"
COMPANY_ADMIN, SCIENTIST = "company_admin", "scientist"
APPLICANT, REVIEWER, MENTOR, SPONSOR, SURVEY = "applicant", "reviewer", "mentor", "sponsor", "survey"

ROLES = {
    role.code: role
    for role in (
        Role(
            SITE_DIRECTOR,
            Text(ko="센터장", en="Site director"),
            Text(ko="모든 운영을 책임지고 역할을 줍니다.", en="Answers for the site and grants roles."),
            True,
        ),
        Role(
            LAB_OPERATIONS,
            Text(ko="랩 운영", en="Lab operations"),
            Text(ko="공간과 장비, 예약을 돌봅니다.", en="Looks after space, instruments and bookings."),
            True,
        ),
        Role(
            SAFETY_OFFICER,
            Text(ko="안전관리자", en="Safety officer"),
            Text(ko="안전을 점검하고 사용을 멈출 수 있습니다.", en="Checks safety and can stop use."),
            True,
        ),
        Role(
            FINANCE,
            Text(ko="재무", en="Finance"),
            Text(ko="사용량과 청구를 봅니다.", en="Sees usage and billing."),
            True,
        ),
        Role(
            PROGRAMME,
            Text(ko="프로그램", en="Programme"),
            Text(ko="입주와 연계 프로그램을 운영합니다.", en="Runs residency and liaison programmes."),
            True,
        ),
        Role(
            AUDITOR,
            Text(ko="감사", en="Auditor"),
            Text(ko="모두 볼 수 있고 아무것도 바꾸지 않습니다.", en="Sees everything and changes nothing."),
            True,
        ),
        Role(
            COMPANY_ADMIN,
            Text(ko="기업 관리자", en="Company admin"),
            Text(ko="자기 회사의 사람과 예약을 관리합니다.", en="Manages the company's own people and bookings."),
            False,
        ),
        Role(
            SCIENTIST,
            Text(ko="연구원", en="Scientist"),
            Text(ko="장비를 예약하고 사용합니다.", en="Books and uses instruments."),
            False,
        ),
    )
}
KEY_ROLES = {
    role.code: role
    for role in (
        Role(
            APPLICANT,
            Text(ko="신청 기업", en="Applicant"),
            Text(ko="자기 회사의 신청서를 씁니다.", en="Writes the application of her own company."),
            False,
        ),
        Role(
            REVIEWER,
            Text(ko="심사위원", en="Reviewer"),
            Text(ko="맡은 신청서를 심사합니다.", en="Judges the applications given to her."),
            False,
        ),
        Role(
            MENTOR,
            Text(ko="멘토", en="Mentor"),
            Text(ko="상담 시간을 엽니다.", en="Holds office hours."),
            False,
        ),
        Role(
            SPONSOR,
            Text(ko="후원 기관", en="Sponsor"),
            Text(ko="공개된 소개와 자기 계약을 봅니다.", en="Sees open profiles and its own contract."),
            False,
        ),
        Role(
            SURVEY,
            Text(ko="성과 설문", en="Survey"),
            Text(ko="자기 회사의 성과 설문에 답합니다.", en="Answers the yearly survey for her own company."),
            False,
        ),
    )
}
"""Held by people outside who enter by a key and have no account (core/door_keys.py): never granted to anyone."""
STAFF_ROLES = tuple(r.code for r in ROLES.values() if r.staff)
COMPANY_ROLES = tuple(r.code for r in ROLES.values() if not r.staff)


@dataclass(frozen=True, slots=True)
class AnyOf:
    """The rule "holds at least one of these roles". The permission matrix reads `roles`; `purposes` are system scopes."""

    roles: tuple[str, ...]
    purposes: tuple[str, ...] = ()

    def __call__(self, asking: Scope) -> bool:
        return asking.has_role(*self.roles) or asking.system in self.purposes


@dataclass(frozen=True, slots=True)
class System:
    """The rule "a part of the machine itself", such as the worker or an import at set-up."""

    purposes: tuple[str, ...]

    def __call__(self, asking: Scope) -> bool:
        return asking.system in self.purposes


def any_of(*roles: str, system: tuple[str, ...] = ()) -> AnyOf:
    return AnyOf(roles, system)


def signed_in(asking: Scope) -> bool:
    """Anyone who is known."""
    return asking.actor is not None


def at_work(asking: Scope) -> bool:
    """Anyone who is known, but whoever is here only to look on (auditors who hold no other role)."""
    return asking.actor is not None and {g.role for g in asking.grants} != {AUDITOR}


EDITORS_OF_SITE = any_of(SITE_DIRECTOR, LAB_OPERATIONS)
Rule = Callable[[Scope], bool]
