"""Short lists of people, organisations, labs and instruments."""

from squaremile.core.words import CODE_TAKEN, NAME_NEEDED, NOT_FOUND
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require
from squaremile.network import rules
from squaremile.network.models import ShortList, ShortListLine
from squaremile.network.models.match import SUBJECTS
from squaremile.network.words import finding as words


@operation(
    "network.start_list", ko="목록 만들기", en="Start a short list", may=rules.keep_own,
    constraints={"network_short_list_code_key": CODE_TAKEN, "short_list_named": NAME_NEEDED},
)
def start_list(*, name: str) -> ShortList:
    """A list of one's own; nobody else sees it."""
    made = ShortList.objects.create(
        code=short_code("SL"), owner_id=require().actor,  # type: ignore[misc]
        name=name.strip()[:120], created_at=clock.now()
    )
    note(subject=made)
    return made


@operation(
    "network.put_on_list", ko="목록에 넣기", en="Put on a short list", may=rules.keep_own,
    refuses=(words.LIST_UNKNOWN, NOT_FOUND),
    constraints={"short_list_once": words.LIST_HAS_IT, "short_list_subject_known": NOT_FOUND},
)
def put_on_list(*, short_list: str, subject: str, subject_code: str, note_text: str = "") -> ShortListLine:
    """Add a person, partner, lab or instrument by its code."""
    found = _list(short_list)
    if subject not in SUBJECTS or not subject_code:
        raise Invalid(NOT_FOUND)
    made = ShortListLine.objects.create(
        short_list=found, subject=subject, subject_code=subject_code, note=" ".join(note_text.split())[:300],
        added_at=clock.now(),
    )
    note(subject=found)
    return made


@operation(
    "network.take_off_list", ko="목록에서 빼기", en="Take off a short list", may=rules.keep_own,
    refuses=(words.LIST_UNKNOWN, NOT_FOUND),
)
def take_off_list(*, short_list: str, subject: str, subject_code: str) -> None:
    """It is no longer on the list."""
    found = _list(short_list)
    gone, _ = ShortListLine.objects.filter(short_list=found, subject=subject, subject_code=subject_code).delete()
    if not gone:
        raise Missing(NOT_FOUND)
    note(subject=found)


@operation(
    "network.drop_list", ko="목록 지우기", en="Drop a short list", may=rules.keep_own, refuses=(words.LIST_UNKNOWN,),
)
def drop_list(*, short_list: str) -> None:
    """The list and what is on it are gone; what it named stays."""
    found = _list(short_list)
    ShortListLine.objects.filter(short_list=found).delete()
    note(subject=found)
    found.delete()


def _list(code: str) -> ShortList:
    found = ShortList.objects.filter(code=code, owner_id=require().actor).first()
    if found is None:
        raise Missing(words.LIST_UNKNOWN)
    return found
