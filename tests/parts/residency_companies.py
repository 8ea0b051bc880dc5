"""For the tests of the whole product: the company record."""

from typing import Any

from squaremile.core import operations as core
from squaremile.residency import operations as residency

API = "squaremile.api.v1.residency.companies"
NOUNS = {"companies": ("company record",)}
HERS = {"company": "company record"}
SOUND: dict[str, Any] = {"state": "resident", "stage": "seed", "summary_ko": "훔친 소개", "founded_on": None}
LEFT_OUT = ("country", "fields", "licensed_until", "website", "summary_en")
OWN: dict[str, dict[str, Any]] = {"residency.open_record": {"organisation": "THIRD"}, "residency.edit_profile": {}}
FORM = {"state": "resident", "stage": "seed", "country": "KR"}
TEXTS = {"summary": "새봄만 아는 소개 초안"}


def week(world, codes, keys):
    """The rival's record, with a profile that it has not listed."""
    with world.as_("programme"):
        core.add_organisation(code="THIRD", name_ko="셋째바이오", name_en="Third Bio")
        made = residency.open_record(organisation="SAEBOM", stage="seed")
        codes["company record"], keys["company record"] = made.code, made.id
        residency.edit_profile(company=made.code, summary_ko=TEXTS["summary"])


def furnish(world):
    """A record of each company."""
    with world.as_("programme"):
        for code in ("HANBIT", "SAEBOM"):
            residency.open_record(organisation=code, stage="seed")
