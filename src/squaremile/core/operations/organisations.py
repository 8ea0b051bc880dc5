"""Organisations and their projects."""

from uuid import UUID

from squaremile.core import cards, rules, words
from squaremile.core.models import Organisation, Project
from squaremile.kernel.errors import Forbidden
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import NOT_ALLOWED, note, operation
from squaremile.kernel.scope import require


@operation(
    "core.add_organisation", ko="조직 추가", en="Add an organisation", may=rules.keep_organisations,
    constraints={"core_organisation_code_key": words.CODE_TAKEN, "organisation_named": words.BAD_INPUT,
                 "organisation_kind_known": words.BAD_INPUT},
)
def add_organisation(*, name_ko: str, name_en: str, kind: str = "startup", code: str = "") -> Organisation:
    """Enter a company or body into the cluster. Only its own people and staff can see it."""
    made = Organisation.objects.create(
        code=code or short_code("OR"), name_ko=name_ko.strip(), name_en=name_en.strip(), kind=kind
    )
    cards.put(kind="organisation", subject=made.id, organisation=made.id, title_ko=made.name_ko, title_en=made.name_en,
              url=f"/organisations/{made.code}/")
    note(subject=made, organisation=made.id)
    return made


@operation(
    "core.add_project", ko="과제 추가", en="Add a project", may=rules.keep_own_company,
    constraints={"core_project_code_key": words.CODE_TAKEN, "project_named": words.BAD_INPUT},
)
def add_project(*, organisation: UUID, name_ko: str, name_en: str, reference: str = "", code: str = "") -> Project:
    """Give an organisation something to charge its use to."""
    asking = require()
    if not asking.staff and organisation not in asking.organisations:
        raise Forbidden(NOT_ALLOWED)
    made = Project.objects.create(
        organisation_id=organisation, code=code or short_code("PJ"), name_ko=name_ko.strip(), name_en=name_en.strip(),
        reference=reference.strip(),
    )
    note(subject=made, organisation=organisation)
    return made
