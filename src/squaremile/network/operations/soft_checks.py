"""Soft checks: might you, in principle? Asked without saying for whom, and binding nobody."""

from squaremile.core.words import BAD_INPUT
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require
from squaremile.network import rules
from squaremile.network.models import LongListEntry, NeedDetail, Person, SoftCheck
from squaremile.network.models.soft_check import ANSWERS, WAYS
from squaremile.network.operations.needs import owned
from squaremile.network.policies.discretion import codes_in, told
from squaremile.network.words import liaison
from squaremile.network.words import needs as words
from squaremile.network.words import pipeline as its

GUARDED = {
    "soft_check_one_waits": its.ASKED_ALREADY, "soft_check_says": its.QUESTION_NEEDED, "soft_check_way_known": BAD_INPUT,
    "soft_check_in_turn": its.NOT_ASKED_NOW, "soft_check_names_nobody": its.QUESTION_TELLS,
    "soft_check_stands": its.CHECK_ANSWERED, "soft_check_answer_known": BAD_INPUT,
}  # fmt: skip


@operation(
    "network.ask_softly", ko="의향 묻기", en="Ask a candidate softly", may=rules.liaise,
    refuses=(
        words.NEED_UNKNOWN, its.NOT_ON_LONG_LIST, its.NOT_ASKED_NOW, its.ASKED_ALREADY, its.QUESTION_NEEDED,
        its.QUESTION_TELLS, liaison.NO_CONTACT_WANTED, BAD_INPUT,
    ),
    constraints=GUARDED,
)
def ask_softly(
    *, need: str, subject: str, subject_code: str, way: str, question_ko: str = "", question_en: str = "",
) -> SoftCheck:
    """Note that a candidate of the long list was asked, how, and in which words. From now on the clock of the answer runs.

    The words must not tell who asks: neither the company's name nor a designation of its confidential part.
    """
    found, detail = owned(need)
    entry = LongListEntry.objects.filter(need=found, subject=subject, subject_code=subject_code).first()
    if entry is None:
        raise Missing(its.NOT_ON_LONG_LIST)
    if found.state not in ("soft_check", "agenda"):
        raise Refused(its.NOT_ASKED_NOW)
    if way not in WAYS:
        raise Invalid(BAD_INPUT)
    said_ko, said_en = question_ko.strip(), question_en.strip()
    if not (said_ko or said_en):
        raise Invalid(its.QUESTION_NEEDED)
    if told(f"{said_ko}\n{said_en}", _kept_quiet(detail)):
        raise Refused(its.QUESTION_TELLS)
    if subject == "person" and Person.objects.filter(code=subject_code, contact_way="none").exists():
        raise Refused(liaison.NO_CONTACT_WANTED)
    if SoftCheck.objects.filter(entry=entry, answer="").exists():
        raise Refused(its.ASKED_ALREADY)
    made = SoftCheck.objects.create(
        code=short_code("SC"), entry=entry, way=way, question_ko=said_ko, question_en=said_en, asked_at=clock.now(),
        asked_by_id=require().actor,  # type: ignore[misc]  # whoever may liaise is somebody
    )
    note(subject=found)
    return made


@operation(
    "network.record_soft_answer", ko="의향 답 적기", en="Record the answer to a soft check", may=rules.liaise,
    refuses=(its.CHECK_UNKNOWN, its.CHECK_ANSWERED, BAD_INPUT), constraints=GUARDED,
)
def record_soft_answer(*, soft_check: str, answer: str, heard: str = "") -> SoftCheck:
    """yes, maybe, no, or no_answer: what the candidate said, and how it was heard. It binds nobody, and it stays."""
    found = (
        SoftCheck.objects.select_for_update(of=("self",)).select_related("entry__need").filter(code=soft_check).first()
    )
    if found is None:
        raise Missing(its.CHECK_UNKNOWN)
    if answer not in ANSWERS:
        raise Invalid(BAD_INPUT)
    if found.answer:
        raise Refused(its.CHECK_ANSWERED)
    found.answer, found.answered_at, found.heard = answer, clock.now(), " ".join(heard.split())[:300]
    found.save(update_fields=["answer", "answered_at", "heard"])
    note(subject=found.entry.need)
    return found


def _kept_quiet(detail: NeedDetail) -> tuple[str, ...]:
    """Names of whose need it is and of who asked, and designations of the confidential part."""
    homes = (detail.organisation, detail.partner)
    names = [name for home in homes if home for name in (home.name_ko, home.name_en, home.code)]
    if detail.partner_id is None and detail.asked_by_id != require().actor:
        names += [detail.asked_by.name_ko, detail.asked_by.name_en]
    return (*names, *codes_in(f"{detail.confidential_ko}\n{detail.confidential_en}"))
