"""People of the directory, for forms and for other parts."""

from squaremile.kernel.scope import require
from squaremile.kernel.words import both
from squaremile.network.models import Lab, Person
from squaremile.network.reads.partners import Choice


def person_choices() -> list[Choice]:
    """Everyone whom the asker may see and who was not merged into another, by name, with where she belongs."""
    found = Person.objects.filter(merged_into=None).order_by("name_ko", "name_en", "code")
    rows = found.values_list("code", "name_ko", "name_en", "partner__name_ko", "partner__name_en")
    return [
        Choice(code, both(_at(ko or en, home_ko or home_en), _at(en or ko, home_en or home_ko)))
        for code, ko, en, home_ko, home_en in rows
    ]


def own_code() -> str:
    """The asker's own profile, claimed by her; empty where she has none."""
    me = require().actor
    found = Person.objects.filter(user_id=me, merged_into=None) if me else Person.objects.none()
    return found.values_list("code", flat=True).first() or ""


def lab_choices() -> list[Choice]:
    """Every lab, by its organisation and name."""
    found = Lab.objects.order_by("partner__name_ko", "partner__name_en", "name_ko", "name_en", "code")
    rows = found.values_list("code", "name_ko", "name_en", "partner__name_ko", "partner__name_en")
    return [
        Choice(code, both(_at(ko or en, home_ko or home_en), _at(en or ko, home_en or home_ko)))
        for code, ko, en, home_ko, home_en in rows
    ]


def _at(name: str, home: str | None) -> str:
    return f"{name} · {home}" if home else name
