"""The company record: opened, kept, and what of it may be shown."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from squaremile.core import door_keys
from squaremile.core.operations.invitations import bid
from squaremile.core.operations.organisations import prospect, take_in
from squaremile.core.reads import organisations
from squaremile.core.roles import COMPANY_ADMIN
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation, publish
from squaremile.kernel.period import Period
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text
from squaremile.published.residency import CompanyMoved
from squaremile.residency import rules
from squaremile.residency.models import Application, Company, Licence, Profile
from squaremile.residency.models.company import STAGES
from squaremile.residency.reads.days import begin_of, end_of, today
from squaremile.residency.words import companies as words
from squaremile.residency.words.licences import LICENCE_STEP

STEP = {"company_step_allowed": words.COMPANY_STEP}
RECORD = {"residency_company_pkey": words.COMPANY_KNOWN, "residency_company_organisation_id_key": words.COMPANY_KNOWN}
SHOWN = {"profile_listed_says": words.LISTED_NEEDS_SUMMARY, "profile_website_fits": words.WEBSITE_UNFIT}


@operation(
    "residency.open_record", ko="기업 기록 열기", en="Open a company record", may=rules.keep_companies,
    refuses=(words.COMPANY_KNOWN, words.STAGE_UNKNOWN, words.FOUNDED_LATER, words.COMPANY_STEP, words.PAPER_OVER, "core.not_found"),
    constraints={**RECORD, **STEP},
)
def open_record(
    *, organisation: str, state: str = "resident", founded_on: date | None = None, stage: str = "",
    country: str = "KR", licensed_until: date | None = None,
) -> Company:
    """Begin the record of an organisation that is here already, in residence or an alumna, by its code.

    `licensed_until`: the last day of the licence on paper under which it sits. Its people book until then, or until a
    licence made here follows; without it they book once one is in force.
    """
    found = organisations.organisation(organisation)
    if Company.objects.filter(id=found.id).exists():
        raise Refused(words.COMPANY_KNOWN)
    if state not in ("resident", "alumni"):
        raise Invalid(words.COMPANY_STEP)
    _paper_sound(state, licensed_until)
    _sound(founded_on, stage)
    made = _made(found.id, found.name, state, founded_on, stage, country)
    if licensed_until:
        _on_paper(made, licensed_until)
    note(subject=made, organisation=made.id, state=state, licensed_until=licensed_until)
    return made


@operation(
    "residency.edit_company", ko="기업 기록 고치기", en="Edit a company record", may=rules.keep_companies,
    refuses=(words.COMPANY_UNKNOWN, words.STAGE_UNKNOWN, words.FOUNDED_LATER, words.PAPER_OVER, LICENCE_STEP),
)
def edit_company(
    *, company: str, founded_on: date | None = None, stage: str = "", country: str = "KR", licensed_until: date | None = None,
) -> Company:
    """When it was founded, how far it is, where it is registered; `licensed_until`, of a company in residence that has no
    licence in force: the last day of its licence on paper. Left out, nothing changes about its licence."""
    found = locked(company)
    _paper_sound(found.state, licensed_until)
    _sound(founded_on, stage)
    if licensed_until:
        if Licence.objects.filter(company=found, state="in_force").exists():
            raise Refused(LICENCE_STEP)
        _on_paper(found, licensed_until)
    before = [found.founded_on, found.stage, found.country]
    found.founded_on, found.stage, found.country = founded_on, stage, country.strip().upper()[:2]
    found.save(update_fields=["founded_on", "stage", "country"])
    after = [found.founded_on, found.stage, found.country]
    note(subject=found, organisation=found.id, before=before, after=after, licensed_until=licensed_until)
    return found


@operation(
    "residency.edit_profile", ko="공개 소개 고치기", en="Edit the public profile", may=rules.keep_own_profile,
    refuses=(words.COMPANY_UNKNOWN,), constraints=SHOWN,
)
def edit_profile(
    *, company: str, summary_ko: str = "", summary_en: str = "", fields: Sequence[str] = (), website: str = "",
    listed: bool = False,
) -> Profile:
    """What may be said of the company; once `listed`, everybody may read it, signed in or not."""
    found = owned(company)
    shown = Profile.objects.select_for_update().get(company=found)
    shown.summary_ko, shown.summary_en = summary_ko.strip(), summary_en.strip()
    shown.fields = [word.strip()[:60] for word in fields if word.strip()][:20]
    shown.website, shown.listed = website.strip(), listed
    shown.save()
    note(subject=found, organisation=found.id, listed=listed)
    return shown


def begin(*, name_ko: str, name_en: str, state: str, kind: str = "startup") -> Company:
    """The record of a company that is not here yet, inside another operation: its organisation is not active."""
    made = prospect(name_ko=name_ko, name_en=name_en, kind=kind)
    return _made(made.id, Text(ko=made.name_ko, en=made.name_en), state, None, "", "KR")


def step(company: Company, state: str) -> None:
    """The company's next state, inside another operation; others hear of it. Admission makes the organisation active."""
    before = company.state
    if before == state:
        return
    company.state = state
    company.save(update_fields=["state"])
    if state in ("admitted", "resident"):
        # From now on its people have accounts: a key from the time outside would open what members see.
        door_keys.withdraw(holder=company.id)
        take_in(company.id)
    if state in ("closed", "declined"):
        Profile.objects.filter(company=company, listed=True).update(listed=False)
    publish(CompanyMoved(company=company.id, code=company.code, before=before, after=state))


ADMITTING = {
    "lead": ("applicant", "admitted"), "applicant": ("admitted",), "declined": ("applicant", "admitted"),
    "alumni": ("applicant", "admitted"),
}  # fmt: skip
"""The steps that lead to admission. Who is admitted or resident already stays so: it applied for more room."""


def admit(company: Company) -> None:
    """The company is taken in, inside another operation. Whoever wrote for it by a key is invited to an account as its
    admin, for the keys end here."""
    writers = [key for key in door_keys.standing(holder=company.id) if key.kind == "applicant"]
    path = ADMITTING.get(company.state, ())
    for state in path:
        step(company, state)
    for key in writers if path else ():
        bid(email=key.email, role=COMPANY_ADMIN, organisation=company.id, name_ko=key.name, language=key.language)


def decline(company: Company) -> None:
    """An applicant is declined, inside another operation; not while another application of it is on its way."""
    on_its_way = Application.objects.filter(company=company).exclude(state__in=("withdrawn", "declined")).exists()
    if company.state == "applicant" and not on_its_way:
        step(company, "declined")


def locked(code: str) -> Company:
    """A company by its code, locked. What one may not see is Missing."""
    found = Company.objects.select_for_update().filter(code=code).first()
    if found is None:
        raise Missing(words.COMPANY_UNKNOWN)
    return found


def seen(code: str) -> Company:
    """A company by its code, to act beside and not upon. What one may not see is Missing."""
    found = Company.objects.filter(code=code).first()
    if found is None:
        raise Missing(words.COMPANY_UNKNOWN)
    return found


def owned(code: str) -> Company:
    """A company whose affairs the asker keeps: her own as its admin or key-holder, any for programme staff."""
    asking, found = require(), locked(code)
    if not (rules.keep_companies(asking) or found.id in asking.organisations):
        raise Missing(words.COMPANY_UNKNOWN)
    return found


def _made(organisation: UUID, name: Text, state: str, founded_on: date | None, stage: str, country: str) -> Company:
    made = Company(
        id=organisation, organisation_id=organisation, code=short_code("CO"), state=state, founded_on=founded_on,
        stage=stage, country=country.strip().upper()[:2] or "KR", created_at=clock.now(),
    )
    Company.objects.bulk_create([made])
    Profile.objects.bulk_create([Profile(company_id=made.id, name_ko=name.ko, name_en=name.en)])
    return made


def _on_paper(company: Company, last_day: date) -> None:
    Licence.objects.create(
        code=short_code("LI"), company=company, period=Period(begin_of(today()), end_of(last_day)), state="in_force",
        created_at=clock.now(),
    )


def _paper_sound(state: str, licensed_until: date | None) -> None:
    if licensed_until and (state != "resident" or licensed_until < today()):
        raise Invalid(words.PAPER_OVER)


def _sound(founded_on: date | None, stage: str) -> None:
    if stage not in STAGES:
        raise Invalid(words.STAGE_UNKNOWN)
    if founded_on and founded_on > today():
        raise Invalid(words.FOUNDED_LATER)
