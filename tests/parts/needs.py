"""For the tests of the whole product: needs and their matches."""

from typing import Any

from squaremile.core.refs import ref
from squaremile.network import operations as network

NOUNS = {"needs": ("need", "draft need"), "soft-checks": ("soft check",), "agendas": ("agenda", "agreed agenda")}
HERS = {"need": "need", "soft_check": "soft check", "agenda": "agenda"}
SOUND = {"mode": "consult", "outcome": "pilot", "subject": "person", "subject_code": "EXPERT", "verdict": "fits", "way": "phone"}
LEFT_OUT = ("confidential_ko", "confidential_en")
OWN: dict[str, dict[str, Any]] = {
    "network.submit_need": {"title_ko": "훔친 수요"}, "network.open_need": {"need": "draft need"},
    "network.move_need": {"state": "matching"}, "network.assign_need": {}, "network.draft_agenda": {"need": "need"},
    "network.carry_agenda": {"agenda": "agreed agenda", "delegation": "delegation", "place": ""},
    "network.record_soft_answer": {"answer": "no"}, "network.add_agenda_person": {"side": "staff", "soft_check": ""},
    "network.ask_softly": {"subject_code": "EXPERT-2", "question_ko": "뜻이 있으십니까?", "question_en": ""},
    "network.put_on_long_list": {"subject_code": "EXPERT-3", "why_ko": "논문", "why_en": ""},
    "network.take_off_long_list": {"subject_code": "EXPERT-2"},
}  # fmt: skip
FORM = {"mode": "consult", "title_ko": "훔친 수요", "horizon_months": "6", "outcome": "pilot", "subject": "person",
        "subject_code": "EXPERT", "verdict": "fits"}  # fmt: skip
TEXTS = {"need title": "새봄 수요의 제목", "need confidential": "새봄 임상 물질 SB-12", "verdict reason": "새봄이 보기에 맞음",
         "why listed": "새봄 과제와 겹치는 논문", "soft question": "이중항체 분야에 뜻이 있으십니까", "soft answer": "오월부터 가능하다고 들음",
         "agenda subject": "새봄 시료의 조건"}


def week(world, codes, keys):
    """The rival asks for something it shows to nobody, keeps a draft, and judges a candidate."""
    with world.as_("programme"):
        for code in ("EXPERT", "EXPERT-2", "EXPERT-3"):
            network.add_person(code=code, kind="researcher", name_ko="고전문", name_en="Expert Ko")
    said = {"mode": "consult", "title_ko": TEXTS["need title"], "confidential_ko": TEXTS["need confidential"]}
    with world.as_("sora"):
        codes["need"] = network.submit_need(**said).code
        codes["draft need"] = network.submit_need(**said, draft=True).code
        network.judge_match(
            need=codes["need"], subject="person", subject_code="EXPERT", verdict="fits", reason=TEXTS["verdict reason"]
        )
    with world.as_("programme"):
        _walked(codes)
    # Nobody of hers can be a director: it is one of the staff.
    OWN["network.assign_need"]["person"] = world.people["programme"]
    FORM["director"] = ref("person", world.people["programme"])
    FORM.update(soft_check=codes["soft check"], agenda=codes["agenda"], answer="no", way="phone", side="candidate")


def _walked(codes):
    """Staff put candidates on the list, ask one, and agree an agenda with another; and keep a second one as a draft."""
    need, her = codes["need"], {"subject": "person", "subject_code": "EXPERT"}
    network.move_need(need=need, state="matching")
    network.put_on_long_list(need=need, why_ko=TEXTS["why listed"], **her)
    network.put_on_long_list(need=need, why_ko=TEXTS["why listed"], subject="person", subject_code="EXPERT-2")
    network.move_need(need=need, state="soft_check")
    asked = {"way": "phone", "question_ko": TEXTS["soft question"]}
    codes["yes"] = network.ask_softly(need=need, **her, **asked).code
    network.record_soft_answer(soft_check=codes["yes"], answer="yes", heard=TEXTS["soft answer"])
    network.move_need(need=need, state="agenda")
    for name in ("agreed agenda", "agenda"):
        codes[name] = network.draft_agenda(need=need).code
        network.add_agenda_subject(agenda=codes[name], says_ko=TEXTS["agenda subject"])
        network.add_agenda_person(agenda=codes[name], side="candidate", soft_check=codes["yes"])
    network.agree_agenda(agenda=codes["agreed agenda"])
    codes["soft check"] = network.ask_softly(need=need, **her, **asked).code


def furnish(world):
    """A listed need of each company, one of them looked after."""
    for who in ("hana", "sora"):
        with world.as_(who):
            made = network.submit_need(
                mode="consult", title_ko="연골 압축 시험", title_en="Compression test of cartilage", listed=True
            )
    with world.as_("programme"):
        network.assign_need(need=made.code, person=world.people["programme"])
