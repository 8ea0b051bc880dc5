"""What people are told of a licence: letters to who applies from outside, and notices."""

from squaremile.kernel.words import Text

SUBJECT = Text(ko="[{cluster}] 입주 제안 {licence}", en="[{cluster}] Your offer of space {licence}")
_FOOT = Text(
    ko="\n\n{url}?then=/door/offer/{licence}/\n\n이 링크는 {company}의 것입니다. 다른 분에게 전하지 마십시오. 앞서 받은 링크는 더 열리지 않습니다.",
    en="\n\n{url}?then=/door/offer/{licence}/\n\nThis link is for {company}: please do not pass it on. Links sent before open nothing"
    " any more.",
)


def _letter(ko: str, en: str) -> Text:
    return Text(ko=ko + _FOOT.ko, en=en + _FOOT.en)


LETTERS = {
    "offered": _letter(
        "{company:을를} 위한 자리를 잡아 두고 입주 계약을 제안합니다. 아래 링크에서 조건과 계약서를 읽고, 기한 안에 수락하거나 거절해 주십시오.",
        "We keep places for {company} and offer a licence. Please read its terms and the document behind the link, and accept or"
        " decline it in time."),
    "extended": _letter("{company:이가} 받은 입주 제안의 기한을 늘렸습니다.", "The offer to {company} stands for longer."),
    "withdrawn": _letter("{company:이가} 받은 입주 제안을 철회했습니다.", "The offer to {company} has been withdrawn."),
}
TOLD = {
    "offered": Text(ko="입주 제안이 왔습니다: {code}", en="There is an offer of space: {code}"),
    "extended": Text(ko="제안 기한이 늘었습니다: {code}", en="The offer stands for longer: {code}"),
    "withdrawn": Text(ko="제안이 철회되었습니다: {code}", en="The offer was withdrawn: {code}"),
    "amended": Text(ko="서명할 변경 계약이 있습니다: {code}", en="An amendment waits for your signature: {code}"),
    "signed": Text(ko="양쪽이 서명했습니다: {code}", en="Both sides have signed: {code}"),
    "noticed": Text(ko="계약 해지 통지가 있습니다: {code}", en="Notice was given of the licence: {code}"),
    "ended": Text(ko="계약이 끝났습니다: {code}", en="The licence has ended: {code}"),
}
"""What a company's admins are told."""
TOLD_STAFF = {
    "accepted": Text(ko="{company:이가} 제안을 수락했습니다: {code}", en="{company} has accepted the offer: {code}"),
    "declined": Text(ko="{company:이가} 제안을 거절했습니다: {code}", en="{company} has declined the offer: {code}"),
    "signed_by_company": Text(ko="{company:이가} 서명했습니다: {code}", en="{company} has signed: {code}"),
    "noticed": Text(ko="{company} 계약에 해지 통지가 있습니다: {code}", en="Notice was given of the licence of {company}: {code}"),
}
"""What the programme's staff are told."""
