"""For the tests of the whole product: biological agents, protocols, rooms and the committee."""

from datetime import date
from decimal import Decimal
from typing import Any

from squaremile.safety import operations as safety

API = "squaremile.api.v1.safety.agents"
NOUNS = {"agents": ("agent",), "holdings": ("holding",), "protocols": ("protocol", "draft protocol", "protocol in review")}
ALL = {"rooms": ("R201",)}
HERS = {"agent": "agent", "holding": "holding", "protocol": "protocol"}
KEYS = {"investigator": "person"}
SOUND: dict[str, Any] = {
    "kind": "bacterium", "risk_group": 1, "read_in": "목록", "amount_held": Decimal(1), "counted_in": "바이알", "happened": "dispose",
    "biosafety_level": 1, "agents": ["AG-NONE"], "opinion": "for", "approve": True, "admits": ["bacterium"], "place": "R201",
}  # fmt: skip
OWN: dict[str, dict[str, Any]] = {
    "safety.draft_protocol": {"protocol": "protocol", "agents": ["agent"]},
    "safety.submit_protocol": {"protocol": "draft protocol"}, "safety.withdraw_protocol": {"protocol": "draft protocol"},
    "safety.give_opinion": {"protocol": "protocol in review"},
    "safety.decide_protocol": {"protocol": "protocol in review", "ends_on": date(2028, 2, 28)},
    "safety.seat_member": {}, "safety.unseat_member": {},
}  # fmt: skip
"""Who is seated, and who of staff is not, is known once the week is lived: they are nobody of hers."""
LEFT_OUT = (
    "done_on", "ends_on", "lmo_notice", "made_of", "manager", "manager_phone", "notice_number", "other_party", "plan_of_work", "spot",
)  # fmt: skip
FORM = {
    "agent": "agent", "agents": "agent", "amount_held": "1", "counted_in": "바이알", "happened": "dispose", "risk_group": "1",
    "biosafety_level": "1", "opinion": "for", "act": "end", "leaves": "email",
}  # fmt: skip
TEXTS = {"agent text": "새봄 균주 SB-E9", "protocol text": "새봄 발현 시험 계획", "spot": "새봄 냉동고 7번", "book": "새봄 발현 시험 3차"}


def week(world, codes, keys):
    """The rival has a protocol approved, brings a strain in, and uses it; another is in review, a third a draft. Operations sit on the committee."""
    with world.as_("safety"):
        safety.declare_room_biosafety(place="R201", biosafety_level=1, admits=["bacterium"], admits_modified=True)
    with world.as_("sora"):
        made = safety.register_agent(
            kind="bacterium", risk_group=1, read_in="목록", name_ko=TEXTS["agent text"], modified=True, made_of="E. coli / pET / SB9"
        )
        codes["agent"], keys["agent"] = made.code, made.id
        codes["protocol"], codes["protocol in review"] = _submitted(world, made.code), _submitted(world, made.code)
        codes["draft protocol"] = _drafted(world, made.code)
    with world.as_("safety"):
        safety.seat_member(person=world.people["operator"])
        OWN["safety.unseat_member"]["person"], OWN["safety.seat_member"]["person"] = world.people["operator"], world.people["finance"]
        safety.decide_protocol(protocol=codes["protocol"], approve=True, reason="1등급", ends_on=date(2028, 2, 28))
    with world.as_("sora"):
        held = safety.bring_agent(agent=made.code, place="R201", amount_held=Decimal(9), counted_in="바이알", spot=TEXTS["spot"])
        codes["holding"], keys["holding"] = held.code, held.id
        safety.log_agent(holding=held.code, happened="use", amount_held=Decimal(1), says=TEXTS["book"])


def _drafted(world, agent):
    return safety.draft_protocol(
        biosafety_level=1, agents=[agent], investigator=world.people["sora"], name_ko=TEXTS["protocol text"], plan_of_work="발현",
    ).protocol.code


def _submitted(world, agent):
    code = _drafted(world, agent)
    safety.submit_protocol(protocol=code)
    return code


def furnish(world):
    """A room with a level, an agent and a draft of one company."""
    with world.as_("safety"):
        safety.declare_room_biosafety(place="R201", biosafety_level=2, admits=["virus"])
    with world.as_("hana"):
        made = safety.register_agent(kind="virus", risk_group=2, read_in="목록", name_en="AAV9", name_ko="AAV9")
        safety.draft_protocol(biosafety_level=2, agents=[made.code], investigator=world.people["hana"], name_en="Transduction")
