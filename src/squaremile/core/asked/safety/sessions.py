"""Meanings of parameters: training sessions, and what a course is demanded for."""

from squaremile.core.asked.meaning import Known

KNOWN: dict[str, Known] = {
    "entering": Known("Code of a place: badges and keys to it are given only with the course", "R201", 20),
    "hazard": Known("Class of substances, in a rule pack or another scheme", "flammable-IB", 60),
    "most": Known("How many may come, 1 to 1,000", 12),
    "present": Known("E-mail addresses of the people who were there", ["hana@example.org"]),
    "trainer": Known("E-mail address of the person who trains; whoever announces it where it is left out", "trainer@example.org"),
    "training_session": Known("Code of a training session", "TS-7K3M9QXA", 20),
}
