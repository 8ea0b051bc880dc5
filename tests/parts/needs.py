"""For the tests of the whole product: needs and their matches."""

from typing import Any

from squaremile.core.refs import ref
from squaremile.network import operations as network

NOUNS = {"needs": ("need", "draft need")}
HERS = {"need": "need"}
SOUND = {"mode": "consult", "outcome": "pilot", "subject": "person", "subject_code": "EXPERT", "verdict": "fits"}
LEFT_OUT = ("confidential_ko", "confidential_en")
OWN: dict[str, dict[str, Any]] = {
    "network.submit_need": {"title_ko": "훔친 수요"}, "network.open_need": {"need": "draft need"},
    "network.move_need": {"state": "matching"}, "network.assign_need": {},
}  # fmt: skip
FORM = {"mode": "consult", "title_ko": "훔친 수요", "horizon_months": "6", "outcome": "pilot", "subject": "person",
        "subject_code": "EXPERT", "verdict": "fits"}  # fmt: skip
TEXTS = {"need title": "새봄 수요의 제목", "need confidential": "새봄 임상 물질 SB-12", "verdict reason": "새봄이 보기에 맞음"}


def week(world, codes, keys):
    """The rival asks for something it shows to nobody, keeps a draft, and judges a candidate."""
    with world.as_("programme"):
        network.add_person(code="EXPERT", kind="researcher", name_ko="고전문", name_en="Expert Ko")
    said = {"mode": "consult", "title_ko": TEXTS["need title"], "confidential_ko": TEXTS["need confidential"]}
    with world.as_("sora"):
        codes["need"] = network.submit_need(**said).code
        codes["draft need"] = network.submit_need(**said, draft=True).code
        network.judge_match(
            need=codes["need"], subject="person", subject_code="EXPERT", verdict="fits", reason=TEXTS["verdict reason"]
        )
    # Nobody of hers can be a director: it is one of the staff.
    OWN["network.assign_need"]["person"] = world.people["programme"]
    FORM["director"] = ref("person", world.people["programme"])


def furnish(world):
    """A listed need of each company, one of them looked after."""
    for who in ("hana", "sora"):
        with world.as_(who):
            made = network.submit_need(
                mode="consult", title_ko="연골 압축 시험", title_en="Compression test of cartilage", listed=True
            )
    with world.as_("programme"):
        network.assign_need(need=made.code, person=world.people["programme"])
