"""Labs of the directory."""

from squaremile.core import cards
from squaremile.core.words import CODE_TAKEN, CODE_UNFIT, NAME_NEEDED
from squaremile.kernel import clock
from squaremile.kernel.errors import Missing
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.network import rules
from squaremile.network.models import Lab, Partner
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
    card(made, home)
    note(subject=made)
    return made


def card(lab: Lab, home: Partner) -> None:
    """How it is found; a hidden one, or one of a hidden partner, is not."""
    if lab.hidden or home.hidden:
        cards.remove(kind="lab", subject=lab.id)
        return
    cards.put(
        kind="lab", subject=lab.id, title_ko=lab.name_ko, title_en=lab.name_en, says_ko=home.name_ko or home.name_en,
        says_en=home.name_en or home.name_ko, also=lab.code, url=f"/network/labs/{lab.code}/",
    )
