"""For the tests of the whole product: substances, containers and questions. What a rival works with is its own business."""

from datetime import date
from typing import Any

from squaremile.safety import operations as safety

API = "squaremile.api.v1.safety.stock"
NOUNS = {"containers": ("container", "opened container", "gone container"), "substances": ("substance",), "bringings": ("bringing",)}
HERS = {"container": "container", "substance": "substance", "bringing": "bringing"}
SOUND: dict[str, Any] = {
    "phase": "liquid", "cas": "", "how_much": "1 L", "place": "R202", "cabinet": "", "condition": "storage", "lot": "L-1",
    "scheme": "us-ibc", "hazards": ["flammable-IB"], "read_in": "SDS", "read_on": date(2027, 3, 1), "gone_to": "밖",
    "components": [{"component": "64-17-5", "low": "60", "high": "70"}], "approve": True, "pack": "us-ibc", "pack_row": "class:flammable-IA:liquid",
}  # fmt: skip
LEFT_OUT = ("boil_c", "density", "figures_from", "flash_c", "good_until", "in_cabinet", "mixture", "sheet_url", "water_soluble")
OWN: dict[str, dict[str, Any]] = {
    "safety.receive_container": {"bringing": ""}, "safety.split_container": {"how_much": "0.1 L"},
    "safety.measure_container": {"how_much": "0.1 L"}, "safety.correct_container": {"how_much": "3 L"},
}  # fmt: skip
FORM = {
    "components": "64-17-5 60-70", "how_much": "1 L", "phase": "liquid", "condition": "storage", "substance": "substance", "place": "R202",
}  # fmt: skip
TEXTS = {
    "substance": "새봄 후보물질 SB-77", "lot": "SBLOT7731", "component": "새봄 비밀성분", "component source": "새봄 SDS 4417",
    "gone_to": "새봄 판교 실험실",
}  # fmt: skip


def week(world, codes, keys):
    """The rival registers what it works with, keeps some of it, and asks for more."""
    with world.as_("sujin"):
        made = safety.add_substance(phase="liquid", name_ko=TEXTS["substance"], name_en="SB-77 in acetone")
        codes["substance"], keys["substance"] = made.code, made.id
        safety.enter_classes(substance=made.code, scheme="ghs", hazards=["H225"], read_in="SDS", read_on=date(2027, 3, 1))
        part = safety.add_substance(phase="solid", name_ko=TEXTS["component"]).code
        safety.enter_components(
            substance=made.code, components=[{"component": part, "low": "7.31", "high": "9"}], read_in=TEXTS["component source"],
            read_on=date(2026, 3, 1),
        )
    with world.as_("safety"):
        safety.enter_classes(substance=made.code, scheme="us-ibc", hazards=["flammable-IB"], read_in="SDS", read_on=date(2027, 3, 1))
        for name in ("container", "opened container", "gone container"):
            kept = safety.receive_container(
                substance=made.code, how_much="2 L", place="R202", organisation="SAEBOM", lot=TEXTS["lot"],
                bringing=_approved(world, made.code),
            )
            codes[name] = kept.code
        safety.open_container(container=codes["opened container"])
        safety.transfer_container(container=codes["gone container"], gone_to=TEXTS["gone_to"])
    with world.as_("sujin"):
        codes["bringing"] = safety.ask_to_bring(substance=made.code, how_much="3 L", place="R202").code


def _approved(world, substance):
    """Nothing is known of a room without an area: safety lets it in."""
    with world.as_("sujin"):
        code = safety.ask_to_bring(substance=substance, how_much="2 L", place="R202").code
    with world.as_("safety"):
        return safety.settle_bringing(bringing=code, approve=True, reason="확인함").code


def furnish(world):
    """A shared substance and a container of one company."""
    with world.as_("safety"):
        made = safety.add_substance(phase="liquid", cas="67-64-1", name_ko="아세톤", name_en="Acetone")
        safety.receive_container(substance=made.code, how_much="1 L", place="R201", organisation="HANBIT")
    with world.as_("hana"):
        safety.ask_to_bring(substance=made.code, how_much="900 L", place="R202")
