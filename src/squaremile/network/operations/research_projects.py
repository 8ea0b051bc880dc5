"""Research projects."""

from squaremile.core.words import CODE_TAKEN, CODE_UNFIT
from squaremile.kernel import clock
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.network import rules
from squaremile.network.models import ProjectPerson, ResearchProject
from squaremile.network.operations import entries, placards
from squaremile.network.words import directory as words
from squaremile.network.words import knowledge

SAID_BY_TABLE = {
    "research_project_titled": knowledge.TITLE_NEEDED, "research_project_years_sound": knowledge.YEARS_UNSOUND,
    "project_person_once": knowledge.AUTHOR_TWICE,
}


@operation(
    "network.add_research_project", ko="연구과제 올리기", en="Enter a research project", may=rules.keep_directory,
    refuses=(words.PARTNER_UNKNOWN, words.LAB_UNKNOWN, words.PERSON_UNKNOWN),
    constraints={
        "network_research_project_code_key": CODE_TAKEN, "research_project_code_fits": CODE_UNFIT, **SAID_BY_TABLE,
    },
)
def add_research_project(
    *, partner: str, first_year: int, last_year: int, title_ko: str = "", title_en: str = "", code: str = "",
    lab: str = "", says_ko: str = "", says_en: str = "", funder_ko: str = "", funder_en: str = "",
    experts: list[str] | None = None, source: str = "",
) -> ResearchProject:
    """Enter funded research of an organisation; the first of `experts` leads it."""
    made = ResearchProject.objects.create(
        code=code or short_code("RP"), partner=entries.found_partner(partner), lab=entries.lab(lab),
        first_year=first_year, last_year=last_year, title_ko=title_ko.strip(), title_en=title_en.strip(),
        says_ko=says_ko.strip(), says_en=says_en.strip(), funder_ko=funder_ko.strip(), funder_en=funder_en.strip(),
        source=source, created_at=clock.now(),
    )
    _worked_on_by(made, experts or [])
    placards.research_project(made)
    note(subject=made)
    return made


@operation(
    "network.edit_research_project", ko="연구과제 고치기", en="Edit a research project", may=rules.keep_directory,
    refuses=(knowledge.PROJECT_UNKNOWN, words.PARTNER_UNKNOWN, words.LAB_UNKNOWN, words.PERSON_UNKNOWN),
    constraints=SAID_BY_TABLE,
)
def edit_research_project(
    *, research_project: str, partner: str | None = None, first_year: int | None = None, last_year: int | None = None,
    title_ko: str | None = None, title_en: str | None = None, lab: str | None = None, says_ko: str | None = None,
    says_en: str | None = None, funder_ko: str | None = None, funder_en: str | None = None,
    experts: list[str] | None = None,
) -> ResearchProject:
    """Change what is said of a research project; what is left out stays."""
    row = entries.found(ResearchProject, research_project, knowledge.PROJECT_UNKNOWN)
    changed = entries.write(row, {
        "partner": entries.partner(partner or ""), "lab": entries.lab(lab or ""), "first_year": first_year,
        "last_year": last_year, "title_ko": title_ko, "title_en": title_en, "says_ko": says_ko, "says_en": says_en,
        "funder_ko": funder_ko, "funder_en": funder_en,
    })  # fmt: skip
    if experts is not None:
        _worked_on_by(row, experts)
    placards.research_project(row)
    note(subject=row, changed=changed)
    return row


def _worked_on_by(row: ResearchProject, codes: list[str]) -> None:
    row.members.all().delete()
    for position, person in enumerate(entries.people(codes), 1):
        ProjectPerson.objects.create(project=row, person=person, position=position)
