"""Meanings of parameters: review."""

from squaremile.core.asked.meaning import Known

_RUBRIC = [{"key": "science", "label": {"ko": "과학", "en": "Science"}, "weight": 3}]
KNOWN: dict[str, Known] = {
    "away": Known(
        "Times at which nobody of the company can pitch, in place of what was said before",
        [{"start": "2027-03-15T09:00:00+09:00", "end": "2027-03-15T12:00:00+09:00"}],
    ),
    "active": Known("It is in use", True),
    "blind": Known("Reviewers do not learn whose application it is", True),
    "body_en": Known("Firm or institute, in English", "Jungbu Institute", 120),
    "body_ko": Known("Firm or institute, in Korean", "중부연구원", 120),
    "capacity": Known("How many applications a reviewer takes", 20),
    "comment": Known("What a reviewer says to the staff", "자료가 탄탄합니다", 4000),
    "each": Known("Reviewers that an application gets, 1 to 10", 3),
    "exception": Known("Why it is done although it does not pass or fit; the site director says it", "정족수를 채울 분이 없습니다", 2000),
    "hidden": Known("Keys of questions that a blind round does not show", ["website"]),
    "link": Known("Address of the video call, https://", "https://meet.example.org/pitch", 500),
    "outcome": Known("What was decided", "accept", 12),
    "panel": Known("Codes of the reviewers who sit on it", ["RE-7K3M9QXA"]),
    "pass_mark": Known("From where on it passes, 0 to 100", "70"),
    "pitch_count": Known("How many pitches a sitting hears, 1 to 40", 6),
    "pitch_minutes": Known("Minutes of one pitch, 5 to 120", 20),
    "pitch_pause": Known("Minutes between two pitches", 5),
    "pitch_sitting": Known("Code of a sitting of pitches", "PD-7K3M9QXA", 20),
    "pitch_slot": Known("Code of the time of one pitch", "PS-7K3M9QXA", 20),
    "points": Known("Points by the key of the criterion", {"science": 4}),
    "quorum": Known("Reviews that an application needs to be ranked", 2),
    "reasons": Known("Why, in words that may be read by the company", "과학이 탄탄합니다", 4000),
    "review": Known("Code of a review", "RV-7K3M9QXA", 20),
    "review_round": Known("Code of a review round", "RR-7K3M9QXA", 20),
    "review_stage": Known("paper, mentor or pitch", "paper", 8),
    "reviewer": Known("Code of a reviewer", "RE-7K3M9QXA", 20),
    "room_for": Known("How many can be accepted", 10),
    "rubric": Known("Criteria with weights, scale and anchors", _RUBRIC),
    "why": Known("In a few words", "같은 논문을 썼습니다", 1000),
}
