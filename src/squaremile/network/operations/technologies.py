"""Technologies on offer."""

from datetime import date

from squaremile.core.words import CODE_TAKEN, CODE_UNFIT, NAME_NEEDED
from squaremile.kernel import clock
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.network import rules
from squaremile.network.models import Technology, TechnologyPerson
from squaremile.network.models.technology import FACTS
from squaremile.network.operations import entries, placards
from squaremile.network.words import directory as words
from squaremile.network.words import knowledge

SAID_BY_TABLE = {
    "technology_named": NAME_NEEDED, "technology_trl_known": knowledge.TRL_UNSOUND,
    "technology_person_once": knowledge.AUTHOR_TWICE,
    **{f"technology_{fact}_said": knowledge.FACT_MISSING for fact in FACTS},
}  # fmt: skip


@operation(
    "network.add_technology", ko="기술 올리기", en="Enter a technology", may=rules.keep_directory,
    refuses=(words.PARTNER_UNKNOWN, words.LAB_UNKNOWN, words.PERSON_UNKNOWN),
    constraints={
        "network_technology_code_key": CODE_TAKEN, "technology_code_fits": CODE_UNFIT, **SAID_BY_TABLE,
    },
)
def add_technology(
    *, partner: str, trl: int, name_ko: str = "", name_en: str = "", code: str = "", lab: str = "",
    problem_ko: str = "", problem_en: str = "", advantage_ko: str = "", advantage_en: str = "",
    economics_ko: str = "", economics_en: str = "", stage_ko: str = "", stage_en: str = "", patents: str = "",
    experts: list[str] | None = None, source: str = "",
) -> Technology:
    """Enter a technology that may be licensed. What problem it solves, its advantage, economics and stage must be said."""
    made = Technology.objects.create(
        code=code or short_code("TE"), partner=entries.found_partner(partner), lab=entries.lab(lab), trl=trl,
        name_ko=name_ko.strip(), name_en=name_en.strip(), problem_ko=problem_ko.strip(), problem_en=problem_en.strip(),
        advantage_ko=advantage_ko.strip(), advantage_en=advantage_en.strip(), economics_ko=economics_ko.strip(),
        economics_en=economics_en.strip(), stage_ko=stage_ko.strip(), stage_en=stage_en.strip(),
        patents=patents.strip(), checked_on=clock.now().date(), source=source, created_at=clock.now(),
    )
    _made_by(made, experts or [])
    placards.technology(made)
    note(subject=made)
    return made


@operation(
    "network.edit_technology", ko="기술 고치기", en="Edit a technology", may=rules.keep_directory,
    refuses=(knowledge.TECHNOLOGY_UNKNOWN, words.PARTNER_UNKNOWN, words.LAB_UNKNOWN, words.PERSON_UNKNOWN),
    constraints=SAID_BY_TABLE,
)
def edit_technology(
    *, technology: str, partner: str | None = None, trl: int | None = None, name_ko: str | None = None,
    name_en: str | None = None, lab: str | None = None, problem_ko: str | None = None, problem_en: str | None = None,
    advantage_ko: str | None = None, advantage_en: str | None = None, economics_ko: str | None = None,
    economics_en: str | None = None, stage_ko: str | None = None, stage_en: str | None = None,
    patents: str | None = None, experts: list[str] | None = None, transferred_on: date | None = None,
    offered_again: bool = False,
) -> Technology:
    """Change what is said of a technology; what is left out stays. It counts as looked at today.

    `transferred_on` says that it was licensed or sold, `offered_again` takes that back.
    """
    row = entries.found(Technology, technology, knowledge.TECHNOLOGY_UNKNOWN)
    changed = entries.write(row, {
        "partner": entries.partner(partner or ""), "lab": entries.lab(lab or ""), "trl": trl, "name_ko": name_ko,
        "name_en": name_en, "problem_ko": problem_ko, "problem_en": problem_en, "advantage_ko": advantage_ko,
        "advantage_en": advantage_en, "economics_ko": economics_ko, "economics_en": economics_en,
        "stage_ko": stage_ko, "stage_en": stage_en, "patents": patents, "transferred_on": transferred_on,
        "checked_on": clock.now().date(),
    })  # fmt: skip
    if offered_again:
        row.transferred_on = None
        row.save(update_fields=["transferred_on"])
    if experts is not None:
        _made_by(row, experts)
    placards.technology(row)
    note(subject=row, changed=changed)
    return row


@operation(
    "network.confirm_technology", ko="기술 내용 확인하기", en="Confirm a technology", may=rules.keep_directory,
    refuses=(knowledge.TECHNOLOGY_UNKNOWN,),
)
def confirm_technology(*, technology: str) -> Technology:
    """Say that everything written of a technology still holds today."""
    row = entries.found(Technology, technology, knowledge.TECHNOLOGY_UNKNOWN)
    entries.write(row, {"checked_on": clock.now().date()})
    note(subject=row)
    return row


def _made_by(row: Technology, codes: list[str]) -> None:
    row.makers.all().delete()
    for position, person in enumerate(entries.people(codes), 1):
        TechnologyPerson.objects.create(technology=row, person=person, position=position)
