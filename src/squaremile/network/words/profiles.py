"""Words of claiming a profile, of consent, and of duplicates."""

from squaremile.kernel.words import Text, refusal

CLAIM_STATES = {
    "asked": Text(ko="확인을 기다립니다", en="Waiting for confirmation"),
    "granted": Text(ko="확인되었습니다", en="Confirmed"),
    "declined": Text(ko="거절되었습니다", en="Declined"),
}
DUPLICATE_STATES = {
    "open": Text(ko="살펴볼 것", en="To be looked at"),
    "merged": Text(ko="합쳤습니다", en="Merged"),
    "different": Text(ko="서로 다릅니다", en="Not the same"),
}
COMPARED = {
    "name_ko": Text(ko="한글 이름", en="Korean name"),
    "name_en": Text(ko="영문 이름", en="English name"),
    "orcid": Text(ko="ORCID", en="ORCID"),
    "home": Text(ko="소속", en="Affiliation"),
    "coauthors": Text(ko="함께 쓴 저자", en="Co-authors"),
    "country": Text(ko="나라", en="Country"),
    "city": Text(ko="도시", en="City"),
    "ror": Text(ko="ROR 번호", en="ROR id"),
    "domain": Text(ko="홈페이지 주소", en="Website"),
}

NOT_PROVEN = refusal(
    "network.claim_not_proven", ko="계정의 전자우편 주소가 이 사람의 주소와 다릅니다.",
    en="The address of your account is not this person's address.",
    do_ko="연계 담당에게 확인을 요청하십시오.", do_en="Ask liaison staff to confirm it.")
CLAIM_OPEN = refusal(
    "network.claim_open", ko="이미 확인을 요청했습니다.", en="You have asked for this already.",
    do_ko="연계 담당의 답을 기다리십시오.", do_en="Wait for the answer of liaison staff.")
CLAIM_UNKNOWN = refusal(
    "network.claim_unknown", ko="그런 확인 요청이 없습니다.", en="No such claim.",
    do_ko="확인 요청 목록을 다시 여십시오.", do_en="Open the list of claims again.")
CLAIM_DECIDED = refusal(
    "network.claim_decided", ko="이미 답한 요청입니다.", en="This claim has been answered already.",
    do_ko="그 사람의 화면을 보십시오.", do_en="Look at the person's page.")
HAS_PROFILE = refusal(
    "network.has_profile", ko="이 계정에는 이미 자기 항목이 있습니다.", en="This account has a profile of its own already.",
    do_ko="두 항목이 같은 사람이면 합치도록 알리십시오.", do_en="If both are you, tell liaison staff to merge them.")
NOT_YOURS = refusal(
    "network.not_your_profile", ko="자기 항목에서 고칠 수 없는 칸입니다.", en="This is not yours to change in your profile.",
    do_ko="소속과 ORCID는 연계 담당에게 알리십시오.", do_en="Tell liaison staff about affiliation and ORCID.")
CONSENT_MISSING = refusal(
    "network.consent_missing", ko="동의가 없는 항목은 보일 수 없습니다.", en="Without consent this entry stays hidden.",
    do_ko="먼저 동의하십시오.", do_en="Give consent first.")
MATCHER_MISSING = refusal(
    "network.matcher_missing", ko="중복을 찾는 프로그램(splink)이 설치되어 있지 않습니다.",
    en="The program that finds duplicates (splink) is not installed.",
    do_ko="운영자에게 squaremile[match]를 설치하도록 요청하십시오.", do_en="Ask the operator to install squaremile[match].")
PAIR_UNKNOWN = refusal(
    "network.pair_unknown", ko="그런 쌍이 없습니다.", en="No such pair.",
    do_ko="중복 후보 목록을 다시 여십시오.", do_en="Open the list of possible duplicates again.")
PAIR_DECIDED = refusal(
    "network.pair_decided", ko="이미 판단한 쌍입니다.", en="This pair has been decided already.",
    do_ko="되돌린 다음 다시 판단하십시오.", do_en="Take the decision back first.")
NOT_MERGED = refusal(
    "network.not_merged", ko="합친 쌍이 아니어서 되돌릴 것이 없습니다.", en="This pair is not merged: there is nothing to take back.",
    do_ko="중복 후보 목록을 다시 여십시오.", do_en="Open the list of possible duplicates again.")
MERGED_SINCE = refusal(
    "network.merged_since", ko="두 항목 가운데 하나가 그사이 다른 항목과 합쳐졌습니다.",
    en="One of the two has been merged with another entry since.",
    do_ko="나중의 합치기를 먼저 되돌리십시오.", do_en="Take back the later merge first.")
