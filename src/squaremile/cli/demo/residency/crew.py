"""People whose first days lie behind them: terms about people, checklists that are signed, badges, one who will leave."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from squaremile.cli.demo.residency.stage import Stage
from squaremile.cli.demo.residency.team import ENTERED
from squaremile.core import documents
from squaremile.core import operations as core
from squaremile.kernel import clock
from squaremile.kernel.scope import Grant, Scope, scope
from squaremile.kernel.words import Text
from squaremile.residency import operations as residency
from squaremile.residency.reads import checklists, people
from squaremile.residency.reads.checklists import EntryRow
from squaremile.residency.reads.licensed_people import licensed_people

LABEL = Text(ko="인원 조건과 출입증", en="seats and badges")
BADGED = ("MOAK", "NEOUL", "BYEOTNWI")
"""Those one may enter the demonstration as: their people have their badges."""
LEAVER = "SOMDARI"
SAMPLE = documents.PACKAGE / "core" / "documents" / "sample.typ"
WON_A_SEAT = 300_000


def _staying(stage: Stage) -> list[str]:
    return list(dict.fromkeys(let.company for let in stage.lets if let.moved_in))


def total(stage: Stage) -> int:
    return len(_staying(stage))


def make(stage: Stage) -> Iterable[int]:
    """Each company's terms; then its people, where they are not entered yet."""
    by_code, number = {company.code: company for company in stage.companies}, 400
    for count, code in enumerate(_staying(stage), 1):
        first = min(let.start for let in stage.lets if let.company == code)
        seats = by_code[code].scientists + 3
        with scope(stage.staffed("programme")):
            if licensed_people(stage.organisations[code]) is None:  # else its licence has said so
                residency.set_people_terms(
                    company=stage.records[code], seats=seats, since=first, notice_months=1, deposit_minor=seats * WON_A_SEAT
                )
        if code not in ENTERED:
            number = _entered(stage, code, number)
        if code == LEAVER:
            _leaving(stage, code)
        yield count


def _entered(stage: Stage, code: str, number: int) -> int:
    """Joined on the day the company moved in, with whatever keeps booking shut signed in the week after it; what keeps nothing
    shut may be open. The number of the last badge."""
    first = min(let.start for let in stage.lets if let.company == code)
    days = (stage.now.astimezone(stage.zone).date() - first).days
    head, papers = stage.admin(code).actor, dict[str, UUID]()
    for person in sorted(stage.people[code], key=lambda one: one != head):
        leads = person == head
        with clock.as_of(stage.at(-days, 12)), scope(stage.admin(code)):
            member = residency.join(
                company=stage.records[code], person=person, joined_on=first, title="대표" if leads else "",
                kind="office" if leads else "scientist", work=() if leads else ("chemicals", "bsl1"),
            )
        _signed(stage, member, papers, max(days - 3, 1))
        if code not in BADGED:
            continue
        number += 1
        with clock.as_of(stage.at(-max(days - 4, 1))), scope(stage.staffed("site_director")):
            residency.issue_pass(
                company_member=member.code, kind="badge", pass_number=f"{number:04}", expires_on=stage.at(300).date(),
                zones=("JB-A4", "JB-A2"),
            )
    return number


def _signed(stage: Stage, member: Any, papers: dict[str, UUID], days: int) -> None:
    """By whoever signs each; what keeps nothing shut, the desks have not got round to. Papers are made once for a company."""
    whose = member.company_id
    person = Scope(actor=member.person_id, grants=(Grant("scientist", whose),))
    with clock.as_of(stage.at(-days)), scope(person):
        residency.set_emergency_contact(
            company_member=member.code, name="가족", phone="010-0000-0000", contact_relation="배우자 / spouse"
        )
    desks = (stage.staffed("safety_officer"), stage.staffed("lab_operations"))
    for signer in (person, *desks):
        with clock.as_of(stage.at(-days)), scope(signer):
            for row in checklists.of_member(member.id, signer).rows:
                if row.open and row.mine_to_sign and (row.blocks or signer is person or row.due_on <= stage.now.date()):
                    if row.needs_file and row.item not in papers:
                        papers[row.item] = _paper(row, whose)
                    residency.sign_off(checklist_entry=row.code, file=papers.get(row.item) if row.needs_file else None)


def _paper(row: EntryRow, whose: UUID) -> UUID:
    said = {"title": row.says.ko, "foot": "데모", "facts": [["이수", f"{row.due_on}"]], "text": row.says.en}
    content = documents.pdf(SAMPLE, said, language="ko", made_at=clock.now())
    return core.store_file(name=f"{row.item}.pdf", content=content, organisation=whose).id


def _leaving(stage: Stage, code: str) -> None:
    """One of its people leaves in two weeks."""
    asking = stage.admin(code)
    with scope(asking):
        last = next(one for one in people.members(company=stage.organisations[code]) if one.person != asking.actor)
        residency.leave(company_member=last.code, last_day=stage.at(14).date())
