"""Agreements: drafting and editing."""

from datetime import date
from uuid import UUID

from squaremile.core.reads import codes
from squaremile.core.reads.people import staff
from squaremile.core.roles import PROGRAMME, SITE_DIRECTOR
from squaremile.core.words import BAD_INPUT, CODE_TAKEN, CODE_UNFIT, NOT_FOUND
from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden, Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import NOT_ALLOWED, note, operation
from squaremile.kernel.scope import require
from squaremile.network import rules
from squaremile.network.models import Agreement
from squaremile.network.policies.agreements import UNSIGNED, makes_loop
from squaremile.network.reads.days import today
from squaremile.network.words import agreements as words

SAID_BY_TABLE = {
    "agreement_titled": words.TITLE_NEEDED, "agreement_type_known": BAD_INPUT, "agreement_term_sound": words.TERM_UNSOUND,
    "agreement_notice_sound": words.TERM_UNSOUND, "agreement_family_sound": BAD_INPUT,
    "agreement_renewal_sound": words.TERM_UNSOUND, "agreement_exclusive_licence": words.ONLY_LICENCES,
}  # fmt: skip
OFFICERS = (NOT_FOUND, words.OFFICER_UNKNOWN)


@operation(
    "network.draft_agreement", ko="협약 작성하기", en="Draft an agreement", may=rules.liaise,
    refuses=(words.AGREEMENT_UNKNOWN, words.RENEWAL_UNSTATED, *OFFICERS),
    constraints={
        "network_agreement_code_key": CODE_TAKEN, "agreement_code_fits": CODE_UNFIT, **SAID_BY_TABLE,
    },
)
def draft_agreement(
    *, agreement_type: str, binding: bool, title_ko: str = "", title_en: str = "", code: str = "", scope_ko: str = "",
    scope_en: str = "", governing: str = "", effective_on: date | None = None, ends_on: date | None = None,
    auto_renews: bool = False, renews_months: int | None = None, notice_days: int | None = None, exclusive: bool = False,
    parent_agreement: str = "", relation: str = "",
    officer: str = "", deputy: str = "",
) -> Agreement:
    """Open a draft that its parties' own people and liaison staff see. `binding`: any money or mutual obligation."""
    _renewal_stated(auto_renews, renews_months)
    parent = seen(parent_agreement) if parent_agreement else None
    made = Agreement.objects.create(
        code=code or short_code("AG"), type=agreement_type, binding=binding, title_ko=title_ko.strip(),
        title_en=title_en.strip(), scope_ko=scope_ko.strip(), scope_en=scope_en.strip(), governing=governing.strip(),
        state="draft", moved_on=today(), moved_at=clock.now(), effective_on=effective_on, ends_on=ends_on,
        auto_renews=auto_renews, renews_months=renews_months,
        notice_days=notice_days, exclusive=exclusive, parent=parent, relation=(relation or "follows") if parent else "",
        officer_id=officer_of(officer), deputy_id=officer_of(deputy) if deputy else None, created_at=clock.now(),
    )
    note(subject=made)
    return made


@operation(
    "network.edit_agreement", ko="협약 고치기", en="Edit an agreement", may=rules.liaise,
    refuses=(words.AGREEMENT_UNKNOWN, words.AGREEMENT_FIXED, words.FAMILY_LOOP, words.RENEWAL_UNSTATED, *OFFICERS),
    constraints=SAID_BY_TABLE,
)
def edit_agreement(
    *, agreement: str, agreement_type: str, binding: bool, title_ko: str = "", title_en: str = "", scope_ko: str = "",
    scope_en: str = "", governing: str = "", effective_on: date | None = None, ends_on: date | None = None,
    auto_renews: bool = False, renews_months: int | None = None, notice_days: int | None = None, exclusive: bool = False,
    parent_agreement: str = "", relation: str = "",
    officer: str = "", deputy: str = "",
) -> Agreement:
    """Change what a draft says, until it is approved: after that an amendment is an agreement of its own."""
    found = kept(agreement)
    if found.state not in ("draft", "review"):
        raise Refused(words.AGREEMENT_FIXED)
    _renewal_stated(auto_renews, renews_months)
    parent = seen(parent_agreement) if parent_agreement else None
    if parent is not None and makes_loop(found.code, parent.code, _parents()):
        raise Refused(words.FAMILY_LOOP)
    found.type, found.binding, found.governing = agreement_type, binding, governing.strip()
    found.title_ko, found.title_en = title_ko.strip(), title_en.strip()
    found.scope_ko, found.scope_en = scope_ko.strip(), scope_en.strip()
    found.effective_on, found.ends_on, found.auto_renews = effective_on, ends_on, auto_renews
    found.renews_months, found.exclusive = renews_months, exclusive
    found.notice_days, found.parent = notice_days, parent
    found.relation = (relation or "follows") if parent else ""
    found.officer_id = officer_of(officer) if officer else found.officer_id
    found.deputy_id = officer_of(deputy) if deputy else None
    found.save()
    note(subject=found)
    return found


def _renewal_stated(auto_renews: bool, months: int | None) -> None:
    if auto_renews and months is None:
        raise Invalid(words.RENEWAL_UNSTATED)


def _parents() -> dict[str, str | None]:
    return dict(Agreement.objects.values_list("code", "parent__code"))


def seen(code: str) -> Agreement:
    """One that the asker may see. Raises Missing."""
    found = Agreement.objects.filter(code=code).first()
    if found is None:
        raise Missing(words.AGREEMENT_UNKNOWN)
    return found


def kept(code: str) -> Agreement:
    """The same, held until the end of the act: two acts on one agreement come one after the other."""
    found = Agreement.objects.select_for_update().filter(code=code).first()
    if found is None:
        raise Missing(words.AGREEMENT_UNKNOWN)
    return found


def officer_of(email: str) -> UUID:
    """Whose duty it is: the liaison officer of that address; without one, whoever asks."""
    found = codes.person(email) if email else require().actor
    if found is None or found not in staff(SITE_DIRECTOR, PROGRAMME):
        raise Invalid(words.OFFICER_UNKNOWN)
    return found


def asker() -> UUID:
    """Who signs for what is written down: a person, never the machine."""
    who = require().actor
    if who is None:
        raise Forbidden(NOT_ALLOWED)
    return who


def editable(found: Agreement) -> None:
    """Raises where the agreement can no longer be changed."""
    if found.state not in UNSIGNED:
        raise Refused(words.AGREEMENT_FIXED)
