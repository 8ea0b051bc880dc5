"""Labs of the directory."""

from squaremile.core.words import CODE_TAKEN, CODE_UNFIT, NAME_NEEDED
from squaremile.kernel import clock
from squaremile.kernel.errors import Missing
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.network import rules
from squaremile.network.models import Lab, Partner
from squaremile.network.operations import entries, placards
from squaremile.network.words import directory as words


@operation(
    "network.add_lab", ko="연구실 올리기", en="Enter a lab into the directory", may=rules.keep_directory,
    refuses=(words.PARTNER_UNKNOWN,),
    constraints={
        "network_lab_code_key": CODE_TAKEN, "lab_code_fits": CODE_UNFIT, "lab_named": NAME_NEEDED,
    },
)
def add_lab(
    *, partner: str, name_ko: str = "", name_en: str = "", code: str = "", says_ko: str = "", says_en: str = "",
    website: str = "",
) -> Lab:
    """Enter a research group of a partner."""
    home = Partner.objects.filter(code=partner).first()
    if home is None:
        raise Missing(words.PARTNER_UNKNOWN)
    made = Lab.objects.create(
        code=code or short_code("LB"), partner=home, name_ko=name_ko.strip(), name_en=name_en.strip(),
        says_ko=says_ko.strip(), says_en=says_en.strip(), website=website, created_at=clock.now(),
    )
    placards.lab(made)
    note(subject=made)
    return made



@operation(
    "network.edit_lab", ko="연구실 고치기", en="Edit a lab", may=rules.keep_directory,
    refuses=(words.LAB_UNKNOWN, words.PARTNER_UNKNOWN), constraints={"lab_named": NAME_NEEDED},
)
def edit_lab(
    *, lab: str, partner: str | None = None, name_ko: str | None = None, name_en: str | None = None,
    says_ko: str | None = None, says_en: str | None = None, website: str | None = None,
) -> Lab:
    """Change what is said of a lab, or whose it is; what is left out stays."""
    row = entries.found(Lab, lab, words.LAB_UNKNOWN)
    home = entries.partner(partner or "")
    changed = entries.write(row, {
        "partner": home, "name_ko": name_ko, "name_en": name_en, "says_ko": says_ko, "says_en": says_en,
        "website": website,
    })  # fmt: skip
    placards.lab(row)
    note(subject=row, changed=changed)
    return row
