"""Claims: a sentence with a number, its members judged one by one, its answer kept with the question."""

from datetime import date
from typing import Any

from squaremile.atlas import rules
from squaremile.atlas.models import Claim, ClaimMember, Snapshot
from squaremile.atlas.operations import entries, placards
from squaremile.atlas.policies.questions import Unclear, question
from squaremile.atlas.reads import counting, digest
from squaremile.atlas.words import claims as words
from squaremile.atlas.words import registry
from squaremile.core.words import BAD_INPUT, CODE_TAKEN, CODE_UNFIT, NAME_NEEDED
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require


@operation(
    "atlas.add_claim", ko="주장 올리기", en="Enter a claim", may=rules.keep, refuses=(words.QUESTION_UNCLEAR,),
    constraints={
        "atlas_claim_code_key": CODE_TAKEN, "atlas_claim_code_fits": CODE_UNFIT, "atlas_claim_said": words.CLAIM_SAID,
    },
)
def add_claim(
    *, text_ko: str = "", text_en: str = "", code: str = "", definition_ko: str = "", definition_en: str = "",
    refuted_ko: str = "", refuted_en: str = "", query: dict[str, Any] | None = None, published: bool = False,
) -> Claim:
    """Enter a sentence with its definition and what would refute it; `{k}` and `{n}` stand for its numbers.

    With a `query` the number is the answer to that question; without one it is judged member by member: k of N.
    """
    made = Claim.objects.create(
        code=code or short_code("AC"), text_ko=text_ko.strip(), text_en=text_en.strip(), definition_ko=definition_ko.strip(),
        definition_en=definition_en.strip(), refuted_ko=refuted_ko.strip(), refuted_en=refuted_en.strip(), query=_clear(query),
        published=published, created_at=clock.now(),
    )
    placards.claim(made)
    note(subject=made, query=made.query)
    return made


@operation(
    "atlas.edit_claim", ko="주장 고치기", en="Edit a claim", may=rules.keep, refuses=(words.CLAIM_UNKNOWN, words.QUESTION_UNCLEAR),
    constraints={"atlas_claim_said": words.CLAIM_SAID},
)
def edit_claim(
    *, headline: str, text_ko: str | None = None, text_en: str | None = None, definition_ko: str | None = None,
    definition_en: str | None = None, refuted_ko: str | None = None, refuted_en: str | None = None,
    query: dict[str, Any] | None = None,
) -> Claim:
    """Change a claim; what is left out stays. What was answered before keeps the question it answered."""
    row = entries.found(Claim, headline, words.CLAIM_UNKNOWN)
    changed = entries.write(row, {
        "text_ko": text_ko, "text_en": text_en, "definition_ko": definition_ko, "definition_en": definition_en,
        "refuted_ko": refuted_ko, "refuted_en": refuted_en, "query": _clear(query),
    })
    placards.claim(row)
    note(subject=row, changed=changed)
    return row


@operation(
    "atlas.add_claim_member", ko="주장의 목록에 더하기", en="Add a member to a claim", may=rules.keep,
    refuses=(words.CLAIM_UNKNOWN, registry.ORGANISATION_UNKNOWN),
    constraints={"atlas_member_once_a_position": BAD_INPUT, "atlas_member_named": NAME_NEEDED},
)
def add_claim_member(*, headline: str, name_ko: str = "", name_en: str = "", institution: str = "") -> ClaimMember:
    """Add one of the N at the end of the list, unknown until somebody judges; with its organisation where the registry has it."""
    (one,), row = entries.institutions(institution), entries.found(Claim, headline, words.CLAIM_UNKNOWN)
    last = ClaimMember.objects.filter(claim=row).order_by("-position").values_list("position", flat=True).first() or 0
    made = ClaimMember.objects.create(
        claim=row, position=last + 1, name_ko=name_ko.strip() or (one.name_ko[:200] if one and not name_en else ""),
        name_en=name_en.strip() or (one.name_en[:200] if one and not name_ko else ""), organisation=one,
    )
    note(subject=row, position=made.position)
    return made


@operation(
    "atlas.judge_claim_member", ko="주장의 한 곳 판단하기", en="Judge a member of a claim", may=rules.keep,
    refuses=(words.CLAIM_UNKNOWN, words.MEMBER_UNKNOWN, registry.ORGANISATION_UNKNOWN),
    constraints={"atlas_member_evidenced": words.EVIDENCE_NEEDED, "atlas_member_judgement_known": BAD_INPUT},
)
def judge_claim_member(
    *, headline: str, position: int, judgement: str, evidence_at: str = "", of_day: date | None = None, says_ko: str = "",
    says_en: str = "", institution: str | None = None,
) -> ClaimMember:
    """Say yes, no or unknown of one member, by which evidence and of which day. A yes or a no needs both."""
    (home,), row = entries.institutions(institution or ""), entries.found(Claim, headline, words.CLAIM_UNKNOWN)
    member = ClaimMember.objects.select_for_update(of=("self",)).filter(claim=row, position=position).first()
    if member is None:
        raise Missing(words.MEMBER_UNKNOWN)
    member.judgement, member.evidence, member.as_of = judgement, evidence_at.strip(), of_day
    member.says_ko, member.says_en = says_ko.strip(), says_en.strip()
    member.judged_at, member.judged_by_id = clock.now(), require().actor
    if institution is not None:
        member.organisation = home
    member.save()
    note(subject=row, position=position, judgement=judgement)
    return member


@operation(
    "atlas.take_snapshot", ko="수치 남기기", en="Keep a claim's figure", may=rules.keep,
    refuses=(words.CLAIM_UNKNOWN, words.NOTHING_TO_COUNT, words.QUESTION_UNCLEAR), constraints={"atlas_snapshot_code_key": CODE_TAKEN},
)
def take_snapshot(*, headline: str) -> Snapshot:
    """Answer the claim's question now and keep the answer: the number, the list behind it, and the state of the registry.

    Published entries alone are counted: a figure is never changed, and whoever sees the claim sees it.
    """
    row = entries.found(Claim, headline, words.CLAIM_UNKNOWN)
    if row.query is not None:
        answer = counting.answer(_asked(row.query))
    else:
        answer = counting.judged(row.id)
        if not answer.base:
            raise Refused(words.NOTHING_TO_COUNT)
    made = Snapshot.objects.create(
        code=short_code("AF"), claim=row, query=row.query, value=answer.value, base=answer.base, unknown=answer.unknown,
        codes=list(answer.codes), digest=digest.registry(), taken_at=clock.now(), taken_by_id=require().actor,
    )
    note(subject=made, of=row.code, value=made.value, base=made.base)
    return made


def _asked(said: dict[str, Any]) -> Any:
    try:
        return question(said)
    except Unclear as unclear:
        raise Invalid(words.QUESTION_UNCLEAR, {"field": unclear.field}) from unclear


def _clear(said: dict[str, Any] | None) -> dict[str, Any] | None:
    return None if said is None else dict(_asked(said).as_dict())
