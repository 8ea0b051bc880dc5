"""The long list of a need: candidates in order, each with the reason."""

from squaremile.core.words import BAD_INPUT, NOT_FOUND
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require
from squaremile.network import rules
from squaremile.network.models import LongListEntry, Need, SoftCheck
from squaremile.network.models.match import SUBJECTS
from squaremile.network.operations.needs import OVER, owned
from squaremile.network.reads.candidate_names import name_of
from squaremile.network.words import needs as words
from squaremile.network.words import pipeline as its

_ENTRY = (words.NEED_UNKNOWN, words.NEED_OVER, its.NOT_ON_LONG_LIST)


@operation(
    "network.put_on_long_list", ko="긴 목록에 넣기", en="Put on the long list", may=rules.liaise,
    refuses=(words.NEED_UNKNOWN, words.NEED_OVER, words.CANDIDATE_UNKNOWN, its.WHY_ON_LIST, NOT_FOUND),
    constraints={
        "long_list_once": its.ON_LONG_LIST, "long_list_reasoned": its.WHY_ON_LIST, "long_list_subject_known": NOT_FOUND,
        "long_list_position_sound": BAD_INPUT,
    },
)
def put_on_long_list(
    *, need: str, subject: str, subject_code: str, why_ko: str = "", why_en: str = "",
) -> LongListEntry:
    """A candidate who may be asked, at the end of the list, with the reason. Nobody but liaison staff reads it."""
    found = _open(need)
    if subject not in SUBJECTS:
        raise Invalid(NOT_FOUND)
    if not (why_ko.strip() or why_en.strip()):
        raise Invalid(its.WHY_ON_LIST)
    name = name_of(subject, subject_code)
    if name is None:
        raise Missing(words.CANDIDATE_UNKNOWN)
    last = LongListEntry.objects.filter(need=found).order_by("-position").values_list("position", flat=True).first()
    made = LongListEntry.objects.create(
        need=found, position=(last or 0) + 1, subject=subject, subject_code=subject_code, name_ko=name.ko[:200],
        name_en=name.en[:200], why_ko=why_ko.strip()[:500], why_en=why_en.strip()[:500], added_at=clock.now(),
        added_by_id=require().actor,  # type: ignore[misc]  # whoever may liaise is somebody
    )
    note(subject=found)
    return made


@operation(
    "network.move_on_long_list", ko="긴 목록 순서 바꾸기", en="Change a place on the long list", may=rules.liaise,
    refuses=(*_ENTRY, BAD_INPUT), constraints={"long_list_ordered": BAD_INPUT},
)
def move_on_long_list(*, need: str, subject: str, subject_code: str, position: int) -> LongListEntry:
    """To this place, counted from 1; the others move up or down."""
    found = _open(need)
    moved = _entry(found, subject, subject_code)
    others = [each for each in LongListEntry.objects.filter(need=found).order_by("position") if each.id != moved.id]
    if not 1 <= position <= len(others) + 1:
        raise Invalid(BAD_INPUT)
    others.insert(position - 1, moved)
    _number(others)
    note(subject=found)
    return moved


@operation(
    "network.take_off_long_list", ko="긴 목록에서 빼기", en="Take off the long list", may=rules.liaise,
    refuses=(*_ENTRY, its.WAS_ASKED),
)
def take_off_long_list(*, need: str, subject: str, subject_code: str) -> None:
    """No longer a candidate. Whoever was asked stays, with the answer."""
    found = _open(need)
    gone = _entry(found, subject, subject_code)
    if SoftCheck.objects.filter(entry=gone).exists():
        raise Refused(its.WAS_ASKED)
    gone.delete()
    _number(list(LongListEntry.objects.filter(need=found).order_by("position")))
    note(subject=found)


def _open(code: str) -> Need:
    """A need that is handed in and not over, locked."""
    found, _detail = owned(code)
    if found.state in OVER or found.state == "draft":
        raise Refused(words.NEED_OVER)
    return found


def _entry(need: Need, subject: str, subject_code: str) -> LongListEntry:
    found = LongListEntry.objects.filter(need=need, subject=subject, subject_code=subject_code).first()
    if found is None:
        raise Missing(its.NOT_ON_LONG_LIST)
    return found


def _number(entries: list[LongListEntry]) -> None:
    for position, each in enumerate(entries, start=1):
        each.position = position
    LongListEntry.objects.bulk_update(entries, ["position"])
