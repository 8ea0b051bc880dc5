"""Meanings of parameters: outcomes, the yearly survey, impact reports, the forecast."""

from squaremile.core.asked.meaning import Known

KNOWN: dict[str, Known] = {
    "closes_on": Known("Last day on which it can be answered", "2027-03-31"),
    "counted": Known("How many: people, patents, metres from the site, points from 0 to 10", 12),
    "from_on": Known("From which day on", "2027-01-01"),
    "funding_round": Known("pre_seed, seed, series_a, series_b, later or none", "seed", 10),
    "funding_source": Known("venture, angel, corporate, grant, debt, public_offering or other", "venture", 16),
    "impact_report": Known("Code of an impact report", "IR-7K3M9QXA", 20),
    "may_publish": Known("The company agrees that the entry, with its evidence, is told to others", False),
    "money": Known("Amount in whole units of its currency", "3000000000"),
    "monthly": Known("Price a month, in whole units of its currency", "900000"),
    "out_of": Known("What the count is out of, such as all founders", 3),
    "outcome_entry": Known("Code of an outcome", "OE-7K3M9QXA", 20),
    "place_kind": Known("bench, suite, room, desk …", "bench", 20),
    "preface_en": Known("Opening words in English", "Ten years of the cluster."),
    "preface_ko": Known("Opening words in Korean", "클러스터 10년의 기록입니다."),
    "replies": Known("Answers by the names of the questions", {"jobs": "12"}),
    "survey": Known("Code of a survey", "SV-7K3M9QXA", 20),
    "verified": Known("Staff have seen the evidence", False),
    "versions": Known("Older definitions to use, as indicator:version", ["capital:1"]),
    "whole_from": Known("Every stay that ran that day, or began later, is on record", "2020-01-01"),
}
