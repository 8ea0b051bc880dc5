"""Protocols: drafted and handed in by a company, judged by the committee, decided by safety, and reminders of their end."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from squaremile.core.notices import tell
from squaremile.core.reads import people
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require
from squaremile.safety import rules
from squaremile.safety.models import Agent, Protocol, ProtocolAgent, ProtocolOpinion, ProtocolVersion
from squaremile.safety.models.protocol import OPEN, OPINIONS
from squaremile.safety.operations.whose import company
from squaremile.safety.policies.biosafety import LEVELS, agreed
from squaremile.safety.reads import biosafety, protocols
from squaremile.safety.reads.areas import today
from squaremile.safety.words import agents as words
from squaremile.safety.words import stock as stock_words

LONGEST_DAYS = 5 * 366
SOON = 60
STEP = {"protocol_version_step_allowed": words.PROTOCOL_STEP, "protocol_stands": words.PROTOCOL_STEP}


@operation(
    "safety.draft_protocol", ko="생물안전 계획서 쓰기", en="Draft a biosafety protocol", may=rules.hand_in_protocols,
    refuses=(words.PROTOCOL_UNKNOWN, words.PROTOCOL_UNSOUND, words.PROTOCOL_WAITS, words.AGENT_UNKNOWN, stock_words.WHOSE, "core.not_found"),
    constraints={
        **STEP, "protocol_named": words.PROTOCOL_UNSOUND, "protocol_one_open": words.PROTOCOL_WAITS,
        "protocol_version_once": words.PROTOCOL_WAITS, "protocol_agent_once": words.PROTOCOL_UNSOUND,
        "protocol_agent_its_own": words.AGENT_UNKNOWN,
    },
)
def draft_protocol(
    *, biosafety_level: int, agents: Sequence[str], investigator: UUID, plan_of_work: str = "", name_ko: str = "", name_en: str = "",
    protocol: str = "", organisation: str = "",
) -> ProtocolVersion:
    """A new one; or, with the code of one, its draft written anew, or an amendment of what was approved."""
    kept = _locked(protocol) if protocol else None
    owner = kept.organisation_id if kept else company(organisation)
    found = list(Agent.objects.filter(code__in=list(agents), organisation_id=owner))
    if len(found) != len(set(agents)):
        raise Missing(words.AGENT_UNKNOWN)
    if biosafety_level not in LEVELS or not found or not people.member(investigator, owner):
        raise Invalid(words.PROTOCOL_UNSOUND)
    if kept is None:
        kept = Protocol.objects.create(code=short_code("BP"), organisation_id=owner, created_at=clock.now())
    version = _open(kept)
    said = {
        "name_ko": name_ko.strip()[:160], "name_en": name_en.strip()[:160], "says": plan_of_work.strip(), "level": biosafety_level,
        "investigator_id": investigator,
    }
    if version is None:
        last = ProtocolVersion.objects.filter(protocol=kept).order_by("-number").first()
        version = ProtocolVersion.objects.create(protocol=kept, number=last.number + 1 if last else 1, state="draft", **said)
    elif version.state == "submitted":
        raise Refused(words.PROTOCOL_WAITS)
    else:
        for field, value in said.items():
            setattr(version, field, value)
        version.save(update_fields=[*said])
        ProtocolAgent.objects.filter(version=version).delete()
    for each in found:
        ProtocolAgent.objects.create(version=version, agent=each)
    note(subject=kept, organisation=owner, version=version.number, level=biosafety_level)
    return version


@operation(
    "safety.submit_protocol", ko="생물안전 계획서 내기", en="Hand in a biosafety protocol", may=rules.hand_in_protocols,
    refuses=(words.PROTOCOL_UNKNOWN, words.PROTOCOL_STEP), constraints=STEP,
)
def submit_protocol(*, protocol: str) -> ProtocolVersion:
    """Its open version goes to the committee and the safety officer, and stands as it is from now on."""
    kept, version = _of(protocol, "draft", "returned")
    version.state, version.submitted_at = "submitted", clock.now()
    version.save(update_fields=["state", "submitted_at"])
    note(subject=kept, organisation=kept.organisation_id, version=version.number)
    return version


@operation(
    "safety.withdraw_protocol", ko="생물안전 계획서 취하하기", en="Withdraw a draft of a biosafety protocol", may=rules.hand_in_protocols,
    refuses=(words.PROTOCOL_UNKNOWN, words.PROTOCOL_STEP), constraints=STEP,
)
def withdraw_protocol(*, protocol: str) -> ProtocolVersion:
    """The open version comes to nothing; what was approved before stays in force."""
    kept, version = _of(protocol, "draft", "returned")
    version.state = "withdrawn"
    version.save(update_fields=["state"])
    note(subject=kept, organisation=kept.organisation_id, version=version.number)
    return version


@operation(
    "safety.give_opinion", ko="생물안전위원 의견 내기", en="Give an opinion of a protocol", may=rules.give_opinion,
    refuses=(words.PROTOCOL_UNKNOWN, words.PROTOCOL_STEP, words.NOT_SEATED, words.OPINION_UNFIT),
    constraints={"protocol_opinion_once": words.OPINION_GIVEN, "protocol_opinion_awaited": words.PROTOCOL_STEP},
)
def give_opinion(*, protocol: str, opinion: str, reason: str) -> ProtocolOpinion:
    """A member of the committee is for it, against it, or abstains, with the reason. Said once."""
    me = require().actor
    if me is None or not biosafety.is_seated():
        raise Refused(words.NOT_SEATED)
    if opinion not in OPINIONS or not reason.strip():
        raise Invalid(words.OPINION_UNFIT)
    kept, version = _of(protocol, "submitted", write=False)
    made = ProtocolOpinion.objects.create(
        version=version, person_id=me, opinion=opinion, reason=reason.strip()[:300], at=clock.now()
    )
    note(subject=kept, organisation=kept.organisation_id, version=version.number, opinion=opinion)
    return made


@operation(
    "safety.decide_protocol", ko="생물안전 계획서 결정하기", en="Decide on a biosafety protocol", may=rules.decide,
    refuses=(words.PROTOCOL_UNKNOWN, words.PROTOCOL_STEP, words.TERM_UNSOUND, words.COMMITTEE_DISAGREES),
    constraints={
        **STEP, "protocol_decided_by_safety": words.PROTOCOL_STEP, "protocol_agreed": words.COMMITTEE_SAYS_NO,
        "protocol_one_approved": words.PROTOCOL_STEP,
    },
)
def decide_protocol(*, protocol: str, approve: bool, reason: str, ends_on: date | None = None) -> ProtocolVersion:
    """Approve it from today until a day, five years off at most, which replaces what was approved before; or return it.

    From level 2 on more than half of the committee has to be for it.
    """
    kept, version = _of(protocol, "submitted")
    if not reason.strip():
        raise Invalid(words.TERM_UNSOUND)
    version.decided_by, version.reason = require().actor, reason.strip()[:300]
    if approve:
        if ends_on is None or not 0 <= (ends_on - today()).days <= LONGEST_DAYS:
            raise Invalid(words.TERM_UNSOUND)
        seated = biosafety.seats()
        # Opinions of members who have left since count no more.
        sitting = {row.person for row in biosafety.committee()}
        said = ProtocolOpinion.objects.filter(version=version, opinion="for", person_id__in=sitting).count()
        if not agreed(version.level, seated=seated, approving=said):
            raise Refused(words.COMMITTEE_DISAGREES, {"level": version.level, "seated": seated, "approving": said})
        for before in ProtocolVersion.objects.select_for_update().filter(protocol=kept, state="approved"):
            before.state = "replaced"
            before.save(update_fields=["state"])
        version.starts_on, version.ends_on = today(), ends_on
    version.state = "approved" if approve else "returned"
    version.save(update_fields=["state", "decided_by", "reason", "starts_on", "ends_on"])
    note(subject=kept, organisation=kept.organisation_id, version=version.number, approve=approve, reason=version.reason)
    return version


@operation(
    "safety.end_protocol", ko="생물안전 계획서 끝내기", en="End a biosafety protocol", may=rules.hand_in_protocols,
    refuses=(words.PROTOCOL_UNKNOWN, words.PROTOCOL_STEP), constraints=STEP,
)
def end_protocol(*, protocol: str) -> ProtocolVersion:
    """The work is over, or is stopped: from now on nothing comes in under it. What is held may still be got rid of."""
    kept, version = _of(protocol, "approved")
    version.state = "ended"
    version.save(update_fields=["state"])
    note(subject=kept, organisation=kept.organisation_id, version=version.number)
    return version


@operation(
    "safety.remind_of_biosafety", ko="생물안전 계획서 알리기", en="Remind of biosafety protocols", may=rules.remind_of_biosafety,
)
def remind_of_biosafety() -> int:
    """The committee and safety of what waits for review; a company of an approval that ends within 60 days. Once each."""
    waiting, ending = protocols.waiting(), protocols.ending(today(), within=SOON)
    judges = {row.person for row in biosafety.committee()} | set(people.staff("safety_officer"))
    for due in waiting:
        tell(
            judges, "safety.protocol_waits", words.WAITS.fill({"protocol": due.protocol}),
            url=f"/safety/protocols/{due.protocol}/", origin=f"protocol-waits:{due.version}",
        )
    for due in ending:
        tell(
            {due.investigator, *people.admins(due.organisation)}, "safety.protocol_ends",
            words.ENDS.fill({"protocol": due.protocol, "day": due.day.isoformat() if due.day else ""}),
            url=f"/safety/protocols/{due.protocol}/", origin=f"protocol-ends:{due.version}", about=due.organisation,
        )
    note(waiting=len(waiting), ending=len(ending))
    return len(waiting) + len(ending)


def _locked(code: str) -> Protocol:
    """One that the asker may write. What one may not see is Missing; so is what she only looks on."""
    found = Protocol.objects.filter(code=code.strip()).first()
    if found is None or not (found.organisation_id in require().organisations or rules.see_everyone(require())):
        raise Missing(words.PROTOCOL_UNKNOWN)
    return found


def _open(kept: Protocol) -> ProtocolVersion | None:
    return ProtocolVersion.objects.select_for_update().filter(protocol=kept, state__in=OPEN).first()


def _of(code: str, *states: str, write: bool = True) -> tuple[Protocol, ProtocolVersion]:
    kept = _locked(code) if write else Protocol.objects.filter(code=code.strip()).first()
    if kept is None:
        raise Missing(words.PROTOCOL_UNKNOWN)
    rows = ProtocolVersion.objects.select_for_update() if write else ProtocolVersion.objects.all()
    version = rows.filter(protocol=kept, state__in=states).first()
    if version is None:
        raise Refused(words.PROTOCOL_STEP)
    return kept, version
