"""Meanings of parameters: people, checklists, badges and keys."""

from squaremile.core.asked.meaning import Known

KNOWN: dict[str, Known] = {
    "access_pass": Known("Code of a badge or key", "AP-7K3M9QXA", 20),
    "checklist_entry": Known("Code of a row of a checklist", "CK-7K3M9QXA", 20),
    "deposit_minor": Known("The deposit, in minor units of its currency", 5000000),
    "done_on": Known("Day on which it was done; today where it is left out", "2027-03-02"),
    "employer": Known("Who employs her, where it is not the company", "전북대학교", 120),
    "from_minute": Known("Minute of the day from which it opens", 420),
    "hand_over_to": Known("E-mail address of the colleague who takes over", "haeun@example.org", 254),
    "items": Known("Rows of a checklist", [
        {"code": "orientation", "ko": "안전 오리엔테이션", "en": "Safety orientation", "doer": "person", "signs": "safety",
         "blocks": ["badge", "booking"]},
    ]),
    "joined_on": Known("First day; today where it is left out", "2027-03-02"),
    "last_day": Known("Last day, counted; where it is left out she leaves now", "2027-08-31"),
    "company_member": Known("Code of a member", "MB-7K3M9QXA", 20),
    "minor": Known("Under age", False),
    "notice_months": Known("Months of notice, 24 at most", 3),
    "pass_number": Known("Number on the badge or key", "0451", 40),
    "contact_relation": Known("What the contact is to her", "어머니", 40),
    "seats": Known("How many persons the licence allows on any one day", 8),
    "since": Known("From which day on", "2027-03-02"),
    "starts_on": Known("Day on which the company starts; today where it is left out", "2027-03-02"),
    "to_minute": Known("Minute of the day until which it opens", 1320),
    "weekly_hours": Known("Hours a week, 1 to 80", 40),
    "work": Known("chemicals, bsl1, bsl2, human_samples, animals, lmo, lasers, gas, cryogens", ["bsl2"]),
    "zones": Known("Zones that it opens", ["2F", "R201"]),
}
