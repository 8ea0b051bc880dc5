"""The expert's side: she is asked, by a page of the product or a letter, and answers; afterwards she says how it was."""

from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.operation import note, operation, publish
from squaremile.kernel.scope import require
from squaremile.network import rules
from squaremile.network.models import Approach, Connection, Contact, Feedback, Introduction, IntroductionDetail, Person
from squaremile.network.operations.introductions import STEP, TAKEN, own, step
from squaremile.network.reads.letters import open_by
from squaremile.network.words import directory as their
from squaremile.network.words import liaison as words
from squaremile.published.liaison import IntroductionStepped

ANSWERING = {
    **STEP, "introduction_answered_by_expert": words.INTRODUCTION_STEP, "introduction_words_stand": words.NOT_ASKED,
    "approach_answer_alone": words.NOT_ASKED,
}  # fmt: skip


@operation(
    "network.approve_introduction", ko="소개 요청 전하기", en="Pass an introduction on", may=rules.liaise,
    refuses=(
        *TAKEN, their.PERSON_UNKNOWN, words.NO_WAY_TO_ASK, words.NO_CONTACT_WANTED, words.INTRODUCTION_TARGET,
    ),
    constraints={
        **STEP, "network_approach_introduction_id_key": words.INTRODUCTION_STEP,
        "connection_once_a_side": words.INTRODUCTION_STEP,
    },
)
def approve_introduction(
    *, introduction: str, expert: str = "", message_ko: str = "", message_en: str = ""
) -> Introduction:
    """Ask the expert side: on her page if she has an account, and by a letter with a link if her address is known.

    `expert` says whom to ask where a lab or an organisation was named. The message is all she reads: nothing of the
    requester's reason goes with it.
    """
    found, detail = own(introduction, ("requested",))
    person = found.person if found.person_id else Person.objects.filter(code=expert, merged_into=None).first()
    if person is None:
        raise Missing(their.PERSON_UNKNOWN) if expert else Invalid(words.INTRODUCTION_TARGET)
    if person.contact_way == "none":
        raise Refused(words.NO_CONTACT_WANTED)
    contact = Contact.objects.filter(person=person).first()
    email = contact.email if contact else ""
    if not (email or person.user_id):
        raise Refused(words.NO_WAY_TO_ASK)
    asked = Approach(
        introduction=found, person=person, name_ko=person.name_ko, name_en=person.name_en, email=email,
        letter_due=bool(email), asked_at=clock.now(),
    )
    if not found.anonymous:
        asked.requester_ko, asked.requester_en = detail.member_ko, detail.member_en
    found.message_ko, found.message_en = message_ko.strip(), message_en.strip()
    found.asked_at = asked.asked_at
    asked.save(force_insert=True)
    _connect(found, detail, person, contact)
    note(subject=found, organisation=detail.organisation_id)
    return step(found, "asked", "message_ko", "message_en", "asked_at")


def _connect(found: Introduction, detail: IntroductionDetail, person: Person, contact: Contact | None) -> None:
    """What each side is given once she accepts; until then row security keeps it."""
    home = person.partner
    Connection.objects.bulk_create((
        Connection(
            introduction=found, side="requester", name_ko=detail.contact_ko, name_en=detail.contact_en,
            body_ko=detail.member_ko, body_en=detail.member_en, email=detail.contact_email,
        ),
        Connection(
            introduction=found, side="expert", name_ko=person.name_ko, name_en=person.name_en,
            body_ko=home.name_ko if home else "", body_en=home.name_en if home else "",
            email=contact.email if contact else "", phone=contact.phone if contact else "",
        ),
    ))  # fmt: skip


@operation(
    "network.ask_again", ko="다시 물어보기", en="Ask the expert again", may=rules.liaise,
    refuses=(*TAKEN, words.NO_WAY_TO_ASK),
)
def ask_again(*, introduction: str) -> Introduction:
    """Send a new letter; the link in the one before opens nothing any more."""
    found, detail = own(introduction, ("asked",))
    asked = Approach.objects.get(introduction=found)
    if not asked.email:
        raise Refused(words.NO_WAY_TO_ASK)
    asked.letter_due, asked.secret_hash = True, None
    asked.save(update_fields=["letter_due", "secret_hash"])
    note(subject=found, organisation=detail.organisation_id)
    publish(IntroductionStepped(found.id, "asked"))
    return found


@operation(
    "network.answer_introduction", ko="소개 요청에 답하기", en="Answer a request for an introduction", may=rules.answer,
    refuses=(*TAKEN, words.NOT_ASKED), constraints=ANSWERING,
)
def answer_introduction(*, introduction: str, accept: bool, private_reason: str = "") -> Introduction:
    """The expert accepts or declines, signed in as herself. The reason for declining is for the liaison staff alone."""
    asked = Approach.objects.select_related("person").filter(introduction__code=introduction).first()
    if asked is None:
        raise Missing(words.INTRODUCTION_UNKNOWN)
    if asked.person.user_id != require().actor:
        raise Refused(words.NOT_ASKED)
    return _answered(asked, accept, private_reason)


@operation(
    "network.answer_by_letter", ko="편지로 소개 요청에 답하기", en="Answer a request for an introduction by its letter",
    may=rules.by_letter, refuses=(words.LETTER_SPENT, words.INTRODUCTION_STEP), constraints=ANSWERING,
)
def answer_by_letter(*, letter: str, accept: bool, private_reason: str = "") -> Introduction:
    """Accept or decline with the secret of the letter, which works once and until its day."""
    return _answered(open_by(letter), accept, private_reason)


@operation(
    "network.record_answer", ko="전해 들은 답 적기", en="Record an expert's answer", may=rules.liaise,
    refuses=(*TAKEN, words.GROUNDS_NEEDED), constraints=ANSWERING,
)
def record_answer(*, introduction: str, accept: bool, heard: str, private_reason: str = "") -> Introduction:
    """An answer that the expert gave by telephone or mail, with when and how it was heard. Her letter closes."""
    if not heard.strip():
        raise Invalid(words.GROUNDS_NEEDED)
    found, _detail = own(introduction, ("asked",))
    return _answered(Approach.objects.get(introduction=found), accept, private_reason, heard.strip())


def _answered(asked: Approach, accept: bool, private_reason: str, heard: str = "") -> Introduction:
    found = Introduction.objects.select_for_update(of=("self",)).get(id=asked.introduction_id)
    if found.state != "asked":
        raise Refused(words.INTRODUCTION_STEP)
    asked.answered_at, asked.accepted, asked.secret_hash = clock.now(), accept, None
    asked.private_reason, asked.heard = "" if accept else private_reason.strip(), heard
    asked.save(update_fields=["answered_at", "accepted", "secret_hash", "private_reason", "heard"])
    found.answered_at = asked.answered_at
    note(subject=found)
    return step(found, "accepted" if accept else "declined", "answered_at")


@operation(
    "network.rate_introduction", ko="만남 평가하기", en="Say how a meeting was", may=rules.settle,
    refuses=TAKEN, constraints={"feedback_once_a_side": words.INTRODUCTION_STEP},
)
def rate_introduction(*, introduction: str, useful: bool, goes_on: bool = False) -> Feedback:
    """Two taps: was it useful, and does one want to go on. Said again, it replaces what one's side said before."""
    found = Introduction.objects.filter(code=introduction).first()
    if found is None:
        raise Missing(words.INTRODUCTION_UNKNOWN)
    if found.state not in ("met", "closed"):
        raise Refused(words.INTRODUCTION_STEP)
    asking = require()
    detail = IntroductionDetail.objects.filter(introduction=found).first()
    hers = Approach.objects.filter(introduction=found, person__user=asking.actor).exists()
    # A member of staff speaks for the requester; one who sees no detail is the expert.
    side = "expert" if hers or detail is None else "requester"
    said, _ = Feedback.objects.update_or_create(
        introduction=found, side=side,
        defaults={
            "organisation_id": detail.organisation_id if detail and side == "requester" else None,
            "given_by": asking.actor, "useful": useful, "goes_on": goes_on, "at": clock.now(),
        },
    )
    note(subject=found, organisation=said.organisation_id)
    return said
