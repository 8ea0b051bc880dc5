"""For the tests of the whole product: agreements, commitments and KPIs."""

from datetime import date, timedelta
from decimal import Decimal

from squaremile.kernel import clock
from squaremile.network import operations as network

SIGNED = date(2027, 1, 15)
TEXTS = {
    "draft agreement": "이중항체 공동개발 비밀 초안", "signed agreement text": "새봄 공장 비공개 협약",
    "clause": "비공개 설비 투자 조항", "paper name": "adc-secret-mou.pdf",
}  # fmt: skip
NOUNS = {"agreements": ("agreement", "signed agreement", "effective agreement")}
ALL = {"clocks": ["council_report"]}
PLACES = {"paper": ["paper"], "party": ["party"], "commitment": ["commitment"]}
HERS = {
    "agreement": "agreement", "commitment": "commitment", "party": "party", "paper": "paper", "supersedes": "entry",
}  # fmt: skip
LEFT_OUT = (
    "given_on", "parent_agreement", "relation", "officer", "deputy", "governing", "scope_ko", "scope_en", "text_language",
    "evidence_url", "confirmed_by", "lesson_ko", "lesson_en", "what_en",
)  # fmt: skip
_MONDAY = date(2027, 3, 1)
SOUND = {
    "agreement_type": "MOU", "binding": True, "amount": Decimal(1), "amount_unit": "KRW", "anchor": SIGNED,
    "answered_on": _MONDAY, "as_of": _MONDAY, "check_item": "capacity", "check_result": "clear", "checked_on": _MONDAY,
    "clock_name": "council_report", "commitment_kind": "jobs", "days": 50, "due_on": date(2028, 1, 1),
    "effective_on": _MONDAY, "ending": "withdrawn", "ends_on": date(2031, 1, 31), "entry_state": "reported",
    "happened_on": _MONDAY, "party_role": "partner", "signed_on": _MONDAY, "step": "review", "what_ko": "왜",
}  # fmt: skip
OWN = {
    "network.draft_agreement": {"title_ko": "훔친 협약"},
    "network.edit_agreement": {"title_ko": "훔친 협약"},
    "network.add_party": {"organisation": None, "partner": "PARTNER"},
    "network.renew_agreement": {"agreement": "effective agreement"},
    "network.give_notice": {"agreement": "signed agreement", "party": "signed party"},
    "network.publish_figures": {"as_of": date(2026, 12, 31)},
    "network.publish_agreement": {"agreement": "signed agreement"},
    "network.unpublish_agreement": {"agreement": "signed agreement"},
    "network.answer_clock": {"agreement": "signed agreement"},
}
FORM = {
    "agreement_type": "MOU", "binding": "on", "title_ko": "훔친 협약", "body": "organisation:SAEBOM", "party": "party",
    "party_role": "partner", "check_item": "capacity", "check_result": "clear", "clock_name": "council_report",
    "anchor": "2027-01-15", "number": "1", "days": "50", "amount": "1", "amount_unit": "KRW", "commitment_kind": "jobs",
    "what_ko": "왜", "due_on": "2028-01-01", "entry_state": "reported", "happened_on": "2027-03-01", "ending": "withdrawn",
    "step": "review", "ends_on": "2031-01-31",
}  # fmt: skip


def week(world, codes, keys, signed=SIGNED, today=_MONDAY):
    """A draft and two signed agreements of the rival, with a promise, an entry and a file; nobody published them."""
    with world.as_("programme"):
        network.add_partner(code="PROVINCE", kind="public", name_ko="전새도", name_en="Jeonsae Province")
        drafted = _drafted(world, TEXTS["draft agreement"])
        made = _signed(world, TEXTS["signed agreement text"], signed)
        forced = _signed(world, TEXTS["signed agreement text"], signed)
        network.advance_agreement(agreement=forced.code, step="effective", happened_on=signed)
        clause = network.add_commitment(
            agreement=made.code, party=made.parties.get(partner=None).code, commitment_kind="investment",
            amount=Decimal(77_000_000), amount_unit="KRW", due_on=date(2028, 1, 1), what_ko=TEXTS["clause"],
        )
        entry = network.record_commitment(
            commitment=clause.code, entry_state="reported", happened_on=today, amount=Decimal(1),
        )
        theirs = made.parties.get(partner=None).code
        party = drafted.parties.get(partner=None)
        paper = network.add_paper(agreement=made.code, name=TEXTS["paper name"], content=b"%PDF-1.7 ADC-77 mou")
    codes |= {
        "agreement": drafted.code, "signed agreement": made.code, "effective agreement": forced.code,
        "party": party.code, "commitment": clause.code, "entry": entry.code,
        "signed party": theirs, "paper": paper.code,
    }  # fmt: skip
    keys |= {"draft key": drafted.id, "agreement key": made.id, "clause key": clause.id}


def _drafted(world, title):
    made = network.draft_agreement(
        agreement_type="MOU", binding=True, title_ko=title, title_en=title, ends_on=date(2029, 1, 31), notice_days=90
    )
    network.add_party(agreement=made.code, partner="PROVINCE")
    network.add_party(agreement=made.code, organisation=world.organisations["SAEBOM"])
    return made


def _signed(world, title, on):
    made = _drafted(world, title)
    for item in ("capacity", "sanctions", "conflicts"):
        network.record_check(agreement=made.code, check_item=item, check_result="clear")
    for step in ("review", "approved"):
        network.advance_agreement(agreement=made.code, step=step)
    return network.advance_agreement(agreement=made.code, step="signed", happened_on=on)


def furnish(world):
    """One of each, for those who follow every link: a draft, a signed one with all that hangs on it, one that lapsed."""
    today = clock.now().date() - timedelta(days=1)
    signed = today - timedelta(days=30)
    week(world, {}, {}, signed, today)
    with world.as_("programme"):
        network.publish_agreement(agreement=_signed(world, "공개 협약", signed).code, says_ko="요약")
        network.end_agreement(agreement=_signed(world, "실효 협약", signed).code, ending="lapsed", reason="자금 조달 실패")
        network.publish_figures()
