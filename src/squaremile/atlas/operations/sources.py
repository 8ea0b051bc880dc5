"""Sources: data sets with their licence and day."""

from datetime import date

from squaremile.atlas import rules
from squaremile.atlas.models import Source
from squaremile.atlas.operations import entries
from squaremile.atlas.words import registry as words
from squaremile.core.words import BAD_INPUT, CODE_TAKEN, CODE_UNFIT, NAME_NEEDED
from squaremile.kernel import clock
from squaremile.kernel.operation import note, operation


@operation(
    "atlas.add_source", ko="출처 올리기", en="Enter a source", may=rules.keep,
    constraints={
        "atlas_source_code_key": CODE_TAKEN, "atlas_source_code_fits": CODE_UNFIT, "atlas_source_named": NAME_NEEDED,
        "atlas_source_digest_sound": BAD_INPUT,
    },
)
def add_source(
    *, code: str, name_ko: str = "", name_en: str = "", licence: str = "", attribution: str = "", of_day: date | None = None,
    url: str = "",
) -> Source:
    """Enter a data set, register or list: its licence, what must be printed beside it, and the day it is of."""
    made = Source.objects.create(
        code=code, name_ko=name_ko.strip(), name_en=name_en.strip(), licence=licence.strip(), attribution=attribution.strip(),
        as_of=of_day, url=url, created_at=clock.now(),
    )
    note(subject=made)
    return made


@operation(
    "atlas.edit_source", ko="출처 고치기", en="Edit a source", may=rules.keep, refuses=(words.SOURCE_UNKNOWN,),
    constraints={"atlas_source_named": NAME_NEEDED},
)
def edit_source(
    *, source: str, name_ko: str | None = None, name_en: str | None = None, licence: str | None = None,
    attribution: str | None = None, of_day: date | None = None, url: str | None = None,
) -> Source:
    """Change what is said of a source; what is left out stays."""
    row = entries.found(Source, source, words.SOURCE_UNKNOWN)
    changed = entries.write(row, {
        "name_ko": name_ko, "name_en": name_en, "licence": licence, "attribution": attribution, "as_of": of_day, "url": url,
    })
    note(subject=row, changed=changed)
    return row
