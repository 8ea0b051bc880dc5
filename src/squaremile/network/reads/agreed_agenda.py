"""An agreed agenda as the log of its meeting begins: who comes, and a line for each subject."""

from dataclasses import dataclass

from squaremile.network.models import Agenda, AgendaPerson, AgendaSubject, NeedDetail


@dataclass(frozen=True, slots=True)
class Agreed:
    """`lines` are the minutes to be filled in: a number, the subject and a colon on each."""

    code: str
    need: str
    title_ko: str
    title_en: str
    people: tuple[str, ...]
    minutes: int
    lines_ko: str
    lines_en: str


def agreed(code: str, member: str) -> Agreed | None:
    """That agenda, if it stands, the asker may see it, and it is this member's; else None."""
    found = Agenda.objects.select_related("need").filter(code=code, agreed_at__isnull=False).first() if code else None
    detail = NeedDetail.objects.select_related("organisation", "partner").filter(need=found.need).first() if found else None
    whose = (detail.organisation or detail.partner) if detail else None
    if found is None or whose is None or whose.code != member:
        return None
    coming = AgendaPerson.objects.filter(agenda=found, check_said__entry__subject="person").order_by("id")
    subjects = list(AgendaSubject.objects.filter(agenda=found).order_by("position"))
    return Agreed(
        found.code, found.need.code, found.title_ko, found.title_en,
        tuple(coming.values_list("check_said__entry__subject_code", flat=True)), sum(each.minutes for each in subjects),
        _lines([each.says_ko for each in subjects]), _lines([each.says_en for each in subjects]),
    )


def _lines(subjects: list[str]) -> str:
    """Empty where a language says nothing."""
    return "\n".join(f"{n}. {says}:" for n, says in enumerate(subjects, start=1)) if any(subjects) else ""
