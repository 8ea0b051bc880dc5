"""Meanings of parameters: forms, calls and applications."""

from squaremile.core.asked.meaning import Known

KNOWN: dict[str, Known] = {
    "answer_file": Known("Code of a file of an answer", "AF-7K3M9QXA", 20),
    "application": Known("Code of an application", "AP-7K3M9QXA", 20),
    "body": Known("The JSON of a form: sections with questions", {"title": {"ko": "신청서", "en": "Application"}, "sections": []}),
    "call": Known("Code of a call", "CL-7K3M9QXA", 20),
    "checks": Known("Points of the checklist: complete, eligible, work_fits, space_fits, no_conflict", {"complete": True}),
    "closes_at": Known("End of a dated call; left out, the call is rolling", "2027-04-01T18:00:00+09:00"),
    "conditions": Known("Conditions of a conditional verdict", "방폭 캐비닛을 갖출 것", 2000),
    "confidential": Known("False: sponsors and the public may read the answer", True),
    "eligibility": Known("Rules of eligibility", [{"rule": "age_most", "years": 7}]),
    "finding": Known("Code of a competition finding", "CF-7K3M9QXA", 20),
    "flags": Known("Red flags, in a few words", "투자 금액을 확인할 것", 2000),
    "form": Known("Code of a form", "STANDARD", 20),
    "judgement": Known("feasible, conditional or not_feasible", "feasible", 12),
    "opens_at": Known("From when a call takes applications", "2027-03-01T09:00:00+09:00"),
    "question_key": Known("Key of a question in the form", "science", 40),
    "reasons": Known("Reasons of a verdict", "양이 통제구역의 여유 안에 있음", 2000),
    "settlement": Known("consented, refused or no_conflict", "consented", 12),
    "value": Known("The answer: text, number, list or rows, as its question asks", "오가노이드"),
    "version": Known("The version of the answer that was seen; 0 where there was none", 1),
}
