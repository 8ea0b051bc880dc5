"""Training of the demonstration: courses, plans, who has what until when, sessions, hours, a passport, and classes to agree."""

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from squaremile.cli.demo.residency.stage import Stage
from squaremile.cli.demo.safety.quizzes import COURSES
from squaremile.kernel import clock
from squaremile.kernel.scope import Grant, Scope, scope
from squaremile.kernel.words import Text
from squaremile.safety import operations as safety

LABEL = Text(ko="안전교육", en="safety training")
GRADES = ("high", "high", "middle", "low")
ALL_RIGHT = {
    course["code"]: {str(n): [each + 1 for each in question["right"]] for n, question in enumerate(course.get("questions", ()), 1)}
    for course in COURSES
}


def total(stage: Stage) -> int:
    return len(_everybody(stage)) + 3


def make(stage: Stage) -> Iterable[int]:
    """Courses a year and a half ago; then person by person; then the sessions of these weeks."""
    people, draw = _everybody(stage), stage.draw("safety training")
    with clock.as_of(stage.at(-540)), scope(stage.staffed("safety_officer")):
        for course in COURSES:
            safety.publish_course(**course)
        for role, code in (("scientist", "BASIC"), ("company_admin", "BASIC"), ("scientist", "SOLVENT"), ("lab_operations", "FIRE")):
            safety.need_course(course=code, role=role)
        safety.need_course(course="SOLVENT", scheme="ghs", hazard="H350")
        safety.need_course(course="BSC", entering="JB-A410")
    yield 1
    for count, (person, company) in enumerate(people, 2):
        who = Scope(actor=person, grants=(Grant("scientist", company),))
        _quiz(stage, who, "BASIC", draw.choice((40, 90, 150, 200, 250, 300, 345, 350, 420, 0)))
        passed = draw.choice((30, 60, 120, 200, 0))
        _quiz(stage, who, "SOLVENT", passed)
        if passed > 30 and draw.random() < 0.9:
            with clock.as_of(stage.at(2 - passed)), scope(stage.staffed("lab_operations")):
                safety.sign_off_training(course="SOLVENT", person=person)
        if draw.random() < 0.8:
            with clock.as_of(stage.at(-1)), scope(stage.staffed("safety_officer")):
                safety.set_hours_duty(
                    person=person, grade=draw.choice(GRADES), employee=draw.random() < 0.8, diagnosed=draw.random() < 0.5,
                    joined_on=(stage.now - timedelta(days=draw.choice((60, 250, 500, 900)))).date(),
                )
        yield count
    _sessions(stage, people)
    yield len(people) + 2
    _said_by_companies(stage, people)
    yield len(people) + 3


def _everybody(stage: Stage) -> list[tuple[UUID, UUID]]:
    """Each person once, with the first company that she belongs to."""
    first: dict[UUID, UUID] = {}
    for code, members in stage.people.items():
        for person in members:
            first.setdefault(person, stage.organisations[code])
    return list(first.items())


def _quiz(stage: Stage, who: Scope, course: str, ago: int) -> None:
    """Passed so many days ago; 0: never."""
    if ago:
        with clock.as_of(stage.at(-ago)), scope(who):
            safety.take_quiz(course=course, choices=ALL_RIGHT[course])


def _sessions(stage: Stage, people: list[tuple[UUID, UUID]]) -> None:
    """One held, one whose attendance is still to be recorded, one to come that is full, one with room."""
    held, open_, full, room = [
        _session(stage, course, days, most) for course, days, most in (("FIRE", -20, 12), ("BSC", -1, 8), ("FIRE", 6, 5), ("BSC", 13, 8))
    ]
    for code, days, some in ((held, -25, people[:9]), (open_, -6, people[9:14]), (full, -2, people[14:21]), (room, -1, people[21:24])):
        for person, company in some:
            with clock.as_of(stage.at(days)), scope(Scope(actor=person, grants=(Grant("scientist", company),))):
                safety.sign_up(training_session=code)
    with clock.as_of(stage.at(-20, 17)), scope(stage.staffed("lab_operations")):
        safety.record_attendance(training_session=held, present=[person for person, _company in people[:7]])


def _session(stage: Stage, course: str, days: int, most: int) -> str:
    with clock.as_of(stage.at(-30)), scope(stage.staffed("safety_officer")):
        made = safety.announce_session(
            course=course, start=stage.at(days, 10), end=stage.at(days, 12), most=most, place="JB-A101",
            trainer=stage.staff["lab_operations"],
        )
    return made.code


def _said_by_companies(stage: Stage, people: list[tuple[UUID, UUID]]) -> None:
    """A passport, and a company's own classes of which safety has agreed with one."""
    person, company = people[0]
    _quiz(stage, Scope(actor=person, grants=(Grant("scientist", company),)), "BASIC", 5)
    with clock.as_of(stage.at(-3)), scope(Scope(actor=person, grants=(Grant("scientist", company),))):
        safety.issue_passport()
        for name_ko, name_en, hazard in (("세정 혼합액 K-2", "Cleaning mixture K-2", "combustible-II"), ("완충액 B", "Buffer B", "combustible-IIIB")):
            made = safety.add_substance(phase="liquid", name_ko=name_ko, name_en=name_en)
            safety.enter_classes(
                substance=made.code, scheme="us-ibc", hazards=[hazard], read_in="공급자 물질안전보건자료", read_on=stage.at(-40).date()
            )
    with clock.as_of(stage.at(-2)), scope(stage.staffed("safety_officer")):
        safety.agree_classes(substance=made.code, scheme="us-ibc", hazards=[hazard])
        safety.verify_pack_row(
            pack="us-ibc", pack_row="floor:1:1", read_in="IBC 2021, Table 414.2.2", read_on=stage.at(-2).date()
        )
