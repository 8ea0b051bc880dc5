"""Meanings of parameters: inspections and findings."""

from squaremile.core.asked.meaning import Known

KNOWN: dict[str, Known] = {
    "certainty": Known("How sure a figure is: A official text, B secondary, K to be checked, C sources disagree", "K", 1),
    "checked": Known("Item of the list → good, poor or na; every item", {"fire-extinguisher": "good"}),
    "diagnosed_only": Known("Only for rooms that have to be diagnosed in depth", False),
    "diagnosis_grade": Known("Grade of an in-depth diagnosis, 1 (best) to 5", 2),
    "every_days": Known("Risk grade → days from one to the next; a grade left out owes none", {"high": 1, "middle": 1, "low": 7}),
    "form_token": Known("Made by the sender for one form: the same form counts once", "6f1c9a52", 60),
    "inspection": Known("Code of an inspection that was carried out", "IN-7K3M9QXA", 20),
    "inspection_list": Known("Code of a checklist", "KR-DAILY", 20),
    "list_items": Known(
        "Lines of the checklist: key, words and how severe it is where it is poor",
        [{"key": "exits", "ko": "대피로가 비어 있습니다.", "en": "The ways out are free.", "severity": "major"}],
    ),
    "list_kind": Known("daily, regular, precise or us_lab", "daily", 10),
    "photos": Known("Item → reference of a stored file", {"fire-extinguisher": "f.q83v…"}),
    "remarks": Known("Item → what was seen", {"fire-extinguisher": "압력이 낮음"}),
    "responsible": Known("Code of the company that mends it; empty for the operator", "HANBIT", 20),
    "safety_finding": Known("Code of a finding", "FN-7K3M9QXA", 20),
    "what_is_wrong": Known("What is wrong, in a sentence", "비상구 앞에 상자가 쌓여 있습니다.", 300),
    "what_was_done": Known("What was done about it", "상자를 치웠습니다.", 1000),
}
