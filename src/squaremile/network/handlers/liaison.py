"""Who is told what about introductions: each side only what is its own."""

from uuid import UUID

from squaremile.core.notices import Letter, tell
from squaremile.core.outbox import handles
from squaremile.core.reads import people
from squaremile.kernel.words import Text
from squaremile.network.operations import send_letters
from squaremile.network.reads import telling
from squaremile.published.liaison import IntroductionStepped

STAFF = {
    "requested": Text(ko="{target:을를} 소개해 달라는 요청이 왔습니다.", en="A request for an introduction to {target} has come in."),
    "accepted": Text(ko="{target:이가} 소개를 받아들였습니다.", en="{target} has accepted an introduction."),
    "declined": Text(ko="{target:이가} 소개를 사양했습니다.", en="{target} has declined an introduction."),
}
REQUESTER = {
    "refused": Text(ko="{target} 소개 요청을 전하지 않기로 했습니다. 이유를 확인하십시오.",
                    en="Your request to meet {target} was not passed on. See the reason."),
    "asked": Text(ko="{target} 쪽에 뜻을 물었습니다.", en="{target} has been asked whether to meet you."),
    "accepted": Text(ko="{target} 쪽이 받아들였습니다. 연락처를 확인하십시오.",
                     en="{target} has accepted. See how to reach each other."),
    "declined": Text(ko="{target} 소개는 성사되지 않았습니다.", en="The introduction to {target} did not come about."),
}
EXPERT = {
    "asked": Text(ko="만나 뵙기를 바라는 곳이 있습니다. 받아들이거나 사양해 주십시오.",
                  en="Somebody would like to meet you. Please accept or decline."),
    "accepted": Text(ko="소개가 이루어졌습니다. 연락처를 확인하십시오.", en="You are connected. See how to reach each other."),
    "withdrawn": Text(ko="소개 요청이 거두어졌습니다.", en="The request to meet you was withdrawn."),
}
SUBJECT = Text(ko="소개", en="Introduction")


@handles("IntroductionStepped")
def tell_both_sides(fact: IntroductionStepped) -> None:
    """The staff, the requester and the expert, each in words of its own. The reason for declining goes to nobody."""
    known = telling.introduction(fact.introduction)
    if known is None:
        return
    values, url = {"target": known.target}, f"/network/introductions/{known.code}/"
    staff = [known.director] if known.director else people.staff("site_director", "programme")
    requester = [known.requested_by]
    for side, texts, readers, about in (
        ("staff", STAFF, staff, None), ("requester", REQUESTER, requester, known.organisation),
        ("expert", EXPERT, [known.expert] if known.expert else [], None),
    ):
        if fact.state in texts:
            _tell(readers, texts[fact.state].fill(values), url, f"introduction:{known.id}:{fact.state}:{side}", about)


@handles("IntroductionStepped")
def write_to_the_expert(fact: IntroductionStepped) -> None:
    """Her letter goes out as soon as she is to be asked."""
    if fact.state == "asked":
        send_letters()


def _tell(readers: list[UUID], text: Text, url: str, origin: str, about: UUID | None) -> None:
    tell(readers, "network.introduction", text, url, origin, Letter(SUBJECT, text, about_bookings=False), about=about)
