"""Meanings of parameters: training sessions, and what a course is demanded for."""

from squaremile.core.asked.meaning import Known

KNOWN: dict[str, Known] = {
    "entering": Known("Code of a place: badges and keys to it are given only with the course", "R201", 20),
    "hazard": Known("Class of substances, in a rule pack or another scheme", "flammable-IB", 60),
    "most": Known("How many may come, 1 to 1,000", 12),
    "present": Known("Keys of the people who were there", ["0199a1f0-0000-7000-8000-000000000001"]),
    "trainer": Known("Key of the person who trains; whoever announces it where it is left out", "0199a1f0-0000-7000-8000-000000000001"),
    "training_session": Known("Code of a training session", "TS-7K3M9QXA", 20),
}
