"""Partners to choose from in a form."""

from squaremile.kernel.words import Text
from squaremile.network.models import Partner


def partner_choices() -> list[tuple[str, Text]]:
    """Codes and names of the directory's bodies, by name; merged ones are left out."""
    found = Partner.objects.filter(merged_into=None).order_by("name_ko", "name_en", "code")
    return [(p.code, Text(ko=p.name_ko or p.name_en, en=p.name_en or p.name_ko)) for p in found]
