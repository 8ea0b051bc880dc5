"""Concepts of the field, in both languages."""

from squaremile.core.words import CODE_TAKEN, CODE_UNFIT, NAME_NEEDED
from squaremile.kernel import clock
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.network import rules
from squaremile.network.models import Concept
from squaremile.network.operations import entries, weighing
from squaremile.network.words import knowledge


@operation(
    "network.add_concept", ko="개념어 올리기", en="Enter a concept", may=rules.keep_directory,
    constraints={"network_concept_code_key": CODE_TAKEN, "concept_code_fits": CODE_UNFIT, "concept_named": NAME_NEEDED},
)
def add_concept(*, name_ko: str, name_en: str, code: str = "", also_ko: str = "", also_en: str = "") -> Concept:
    """Enter a term in Korean and English with other spellings, semicolon between; every publication is counted for it."""
    made = Concept.objects.create(
        code=code or short_code("CN"), name_ko=name_ko.strip(), name_en=name_en.strip(), also_ko=also_ko.strip(),
        also_en=also_en.strip(), created_at=clock.now(),
    )
    weighing.concept(made)
    note(subject=made)
    return made


@operation(
    "network.edit_concept", ko="개념어 고치기", en="Edit a concept", may=rules.keep_directory,
    refuses=(knowledge.CONCEPT_UNKNOWN,), constraints={"concept_named": NAME_NEEDED},
)
def edit_concept(
    *, concept: str, name_ko: str | None = None, name_en: str | None = None, also_ko: str | None = None,
    also_en: str | None = None,
) -> Concept:
    """Change a term or its spellings; every publication is counted again."""
    row = entries.found(Concept, concept, knowledge.CONCEPT_UNKNOWN)
    entries.write(row, {"name_ko": name_ko, "name_en": name_en, "also_ko": also_ko, "also_en": also_en})
    weighing.concept(row)
    note(subject=row)
    return row
