"""Meanings of parameters: biological agents, protocols, rooms and the committee."""

from squaremile.core.asked.meaning import Known

KNOWN: dict[str, Known] = {
    "abroad": Known("Whether it comes from another country", False),
    "admits": Known("Kinds of agents that a room admits", ["virus", "cell_line"]),
    "admits_modified": Known("Whether a room admits living modified organisms", True),
    "agent": Known("Code of a biological agent", "AG-7K3M9QXA", 20),
    "agents": Known("Codes of the agents it covers", ["AG-7K3M9QXA"]),
    "amount_held": Known("How much, as counted in vials, plates or millilitres", "10"),
    "biosafety_level": Known("Biosafety level, 1 to 4", 2),
    "counted_in": Known("What an amount is counted in", "vials", 30),
    "happened": Known("grow, use, move, transfer, export or dispose", "use", 8),
    "holding": Known("Code of what is held of an agent", "AH-7K3M9QXA", 20),
    "investigator": Known("E-mail address of the principal investigator, of that company", "hana@example.org", 254),
    "lmo_notice": Known("Number under which a room is notified as an LMO facility", "LML27-123", 80),
    "made_of": Known("Host, vector and insert of a modified organism", "HIV-1 / pLKO / GFP", 400),
    "manager": Known("Who is named on the sign", "Safety An", 80),
    "manager_phone": Known("Telephone on the sign", "+82 63 270 0000", 40),
    "modified": Known("Whether it is a living modified organism (LMO)", True),
    "notice_number": Known("Number of the notice of import or export", "2027-import-12", 80),
    "opinion": Known("for, against or abstain", "for", 7),
    "other_party": Known("From whom it came, or to whom it went", "Addgene", 200),
    "protocol": Known("Code of a biosafety protocol", "BP-7K3M9QXA", 20),
    "risk_group": Known("Risk group, 1 to 4", 2),
    "spot": Known("Freezer, rack and box", "Freezer 3, box 12", 120),
    "plan_of_work": Known("The work, its risks and what is done about them, and where the waste goes", "Transduction in a safety cabinet", 8000),
}
