"""Meanings of parameters: hazard analyses before work."""

from squaremile.core.asked.meaning import Known

KNOWN: dict[str, Known] = {
    "analysis": Known("Code of a hazard analysis", "HA-7K3M9QXA", 20),
    "emergency": Known("Whom to call, how to stop, where to wash and gather", "Close the valve, leave, call 119", 4000),
    "responsible": Known("E-mail address of the responsible person, of that company", "hana@example.org", 254),
    "steps": Known(
        "Steps: what is done, what may happen, what is done about it, and what is worn (goggles, face_shield, gloves_nitrile,"
        " gloves_cryo, coat, apron, respirator, mask, ear, shoes)",
        [{"does": "Evaporate acetone", "risk": "Fire", "measure": "In the hood, no flame", "ppe": ["goggles", "gloves_nitrile"]}],
    ),
}
