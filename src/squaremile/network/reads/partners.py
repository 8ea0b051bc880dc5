"""Organisations of the directory, for forms and for other parts."""

from dataclasses import dataclass

from squaremile.kernel.words import Text, both
from squaremile.network.models import Partner


@dataclass(frozen=True, slots=True)
class Choice:
    """One to choose in a form."""

    code: str
    name: Text


def partner_choices() -> list[Choice]:
    """Every organisation that the asker may see and that was not merged into another, by name."""
    found = Partner.objects.filter(merged_into=None).order_by("name_ko", "name_en", "code")
    return [Choice(code, both(ko, en)) for code, ko, en in found.values_list("code", "name_ko", "name_en")]
