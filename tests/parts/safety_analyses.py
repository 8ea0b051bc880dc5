"""For the tests of the whole product: hazard analyses. What a company does in a room is its own business."""

from typing import Any

from squaremile.safety import operations as safety

API = "squaremile.api.v1.safety.analyses"
STEPS = [{"does": "합성", "risk": "화재", "measure": "후드 안에서", "ppe": ["goggles"]}]
NOUNS = {"analyses": ("analysis", "signed analysis", "approved analysis")}
HERS = {"analysis": "analysis"}
KEYS = {"responsible": "person"}
SOUND: dict[str, Any] = {"steps": STEPS, "emergency": "119", "approve": True, "place": "R202"}
OWN: dict[str, dict[str, Any]] = {
    "safety.decide_analysis": {"analysis": "signed analysis"}, "safety.end_analysis": {"analysis": "approved analysis"},
}  # fmt: skip
FORM = {"analysis": "analysis", "emergency": "119", "responsible": "person ref", "steps-TOTAL_FORMS": "0", "steps-INITIAL_FORMS": "0"}
TEXTS = {"activity": "새봄 SB-77 대량 합성", "emergency plan": "새봄 비상 연락 063-555-0177"}


def week(world, codes, keys):
    """The rival has a draft, one that waits for safety, and one that safety approved."""
    with world.as_("sora"):
        made = _drafted(world)
        codes["analysis"], keys["analysis"] = made.code, made.analysis_id
        for name in ("signed analysis", "approved analysis"):
            codes[name] = _drafted(world).code
            safety.sign_analysis(analysis=codes[name])
    with world.as_("safety"):
        safety.decide_analysis(analysis=codes["approved analysis"], approve=True)


def _drafted(world):
    return safety.draft_analysis(
        place="R201", steps=STEPS, emergency=TEXTS["emergency plan"], responsible=world.people["sora"], name_ko=TEXTS["activity"]
    )


def furnish(world):
    """One of a company."""
    with world.as_("hana"):
        safety.draft_analysis(place="R201", steps=STEPS, emergency="119", responsible=world.people["hana"], name_en="Synthesis")
