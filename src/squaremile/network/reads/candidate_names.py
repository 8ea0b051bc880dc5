"""What a candidate is called, by sort and code: a person, an organisation, a lab, an instrument."""

from squaremile.core.reads import cards
from squaremile.kernel.words import Text, both
from squaremile.network.models import Lab, Partner, Person

KEPT: dict[str, type[Person] | type[Partner] | type[Lab]] = {"person": Person, "partner": Partner, "lab": Lab}


def name_of(subject: str, code: str) -> Text | None:
    """Its name as the asker may see it; None for what she does not see. An instrument is found by its card."""
    kind = KEPT.get(subject)
    if kind is None:
        return cards.title_at(f"/book/{code}/")
    found = kind.objects.filter(code=code, hidden=False).first()
    return both(found.name_ko, found.name_en) if found else None
