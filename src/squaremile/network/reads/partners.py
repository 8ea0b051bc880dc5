"""Organisations of the directory, for forms and for other parts."""

from dataclasses import dataclass

from squaremile.kernel.words import Text
from squaremile.network.models import Partner


@dataclass(frozen=True, slots=True)
class Choice:
    """One to choose in a form."""

    code: str
    name: Text


def both(ko: str, en: str) -> Text:
    """A text in two languages, each side filled from the other where it is blank."""
    return Text(ko=ko or en, en=en or ko)


def partner_choices() -> list[Choice]:
    """Every organisation that the asker may see and that was not merged into another, by name."""
    found = Partner.objects.filter(merged_into=None).order_by("name_ko", "name_en", "code")
    return [Choice(code, both(ko, en)) for code, ko, en in found.values_list("code", "name_ko", "name_en")]
