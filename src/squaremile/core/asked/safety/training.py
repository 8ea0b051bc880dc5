"""Meanings of parameters: courses, quizzes, training records, hours and passports."""

from squaremile.core.asked.meaning import Known

KNOWN: dict[str, Known] = {
    "attempts_a_day": Known("How often a day the quiz may be tried", 3),
    "choices": Known("Number of the question → numbers of the chosen answers, both from 1", {"1": [2]}),
    "completed_on": Known("Day on which it was completed; today when left out", "2027-03-01"),
    "counts_as": Known("Which hours of the Korean ledger it gives: new, regular, special, or empty", "regular", 8),
    "course": Known("Code of a course", "BASIC", 20),
    "diagnosed": Known("Her laboratory needs an in-depth diagnosis (정밀안전진단)", True),
    "employee": Known("Whether she is employed; else a guest or student", True),
    "grade": Known("Risk grade of her laboratory: high, middle or low", "high", 6),
    "joined_on": Known("Since when she works here", "2027-01-04"),
    "minutes": Known("How many minutes it takes", 120),
    "pass_percent": Known("Pass mark of the quiz in percent", 80),
    "passport_code": Known("Code of a training passport", "TP-7K3M9QXA", 20),
    "questions": Known(
        "Questions: words, choices, and which of them (from 0) are right",
        [{"ask_en": "On fire?", "choices": [{"en": "Leave"}, {"en": "Watch"}], "right": [0]}],
    ),
    "redo_by": Known("From this day on earlier versions count no more", "2027-06-01"),
    "signed_off": Known("Whether a trainer confirms it", True),
    "training_record": Known("Code of a training record", "TR-7K3M9QXA", 20),
    "valid_days": Known("How many days it counts; empty where it does not end", 365),
}
