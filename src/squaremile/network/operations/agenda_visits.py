"""An agreed agenda becomes wishes of a visit."""

from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.network import rules
from squaremile.network.models import AgendaPerson, AgendaSubject, Lab, LongListEntry, Partner, Person, VisitWish
from squaremile.network.operations.agendas import LONGEST_DAY, agreed_agenda
from squaremile.network.operations.delegations import open_delegation
from squaremile.network.operations.visit_wishes import place_of
from squaremile.network.words import pipeline as its
from squaremile.network.words import visits


@operation(
    "network.carry_agenda", ko="의제를 방문에 옮기기", en="Carry an agenda into a visit", may=rules.liaise,
    refuses=(
        its.AGENDA_UNKNOWN, its.AGENDA_DRAFT, visits.DELEGATION_UNKNOWN, visits.DELEGATION_OVER, visits.PLACE_UNKNOWN,
    ),
)
def carry_agenda(*, agenda: str, delegation: str, place: str = "") -> list[VisitWish]:
    """Each candidate who said yes becomes a wish of the visit, as long as the subjects take, with them as talking points.

    Done again it makes nothing twice: who is a wish already stays the same one. Whose need it is goes nowhere with it.
    """
    found, visit = agreed_agenda(agenda), open_delegation(delegation)
    where = place_of(visit, place)
    subjects = list(AgendaSubject.objects.filter(agenda=found).order_by("position"))
    minutes = min(sum(each.minutes for each in subjects), LONGEST_DAY)
    made = []
    coming = AgendaPerson.objects.select_for_update(of=("self",)).select_related("check_said__entry")
    for person in coming.filter(agenda=found, side="candidate", wish=None).order_by("id"):
        assert person.check_said is not None  # a CHECK of the table: candidates come by their answer
        host, partner = _whom(person.check_said.entry)
        wish = VisitWish.objects.create(
            code=short_code("VW"), delegation=visit, host=host, partner=partner, title_ko=person.name_ko,
            title_en=person.name_en, place=where, minutes=minutes, priority=4,
            talking_ko=_numbered([each.says_ko or each.says_en for each in subjects]),
            talking_en=_numbered([each.says_en or each.says_ko for each in subjects]),
        )
        person.wish = wish
        person.save(update_fields=["wish"])
        made.append(wish)
    note(subject=visit, agenda=found.code, wishes=[wish.code for wish in made])
    return made


def _whom(entry: LongListEntry) -> tuple[Person | None, Partner | None]:
    """The host and the organisation of a wish: of a lab its home, of an instrument nobody."""
    if entry.subject == "person":
        host = Person.objects.select_related("partner").filter(code=entry.subject_code).first()
        return host, host.partner if host else None
    if entry.subject == "lab":
        lab = Lab.objects.select_related("partner").filter(code=entry.subject_code).first()
        return None, lab.partner if lab else None
    return None, Partner.objects.filter(code=entry.subject_code).first() if entry.subject == "partner" else None


def _numbered(subjects: list[str]) -> str:
    return "\n".join(f"{n}. {says}" for n, says in enumerate(subjects, start=1))
