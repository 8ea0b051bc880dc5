"""The agenda of a need's meeting: subjects and people, agreed, and carried into a visit or a meeting."""

from squaremile.core.words import BAD_INPUT, NAME_NEEDED
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require
from squaremile.network import rules
from squaremile.network.models import Agenda, AgendaPerson, AgendaSubject, SoftCheck
from squaremile.network.models.agenda import SIDES
from squaremile.network.operations.needs import OVER, owned
from squaremile.network.words import needs as words
from squaremile.network.words import pipeline as its

STANDS = {"agenda_stands": its.AGENDA_STANDS}
_DRAFT = (its.AGENDA_UNKNOWN, its.AGENDA_STANDS)
LONGEST_DAY = 600
"""Minutes of one meeting, at most."""


@operation(
    "network.draft_agenda", ko="의제 만들기", en="Draft an agenda", may=rules.liaise,
    refuses=(words.NEED_UNKNOWN, words.NEED_OVER), constraints={"agenda_titled": NAME_NEEDED},
)
def draft_agenda(*, need: str, title_ko: str = "", title_en: str = "") -> Agenda:
    """Begin the agenda of a meeting. Its company reads it once it is agreed."""
    found, _detail = owned(need)
    if found.state in OVER or found.state == "draft":
        raise Refused(words.NEED_OVER)
    made = Agenda.objects.create(
        code=short_code("AD"), need=found, title_ko=title_ko.strip() or found.title_ko,
        title_en=title_en.strip() or found.title_en, drafted_at=clock.now(),
        drafted_by_id=require().actor,  # type: ignore[misc]  # whoever may liaise is somebody
    )
    note(subject=found, agenda=made.code)
    return made


@operation(
    "network.add_agenda_subject", ko="의제에 주제 넣기", en="Add a subject to an agenda", may=rules.liaise,
    refuses=(*_DRAFT, its.SUBJECT_NEEDED),
    constraints={
        **STANDS, "agenda_subject_says": its.SUBJECT_NEEDED, "agenda_subject_sound": its.SUBJECT_NEEDED,
        "agenda_subject_ordered": its.AGENDA_UNKNOWN,
    },
)
def add_agenda_subject(*, agenda: str, says_ko: str = "", says_en: str = "", minutes: int = 20) -> AgendaSubject:
    """A subject at the end of the agenda, and how many minutes it takes."""
    found = _draft(agenda)
    if not (says_ko.strip() or says_en.strip()) or not 5 <= minutes <= LONGEST_DAY:
        raise Invalid(its.SUBJECT_NEEDED)
    last = AgendaSubject.objects.filter(agenda=found).order_by("-position").values_list("position", flat=True).first()
    made = AgendaSubject.objects.create(
        agenda=found, position=(last or 0) + 1, says_ko=says_ko.strip()[:300], says_en=says_en.strip()[:300], minutes=minutes,
    )
    note(subject=found.need, agenda=found.code)
    return made


@operation(
    "network.drop_agenda_subject", ko="의제에서 주제 빼기", en="Drop a subject from an agenda", may=rules.liaise,
    refuses=(*_DRAFT, BAD_INPUT), constraints=STANDS,
)
def drop_agenda_subject(*, agenda: str, position: int) -> None:
    """It is not spoken of. The others keep their numbers."""
    found = _draft(agenda)
    gone, _ = AgendaSubject.objects.filter(agenda=found, position=position).delete()
    if not gone:
        raise Invalid(BAD_INPUT)
    note(subject=found.need, agenda=found.code, position=position)


@operation(
    "network.add_agenda_person", ko="의제에 참석자 넣기", en="Add somebody to an agenda", may=rules.liaise,
    refuses=(*_DRAFT, its.NOT_AGREED, its.ON_AGENDA, BAD_INPUT),
    constraints={
        **STANDS, "agenda_person_once": its.ON_AGENDA, "agenda_person_agreed": its.NOT_AGREED,
        "agenda_person_named": NAME_NEEDED, "agenda_person_sided": BAD_INPUT,
    },
)
def add_agenda_person(
    *, agenda: str, side: str, soft_check: str = "", name_ko: str = "", name_en: str = ""
) -> AgendaPerson:
    """Who comes. A candidate by the soft check she said yes to; of the asking side or the liaison staff by name."""
    found = _draft(agenda)
    if side not in SIDES or (side == "candidate") != bool(soft_check):
        raise Invalid(BAD_INPUT)
    said = None
    if soft_check:
        said = SoftCheck.objects.select_related("entry").filter(
            code=soft_check, entry__need=found.need, answer="yes"
        ).first()
        if said is None:
            raise Refused(its.NOT_AGREED)
        if AgendaPerson.objects.filter(agenda=found, check_said__entry=said.entry).exists():
            raise Refused(its.ON_AGENDA)
        name_ko, name_en = said.entry.name_ko, said.entry.name_en
    made = AgendaPerson.objects.create(
        agenda=found, side=side, check_said=said, name_ko=name_ko.strip()[:200], name_en=name_en.strip()[:200]
    )
    note(subject=found.need, agenda=found.code)
    return made


@operation(
    "network.agree_agenda", ko="의제 확정하기", en="Agree an agenda", may=rules.liaise,
    refuses=_DRAFT, constraints={**STANDS, "agenda_complete": its.AGENDA_INCOMPLETE},
)
def agree_agenda(*, agenda: str) -> Agenda:
    """Both sides agreed on subjects and people: it stands from now on, and its company reads it."""
    found = _draft(agenda)
    found.agreed_at, found.agreed_by_id = clock.now(), require().actor
    found.save(update_fields=["agreed_at", "agreed_by"])
    note(subject=found.need, agenda=found.code)
    return found


def _draft(code: str) -> Agenda:
    """An agenda that may still be written, locked."""
    found = Agenda.objects.select_for_update(of=("self",)).select_related("need").filter(code=code).first()
    if found is None:
        raise Missing(its.AGENDA_UNKNOWN)
    if found.agreed_at is not None:
        raise Refused(its.AGENDA_STANDS)
    return found


def agreed_agenda(code: str) -> Agenda:
    """An agenda that stands. Raises Missing or Refused."""
    found = Agenda.objects.select_for_update(of=("self",)).select_related("need").filter(code=code).first()
    if found is None:
        raise Missing(its.AGENDA_UNKNOWN)
    if found.agreed_at is None:
        raise Refused(its.AGENDA_DRAFT)
    return found


def people_of(agenda: Agenda) -> list[str]:
    """Codes of the people of the directory who said they would come."""
    found = AgendaPerson.objects.filter(agenda=agenda, check_said__entry__subject="person").order_by("id")
    return list(found.values_list("check_said__entry__subject_code", flat=True))
