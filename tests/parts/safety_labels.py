"""For the tests of the whole product: what the rival knows of its own substance."""

from datetime import date
from typing import Any

from squaremile.safety import operations as safety

API = "squaremile.api.v1.safety.labels"
HERS = {"substance": "substance"}
KEYS = {"file": "file"}
SOUND: dict[str, Any] = {
    "read_in": "SDS", "read_on": date(2027, 2, 1), "signal": "danger", "statements": ["H225"], "precautions": ["P210"],
    "pictograms": ["GHS02"], "sheet_language": "ko", "revised_on": date(2027, 1, 5),
}  # fmt: skip
LEFT_OUT = ("sheet_url", "supplier")
SAID = {"scheme": ("ghs", "us-ibc")}
FORM = {"statements": "H225", "sheet_language": "ko", "revised_on": "2027-01-05", "read_on": "2027-02-01", "read_in": "SDS"}
TEXTS = {"label source": "새봄 SB-77 내부 MSDS 3판", "sheet supplier": "새봄 합성팀 7731"}


def week(world, codes, keys):
    """Its label, and a sheet of its own for what is in the shared register."""
    with world.as_("sujin"):
        safety.enter_label(
            substance=codes["substance"], statements=["H225", "H336"], pictograms=["GHS02"], signal="danger",
            read_in=TEXTS["label source"], read_on=date(2027, 2, 1),
        )
        safety.add_sheet(
            substance=codes["substance"], sheet_language="ko", revised_on=date(2027, 1, 5), sheet_url="https://sds.example/7731",
            supplier=TEXTS["sheet supplier"],
        )
