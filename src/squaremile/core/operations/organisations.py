"""Organisations and their projects."""

from uuid import UUID

from squaremile.core import cards, rules, words
from squaremile.core.models import Organisation, Project
from squaremile.core.roles import COMPANY_ADMIN
from squaremile.kernel.errors import Forbidden, Missing, Refused
from squaremile.kernel.ids import short_code, uuid7
from squaremile.kernel.operation import NOT_ALLOWED, note, operation
from squaremile.kernel.scope import require

NAMES = {"organisation_named": words.NAME_NEEDED, "organisation_kind_known": words.BAD_INPUT}


@operation(
    "core.add_organisation", ko="조직 추가", en="Add an organisation", may=rules.keep_organisations,
    constraints={"core_organisation_code_key": words.CODE_TAKEN, "organisation_code_fits": words.CODE_UNFIT, **NAMES},
)
def add_organisation(*, name_ko: str, name_en: str, kind: str = "startup", code: str = "") -> Organisation:
    """Enter a company or body into the cluster. Only its own people and staff can see it."""
    made = Organisation.objects.create(
        code=code or short_code("OR"), name_ko=name_ko.strip(), name_en=name_en.strip(), kind=kind
    )
    card(made)
    note(subject=made, organisation=made.id)
    return made


def prospect(*, name_ko: str, name_en: str, kind: str = "startup") -> Organisation:
    """An organisation that is not of the cluster yet, inside another operation. Nobody finds it in a list of active ones."""
    made = Organisation(
        id=uuid7(), code=short_code("OR"), name_ko=name_ko.strip(), name_en=name_en.strip(), kind=kind, active=False
    )
    Organisation.objects.bulk_create([made])
    return made


def take_in(organisation: UUID) -> Organisation:
    """A prospect belongs to the cluster from now on, inside another operation."""
    found = Organisation.objects.select_for_update().get(id=organisation)
    if not found.active:
        found.active = True
        found.save(update_fields=["active"])
        card(found)
    return found


@operation(
    "core.edit_organisation", ko="조직 고치기", en="Edit an organisation", may=rules.keep_organisations,
    refuses=(words.NOT_FOUND,), constraints=NAMES,
)
def edit_organisation(
    *, organisation: str, name_ko: str, name_en: str, kind: str, active: bool = True
) -> Organisation:
    """Change an organisation's names and kind, or take it out of use. Its code stays."""
    found = Organisation.objects.select_for_update().filter(code=organisation).first()
    if found is None:
        raise Missing(words.NOT_FOUND)
    before = [found.name_ko, found.name_en, found.kind, found.active]
    found.name_ko, found.name_en, found.kind, found.active = name_ko.strip(), name_en.strip(), kind, active
    found.save(update_fields=["name_ko", "name_en", "kind", "active"])
    card(found)
    note(subject=found, organisation=found.id, before=before,
         after=[found.name_ko, found.name_en, found.kind, found.active])
    return found


def card(organisation: Organisation) -> None:
    """How an organisation is found, by its own people and by staff."""
    if not organisation.active:
        cards.remove(kind="organisation", subject=organisation.id)
        return
    kind = words.ORGANISATION_KINDS.get(organisation.kind, words.ORGANISATION_KINDS["other"])
    cards.put(
        kind="organisation", subject=organisation.id, organisation=organisation.id, title_ko=organisation.name_ko,
        title_en=organisation.name_en, says_ko=kind.ko, says_en=kind.en, also=organisation.code,
        url=f"/organisations/{organisation.code}/",
    )


@operation(
    "core.add_project", ko="과제 추가", en="Add a project", may=rules.keep_own_company,
    constraints={
        "core_project_code_key": words.CODE_TAKEN, "project_code_fits": words.CODE_UNFIT,
        "project_named": words.NAME_NEEDED,
    },
)
def add_project(*, organisation: UUID, name_ko: str, name_en: str, reference: str = "", code: str = "") -> Project:
    """Give an organisation something to charge its use to."""
    if not _keeps(organisation):
        raise Forbidden(NOT_ALLOWED)
    made = Project.objects.create(
        organisation_id=organisation, code=code or short_code("PJ"), name_ko=name_ko.strip(), name_en=name_en.strip(),
        reference=reference.strip(),
    )
    note(subject=made, organisation=organisation)
    return made


@operation(
    "core.edit_project", ko="과제 고치기", en="Edit a project", may=rules.keep_own_company,
    refuses=(words.NOT_FOUND, words.PROJECT_CLOSED), constraints={"project_named": words.NAME_NEEDED},
)
def edit_project(*, project: str, name_ko: str, name_en: str, reference: str = "") -> Project:
    """Change a project's names and its reference (grant number, cost centre)."""
    found = _open_project(project)
    found.name_ko, found.name_en, found.reference = name_ko.strip(), name_en.strip(), reference.strip()
    found.save(update_fields=["name_ko", "name_en", "reference"])
    note(subject=found, organisation=found.organisation_id, names=[found.name_ko, found.name_en],
         reference=found.reference)
    return found


@operation(
    "core.close_project", ko="과제 닫기", en="Close a project", may=rules.keep_own_company,
    refuses=(words.NOT_FOUND, words.PROJECT_CLOSED),
)
def close_project(*, project: str) -> Project:
    """Nothing more is charged to it; what was charged stays."""
    found = _open_project(project)
    found.active = False
    found.save(update_fields=["active"])
    note(subject=found, organisation=found.organisation_id)
    return found


def _keeps(organisation: UUID) -> bool:
    """Staff keep every company's projects; a company admin those of the company she is admin of."""
    asking = require()
    own_admin = any(g.role == COMPANY_ADMIN and g.organisation == organisation for g in asking.grants)
    return own_admin or rules.keep_people(asking)


def _open_project(code: str) -> Project:
    """An open project that the asker keeps. Others' are not there."""
    found = Project.objects.select_for_update().filter(code=code).first()
    if found is None or not _keeps(found.organisation_id):
        raise Missing(words.NOT_FOUND)
    if not found.active:
        raise Refused(words.PROJECT_CLOSED)
    return found
