"""Permits: their kinds, who needs one for what, recording, confirming and ending them, and reminders before they end."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from squaremile.core.notices import tell
from squaremile.core.reads import files, people
from squaremile.core.words import CODE_UNFIT, NOT_FOUND
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require
from squaremile.safety import rules
from squaremile.safety.models import Permit, PermitKind, PermitNeed
from squaremile.safety.operations.whose import company, company_or_none
from squaremile.safety.policies import permits as policy
from squaremile.safety.policies.standard_permits import KINDS
from squaremile.safety.reads import permits
from squaremile.safety.reads.areas import today
from squaremile.safety.words import permits as words
from squaremile.safety.words.stock import WHOSE
from squaremile.spaces.reads import places

MOST_DAYS, MOST = 3650, 8
STEP = {"permit_step_allowed": words.PERMIT_STEP, "permit_confirmed_by_safety": words.PERMIT_STEP}


@operation(
    "safety.declare_permit_kind", ko="허가 종류 정하기", en="Declare a kind of permit", may=rules.confirm_permits,
    refuses=(words.KIND_UNSOUND,), constraints={"permit_kind_named": words.KIND_UNSOUND, "permit_kind_code_fits": CODE_UNFIT},
)
def declare_permit_kind(
    *, code: str, held_by: str, name_ko: str = "", name_en: str = "", authority_ko: str = "", authority_en: str = "",
    blocks: Sequence[str] = (), hazards: Sequence[str] = (), remind_days: Sequence[int] = policy.REMIND, checklist_item: str = "",
    read_in: str = "",
) -> PermitKind:
    """A kind of permit, notice or contract; or one that has this code, said anew. `blocks` is what those who will be said to
    need it may not do without it; `hazards` narrow what may not be brought in."""
    if held_by not in policy.HELD_BY or not set(blocks) <= set(policy.BLOCKS) or not _sound(remind_days):
        raise Invalid(words.KIND_UNSOUND)
    said: dict[str, Any] = {
        "name_ko": name_ko.strip()[:120], "name_en": name_en.strip()[:120], "authority_ko": authority_ko.strip()[:120],
        "authority_en": authority_en.strip()[:120], "held_by": held_by, "blocks": list(blocks), "classes": list(hazards),
        "remind_days": sorted(remind_days, reverse=True), "item": checklist_item.strip()[:40], "read_in": read_in.strip()[:300],
    }
    kept, _ = PermitKind.objects.update_or_create(code=code.strip(), defaults=said)
    note(subject=kept, **said)
    return kept


@operation(
    "safety.adopt_permit_kinds", ko="표준 허가 종류 받아들이기", en="Adopt the standard kinds of permits", may=rules.confirm_permits,
)
def adopt_permit_kinds() -> int:
    """Every standard kind that is not here yet, with its source. What was changed here stays. Returns how many came."""
    there = set(PermitKind.objects.values_list("code", flat=True))
    new = [kind for kind in KINDS if kind.code not in there]
    for kind in new:
        PermitKind.objects.create(
            code=kind.code, name_ko=kind.name.ko, name_en=kind.name.en, authority_ko=kind.authority.ko, authority_en=kind.authority.en,
            held_by=kind.held_by, blocks=list(kind.blocks), classes=list(kind.classes), remind_days=list(kind.remind), item=kind.item,
            read_in=kind.read_in, certainty=kind.certainty,
        )
    note(kinds=[kind.code for kind in new])
    return len(new)


@operation(
    "safety.need_permit", ko="허가가 필요하다고 정하기", en="Say that a permit is needed", may=rules.confirm_permits,
    refuses=(words.KIND_UNKNOWN, words.NEED_UNSOUND, NOT_FOUND),
    constraints={"permit_need_once": words.NEED_ALREADY, "permit_need_blocks_known": words.NEED_UNSOUND},
)
def need_permit(
    *, permit_kind: str, organisation: str = "", place: str = "", blocks: Sequence[str] = (), hazards: Sequence[str] = (),
) -> PermitNeed:
    """From today what it blocks is shut without one in force: for a company or for all, in a place or everywhere. What is not
    said is as its kind says."""
    kind = _kind(permit_kind)
    if not set(blocks) <= set(policy.BLOCKS) or not (blocks or kind.blocks):
        raise Invalid(words.NEED_UNSOUND)
    made = PermitNeed.objects.create(
        kind=kind, organisation_id=company(organisation) if organisation else None, place_id=places.find(place).id if place else None,
        blocks=list(blocks) or kind.blocks, classes=list(hazards) or kind.classes, since=today(),
    )
    note(subject=made, organisation=made.organisation_id, kind=kind.code, place=place, blocks=made.blocks)
    return made


@operation(
    "safety.end_permit_need", ko="허가가 필요 없다고 정하기", en="Say that a permit is needed no more", may=rules.confirm_permits,
    refuses=(words.KIND_UNKNOWN, words.NEED_UNKNOWN, NOT_FOUND),
)
def end_permit_need(*, permit_kind: str, organisation: str = "", place: str = "") -> PermitNeed:
    """From now on nothing is shut for want of it."""
    where: dict[str, Any] = {
        "organisation_id": company(organisation) if organisation else None, "place_id": places.find(place).id if place else None,
    }
    found = PermitNeed.objects.select_for_update().filter(kind=_kind(permit_kind), ended_on=None, **where).first()
    if found is None:
        raise Missing(words.NEED_UNKNOWN)
    found.ended_on = today()
    found.save(update_fields=["ended_on"])
    note(subject=found, organisation=found.organisation_id, kind=permit_kind, place=place)
    return found


@operation(
    "safety.record_permit", ko="허가·문서 등록하기", en="Record a permit", may=rules.keep_permits,
    refuses=(words.KIND_UNKNOWN, words.PERMIT_UNSOUND, words.PERMIT_UNKNOWN, words.HOLDER_UNFIT, WHOSE, NOT_FOUND),
    constraints={**STEP, "permit_holder_fits": words.HOLDER_UNFIT, "permit_term_sound": words.PERMIT_UNSOUND,
                 "permit_numbered": words.PERMIT_UNSOUND},
)  # fmt: skip
def record_permit(
    *, permit_kind: str, permit_number: str, issued_on: date, valid_until: date | None = None, place: str = "",
    remind_days: Sequence[int] = (), file: UUID | None = None, renews: str = "", organisation: str = "",
) -> Permit:
    """A permit of the asker's company; of the cluster or of any company where staff record it, and then it counts at once.
    What a company records counts once it is confirmed. `renews` names the one that it follows."""
    kind, owner = _kind(permit_kind), company_or_none(organisation)
    if kind.held_by not in ("either", "cluster" if owner is None else "company"):
        raise Invalid(words.HOLDER_UNFIT)
    if not permit_number.strip() or issued_on > today() or not _sound(remind_days, least=0):
        raise Invalid(words.PERMIT_UNSOUND)
    if file is not None:
        files.file(file)
    before = _locked(renews) if renews else None
    made = Permit.objects.create(
        code=short_code("PM"), kind=kind, organisation_id=owner, place_id=places.find(place).id if place else None,
        number=permit_number.strip()[:80], issued_on=issued_on, expires_on=valid_until, remind_days=sorted(remind_days, reverse=True),
        file_id=file, replaces=before, state="in_force" if rules.confirm_permits(require()) else "recorded", entered_at=clock.now(),
    )
    note(subject=made, organisation=owner, kind=kind.code, number=made.number, until=valid_until.isoformat() if valid_until else "")
    return made


@operation(
    "safety.confirm_permit", ko="허가·문서 확인하기", en="Confirm a permit", may=rules.confirm_permits,
    refuses=(words.PERMIT_UNKNOWN, words.PERMIT_STEP, words.PERMIT_REASON), constraints=STEP,
)
def confirm_permit(*, permit: str, approve: bool, reason: str = "") -> Permit:
    """What a company recorded was seen and counts from now on; or it is not accepted, with the reason."""
    found = _locked(permit)
    if found.state != "recorded":
        raise Refused(words.PERMIT_STEP)
    if not approve and not reason.strip():
        raise Invalid(words.PERMIT_REASON)
    return _stepped(found, "in_force" if approve else "refused", reason)


@operation(
    "safety.end_permit", ko="허가·문서 끝내기", en="End a permit", may=rules.keep_permits,
    refuses=(words.PERMIT_UNKNOWN, words.PERMIT_STEP, words.PERMIT_REASON), constraints=STEP,
)
def end_permit(*, permit: str, reason: str) -> Permit:
    """It was given back, revoked or replaced: it counts no more from now on, and stays in the register."""
    found = _locked(permit)
    if found.state not in ("recorded", "in_force"):
        raise Refused(words.PERMIT_STEP)
    if not reason.strip():
        raise Invalid(words.PERMIT_REASON)
    return _stepped(found, "ended", reason)


@operation("safety.remind_of_permits", ko="허가·문서 만료 알리기", en="Remind of permits that end", may=rules.remind_of_permits)
def remind_of_permits() -> int:
    """On the days before its end that a permit asks for, and once it has expired: its holder, and safety. What waits for
    confirmation is told to those who confirm. Each once. Returns how many are due."""
    keepers, told = people.staff("safety_officer", "lab_operations"), 0
    for row in permits.permits():
        if row.standing == "recorded":
            says, which = words.WAITS, "waits"
        elif row.expires_on is None or (reached := policy.due((row.expires_on - today()).days, row.remind_days)) is None:
            continue
        else:
            says, which = words.EXPIRED if reached < 0 else words.ENDS, str(reached)
        holders = people.admins(row.owner) if row.owner and which != "waits" else []
        values = {"kind": row.name, "number": row.number, "day": row.expires_on.isoformat() if row.expires_on else ""}
        tell(
            {*keepers, *holders}, "safety.permit_ends" if which != "waits" else "safety.permit_waits", says.fill(values),
            url=f"/safety/permits/{row.code}/", origin=f"permit:{row.id}:{which}", about=row.owner,
        )
        told += 1
    note(told=told)
    return told


def _stepped(found: Permit, state: str, reason: str) -> Permit:
    found.state, found.reason = state, reason.strip()[:300]
    found.save(update_fields=["state", "reason"])
    note(subject=found, organisation=found.organisation_id, state=state, reason=found.reason)
    return found


def _sound(days: Sequence[int], least: int = 1) -> bool:
    return least <= len(days) <= MOST and all(0 <= each <= MOST_DAYS for each in days)


def _kind(code: str) -> PermitKind:
    found = PermitKind.objects.filter(code=code.strip()).first()
    if found is None:
        raise Missing(words.KIND_UNKNOWN)
    return found


def _locked(code: str) -> Permit:
    """One that the asker may write. What one may not see, or only read, is Missing."""
    found = Permit.objects.select_for_update(of=("self",)).filter(code=code.strip()).first()
    if found is None or not (found.organisation_id in require().organisations or rules.confirm_permits(require())):
        raise Missing(words.PERMIT_UNKNOWN)
    return found
