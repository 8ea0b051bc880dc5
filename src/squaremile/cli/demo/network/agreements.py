"""Made up for the demonstration: agreements of five years, what was promised in them and what came of it."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from squaremile.cli.demo.network.agreement_list import BODIES, DEALS, Deal
from squaremile.cli.demo.network.stage import Stage
from squaremile.kernel import clock
from squaremile.kernel.errors import SquaremileError
from squaremile.kernel.scope import Grant, Scope, scope
from squaremile.kernel.words import Text
from squaremile.network import operations as network
from squaremile.network.policies.clocks import REPEATING
from squaremile.network.reads.agreement_dues import dues
from squaremile.network.reads.partners import partner_choices

LABEL = Text(ko="협약", en="agreements")
TOTAL = len(DEALS)
BEGUN = timedelta(days=300)
"""The register was begun so many days ago: what is older was entered then, from the papers."""
CHECKED = ("capacity", "sanctions", "conflicts")
MOU = b"%PDF-1.4\n% A page that stands for a signed agreement of the demonstration.\n"


def make(stage: Stage) -> Iterable[int]:
    """Make it, by operations alone; yields how many are done."""
    keeper = Scope(actor=stage.staff["programme"], grants=(Grant("programme"),))
    codes: dict[str, str] = {}
    with scope(keeper):
        there = {each.code for each in partner_choices()}
        for code, kind, name_ko, name_en, country in BODIES:
            if code not in there:
                network.add_partner(code=code, kind=kind, name_ko=name_ko, name_en=name_en, country=country)
    for count, deal in enumerate(DEALS, 1):
        with scope(keeper):
            codes[deal.key] = _One(stage, deal, codes).made()
        yield count
    with scope(keeper):
        network.publish_figures()


class _One:
    """One agreement, step by step, each on the day it became known."""

    def __init__(self, stage: Stage, deal: Deal, codes: dict[str, str]) -> None:
        self.stage, self.deal, self.codes = stage, deal, codes
        self.today = stage.now.astimezone(stage.zone).date()
        self.signed_on = self.today - timedelta(days=deal.days_ago)
        self.owner = ""
        """The party named last: it promises."""
        self.parties: list[str] = []

    def made(self) -> str:
        deal = self.deal
        with clock.as_of(self._known(self.signed_on - timedelta(days=30))):
            draft = self._draft()
        if deal.state == "draft":
            return draft.code
        with clock.as_of(self._known(self.signed_on)):
            for item in CHECKED:
                network.record_check(agreement=draft.code, check_item=item, check_result="clear")
            network.advance_agreement(agreement=draft.code, step="review")
            if deal.state == "review":
                return draft.code
            network.advance_agreement(agreement=draft.code, step="approved")
            network.advance_agreement(agreement=draft.code, step="signed", happened_on=self.signed_on)
            for party in self.parties:
                network.add_signatory(agreement=draft.code, party=party, name_ko="대표자", name_en="Representative",
                                      role_ko="기관장", role_en="Head", signed_on=self.signed_on)  # fmt: skip
            network.add_paper(agreement=draft.code, name=f"{draft.code}.pdf", content=MOU + draft.code.encode(),
                              text_language="ko", prevails=True)  # fmt: skip
            network.advance_agreement(agreement=draft.code, step="effective", happened_on=self.signed_on)
            if deal.says[0]:
                network.publish_agreement(agreement=draft.code, says_ko=deal.says[0], says_en=deal.says[1])
        self._promised(draft)
        self._answered(draft)
        self._ended(draft)
        return draft.code

    def _draft(self) -> Any:
        deal = self.deal
        made = network.draft_agreement(
            agreement_type=deal.type, binding=deal.binding, title_ko=deal.title[0], title_en=deal.title[1],
            scope_ko=deal.scope[0], scope_en=deal.scope[1], effective_on=self.signed_on,
            ends_on=self.signed_on + timedelta(days=365 * deal.years), notice_days=90,
            parent_agreement=self.codes.get(deal.after, ""), relation="follows" if deal.after in self.codes else "",
        )  # fmt: skip
        for n, party in enumerate(deal.parties):
            named = {"organisation": self.stage.organisations[party]} if party in self.stage.organisations else (
                {"partner": party if party.startswith("PN-") else "PN-HANBYEOL"})  # a small cluster has fewer companies
            with suppress(SquaremileError):
                self._party(made.code, "lead" if not n else "partner", named)
        return made

    def _party(self, agreement: str, role: str, named: dict[str, UUID] | dict[str, str]) -> None:
        party = network.add_party(agreement=agreement, party_role=role, **named)  # type: ignore[arg-type]
        self.owner = party.code
        self.parties.append(party.code)

    def _promised(self, made: Any) -> None:
        for kind, unit, amount, what_ko, what_en, came in self.deal.promises:
            with clock.as_of(self._known(self.signed_on)):
                clause = network.add_commitment(
                    agreement=made.code, party=self.owner, commitment_kind=kind, amount=Decimal(amount), amount_unit=unit,
                    due_on=self.signed_on + timedelta(days=1095), what_ko=what_ko, what_en=what_en,
                )
            for after, state, share in came:
                day = self.signed_on + timedelta(days=after)
                if day >= self.today:
                    continue
                evidence = {"evidence_url": f"https://example.org/evidence/{clause.code}.pdf", "confirmed_by": "도 투자유치과"}
                with clock.as_of(self._known(day + timedelta(days=5))):
                    network.record_commitment(
                        commitment=clause.code, entry_state=state, happened_on=day,
                        amount=Decimal(amount * share // 100), **(evidence if state in ("arrived", "completed") else {}),
                    )

    def _answered(self, made: Any) -> None:
        """Most reports are made, some late ones are not."""
        for clock_name, after in self.deal.answered:
            day = self.signed_on + timedelta(days=after)
            with clock.as_of(self._known(min(day, self.today))):
                network.answer_clock(agreement=made.code, clock_name=clock_name, anchor=self.signed_on,
                                     says="상임위원회에 보고함", answered_on=min(day, self.today))  # fmt: skip

        self._kept_up(made)

    def _kept_up(self, made: Any) -> None:
        """Progress and reviews were told until a while ago; the latest are open."""
        last = self.today - timedelta(days=self.stage.draw(f"agreement:{self.deal.key}").randint(0, 200))
        for row in dues(last):
            if row.agreement == made.code and row.due.clock in REPEATING and row.due.due_on <= last:
                day = row.due.due_on - timedelta(days=self.deal.days_ago % 9)
                with clock.as_of(self._known(day)):
                    network.answer_clock(agreement=made.code, clock_name=row.due.clock, anchor=row.due.anchor,
                                         number=row.due.number, says="현장을 점검하고 기록함", answered_on=day)  # fmt: skip

    def _ended(self, made: Any) -> None:
        if not self.deal.ending:
            return
        after, ending, reason, lesson_ko, lesson_en = self.deal.ending
        day = self.signed_on + timedelta(days=after)
        with clock.as_of(self._known(day + timedelta(days=3))):
            network.end_agreement(agreement=made.code, ending=ending, reason=reason, happened_on=day, lesson_ko=lesson_ko,
                                  lesson_en=lesson_en)  # fmt: skip

    def _known(self, day: date) -> datetime:
        """Ten in the morning of that day, or of the day the register was begun; never after now."""
        begun = self.stage.now - BEGUN
        moment = begun + timedelta(days=(day - begun.astimezone(self.stage.zone).date()).days)
        return min(max(moment, begun), self.stage.now)
