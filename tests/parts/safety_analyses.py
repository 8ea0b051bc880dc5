"""For the tests of the whole product: hazard analyses. What a company does in a room is its own business."""

from typing import Any

from squaremile.safety import operations as safety

API = "squaremile.api.v1.safety.analyses"
STEPS = [{"does": "합성", "risk": "화재", "measure": "후드 안에서", "ppe": ["goggles"]}]
NOUNS = {"analyses": ("analysis",)}
HERS = {"analysis": "analysis"}
KEYS = {"responsible": "person"}
SOUND: dict[str, Any] = {"steps": STEPS, "emergency": "119", "approve": True, "place": "R202"}
FORM = {"analysis": "analysis", "emergency": "119", "responsible": "person ref", "steps-TOTAL_FORMS": "0", "steps-INITIAL_FORMS": "0"}
TEXTS = {"activity": "새봄 SB-77 대량 합성", "emergency plan": "새봄 비상 연락 063-555-0177"}


def week(world, codes, keys):
    """The rival drafts and signs one."""
    with world.as_("sora"):
        made = safety.draft_analysis(
            place="R202", steps=STEPS, emergency=TEXTS["emergency plan"], responsible=world.people["sora"], name_ko=TEXTS["activity"]
        )
        codes["analysis"], keys["analysis"] = made.code, made.analysis_id


def furnish(world):
    """One of a company."""
    with world.as_("hana"):
        safety.draft_analysis(place="R201", steps=STEPS, emergency="119", responsible=world.people["hana"], name_en="Synthesis")
