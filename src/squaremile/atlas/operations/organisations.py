"""Organisations of the registry, entered and edited by hand."""

from typing import Any

from squaremile.atlas import rules
from squaremile.atlas.models import Organisation
from squaremile.atlas.operations import entries, placards
from squaremile.atlas.policies import identifiers
from squaremile.atlas.words import registry as words
from squaremile.core.words import BAD_INPUT, CODE_TAKEN, CODE_UNFIT, NAME_NEEDED
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.network.policies import identifiers as registers

NUMBERS = ("ror", "openalex", "lei")
SAID_BY_TABLE = {
    "atlas_organisation_named": NAME_NEEDED, "atlas_organisation_kind_known": BAD_INPUT,
    "atlas_organisation_status_known": BAD_INPUT, "atlas_organisation_founded_sound": words.FOUNDED_UNSOUND,
    "atlas_organisation_not_in_itself": words.PARENT_LOOP, "atlas_organisation_ror_key": words.ID_TAKEN,
    "atlas_organisation_openalex_key": words.ID_TAKEN, "atlas_organisation_lei_key": words.ID_TAKEN,
}  # fmt: skip
UNSOUND = (words.ROR_UNSOUND, words.OPENALEX_UNSOUND, words.LEI_UNSOUND)


@operation(
    "atlas.add_organisation", ko="기관 올리기", en="Enter an organisation", may=rules.keep,
    refuses=(words.ORGANISATION_UNKNOWN, words.SOURCE_UNKNOWN, *UNSOUND),
    constraints={
        "atlas_organisation_code_key": CODE_TAKEN, "atlas_organisation_code_fits": CODE_UNFIT, **SAID_BY_TABLE,
    },
)
def add_organisation(
    *, kind: str, name_ko: str = "", name_en: str = "", code: str = "", also: str = "", parent_institution: str = "",
    founded: int | None = None, status: str = "active", country: str = "", city: str = "", ror: str = "", openalex: str = "",
    lei: str = "", website: str = "", source: str = "", published: bool = False,
) -> Organisation:
    """Enter an organisation into the registry as a draft, or published at once; each field is said to be of `source`."""
    origin = entries.source(source)
    made = Organisation.objects.create(
        code=code or short_code("AO"), kind=kind, name_ko=name_ko.strip(), name_en=name_en.strip(), also=also.strip(),
        parent=entries.institution(parent_institution), founded=founded, status=status, country=country.strip().upper(),
        city=city.strip(), website=website.strip(), published=published, created_at=clock.now(),
        **_numbers({"ror": ror, "openalex": openalex, "lei": lei}),
    )
    entries.tell("organisation", made.id, said_of(made), origin)
    placards.organisations([made])
    note(subject=made, source=origin.code)
    return made


@operation(
    "atlas.edit_organisation", ko="기관 고치기", en="Edit an organisation", may=rules.keep,
    refuses=(words.ORGANISATION_UNKNOWN, words.SOURCE_UNKNOWN, words.PARENT_LOOP, *UNSOUND), constraints=SAID_BY_TABLE,
)
def edit_organisation(
    *, institution: str, kind: str | None = None, name_ko: str | None = None, name_en: str | None = None,
    also: str | None = None, parent_institution: str | None = None, founded: int | None = None, status: str | None = None,
    country: str | None = None, city: str | None = None, ror: str | None = None, openalex: str | None = None,
    lei: str | None = None, website: str | None = None, source: str = "",
) -> Organisation:
    """Change what is said of an organisation, by `source`; what is left out stays. An empty number or parent is taken away."""
    _row, home = entries.institutions(institution, parent_institution or "")
    row = entries.found(Organisation, institution, words.ORGANISATION_UNKNOWN)
    origin = entries.source(source)
    changed = entries.write(row, {
        "kind": kind, "name_ko": name_ko, "name_en": name_en, "also": also, "founded": founded, "status": status,
        "country": country if country is None else country.upper(), "city": city, "website": website,
    })
    changed += _replaced(row, _numbers({n: v for n, v in (("ror", ror), ("openalex", openalex), ("lei", lei)) if v is not None}))
    if parent_institution is not None:
        _no_loop(row, home)
        changed += _replaced(row, {"parent": home})
    still = set(said_of(row))
    entries.tell("organisation", row.id, [name for name in changed if name in still], origin)
    entries.untell(row.id, [name for name in changed if name not in still])
    placards.organisations([row])
    note(subject=row, changed=changed, source=origin.code)
    return row


FIELDS = (
    "name_ko", "name_en", "also", "kind", "parent", "founded", "status", "country", "city", "ror", "openalex", "lei", "website",
)  # fmt: skip


def said_of(row: Organisation) -> list[str]:
    """Fields that say something."""
    return [name for name in FIELDS if getattr(row, f"{name}_id" if name == "parent" else name) not in ("", None)]


def _numbers(said: dict[str, str]) -> dict[str, str | None]:
    """The numbers that were typed in their written form, None for none; a refusal for what cannot be one."""
    read = {"ror": registers.ror, "openalex": identifiers.openalex, "lei": identifiers.lei}
    sound: dict[str, str | None] = {}
    for (name, text), refusal in zip(said.items(), (dict(zip(NUMBERS, UNSOUND, strict=True))[n] for n in said), strict=True):
        sound[name] = read[name](text) if text.strip() else None
        if text.strip() and sound[name] is None:
            raise Invalid(refusal)
    return sound


def _replaced(row: Organisation, said: dict[str, Any]) -> list[str]:
    changed = [name for name, value in said.items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, said[name])
    if changed:
        row.save(update_fields=changed)
    return changed


def _no_loop(row: Organisation, home: Organisation | None) -> None:
    """Nobody belongs to one below it."""
    seen = {row.id}
    while home is not None:
        if home.id in seen:
            raise Refused(words.PARENT_LOOP)
        seen.add(home.id)
        home = home.parent
