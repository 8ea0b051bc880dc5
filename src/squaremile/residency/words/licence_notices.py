"""What people are told of a licence: notices to the company and to the programme."""

from squaremile.kernel.words import Text

TOLD = {
    "offered": Text(ko="입주 제안이 왔습니다: {code}", en="There is an offer of space: {code}"),
    "extended": Text(ko="제안 기한이 늘었습니다: {code}", en="The offer stands for longer: {code}"),
    "withdrawn": Text(ko="제안이 철회되었습니다: {code}", en="The offer was withdrawn: {code}"),
    "amended": Text(ko="서명할 변경 계약이 있습니다: {code}", en="An amendment waits for your signature: {code}"),
    "signed": Text(ko="양쪽이 서명했습니다: {code}", en="Both sides have signed: {code}"),
    "noticed": Text(ko="계약 해지 통지가 있습니다: {code}", en="Notice was given of the licence: {code}"),
    "voided": Text(
        ko="계약이 시작되지 않고 무효가 되었습니다: {code}", en="The licence came to nothing before it began: {code}"),
    "ended": Text(ko="계약이 끝났습니다: {code}", en="The licence has ended: {code}"),
}
"""What a company's admins are told."""
TOLD_STAFF = {
    "accepted": Text(ko="{company:이가} 제안을 수락했습니다: {code}", en="{company} has accepted the offer: {code}"),
    "declined": Text(ko="{company:이가} 제안을 거절했습니다: {code}", en="{company} has declined the offer: {code}"),
    "signed_by_company": Text(ko="{company:이가} 서명했습니다: {code}", en="{company} has signed: {code}"),
    "noticed": Text(ko="{company} 계약에 해지 통지가 있습니다: {code}", en="Notice was given of the licence of {company}: {code}"),
    "voided": Text(
        ko="{company} 계약이 시작되지 않고 무효가 되었습니다: {code}",
        en="The licence of {company} came to nothing before it began: {code}"),
}
"""What the programme's staff are told."""
INSURED_UNTIL = Text(
    ko="{company}의 보험 증서는 {day}까지입니다({left}일 남음). 갱신한 증서를 운영팀에 보내 기록해 주십시오: {code}",
    en="The insurance of {company} runs until {day} (days left: {left}). Its renewed certificate is to be shown and recorded: {code}")
UNINSURED_SINCE = Text(
    ko="{company}의 보험 증서가 {day}에 끝났고 갱신한 증서가 없습니다. 운영팀에 보내 기록해 주십시오: {code}",
    en="The insurance of {company} ended on {day} and no renewed certificate is recorded. It is to be shown: {code}")
DEPOSIT_BACK = Text(
    ko="{company} 계약 {code:이가} 시작되지 않고 무효가 되었습니다. 받은 보증금 {amount:을를} 돌려주십시오.",
    en="Licence {code} of {company} came to nothing before it began. Please give back the deposit of {amount} that had come in.")
"""What finance is told."""
SIGN_SOON = Text(
    ko="{company} 계약 {code:은는} {day}까지 양쪽이 서명해야 합니다. 그 뒤에는 자리를 더 맡아 두지 않습니다.",
    en="Licence {code} of {company} waits for both signatures until {day}; after that its places are no longer kept.")
UNSIGNED = Text(ko="{day}까지 양쪽이 서명하지 않았습니다.", en="It was not signed by both by {day}.")
NOT_BEGUN = Text(
    ko="{company} 계약 {code:은는} 서명했지만 {day:이가} 지나도록 시작하지 않았습니다. 자리는 그대로 맡아 두고 있습니다. "
    "기한을 늘리거나 무효로 해 주십시오.",
    en="Licence {code} of {company} is signed, but had not begun by {day}. Its places are still kept: give it longer, or void it.")
