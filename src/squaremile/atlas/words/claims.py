"""Words of claims, their members and figures; and of pairs of possible duplicates."""

from squaremile.kernel.words import Text, refusal

CLAIM_UNKNOWN = refusal(
    "atlas.claim_unknown", ko="그런 주장이 없습니다.", en="There is no such claim.",
    do_ko="주장 목록에서 코드를 확인하십시오.", do_en="Check its code in the list of claims.")
CLAIM_SAID = refusal(
    "atlas.claim_said", ko="주장의 문장이 필요합니다.", en="A claim needs its sentence.",
    do_ko="한국어나 영어로 한 문장을 쓰십시오.", do_en="Write one sentence, in Korean or English.")
MEMBER_UNKNOWN = refusal(
    "atlas.member_unknown", ko="이 주장에 그런 순번이 없습니다.", en="This claim has no such position.",
    do_ko="주장 화면에서 순번을 확인하십시오.", do_en="Check the position on the claim's page.")
EVIDENCE_NEEDED = refusal(
    "atlas.evidence_needed", ko="예나 아니요라고 판단하려면 근거와 그 날짜가 필요합니다.",
    en="A yes or a no needs its evidence and the day of it.",
    do_ko="근거의 주소나 문서 이름과 날짜를 적거나, 모름으로 두십시오.",
    do_en="Give an address or a document and its day, or leave it unknown.")
QUESTION_UNCLEAR = refusal(
    "atlas.question_unclear", ko="질문에서 {field:을를} 이해할 수 없습니다.", en="The question cannot be understood at {field}.",
    do_ko="설명서의 질문 항목을 확인하십시오.", do_en="See the parts of a question in the manual.")
NOTHING_TO_COUNT = refusal(
    "atlas.nothing_to_count", ko="셀 것이 없습니다: 질문도 목록도 없습니다.", en="There is nothing to count: no question, and no list.",
    do_ko="질문을 적거나 목록에 기관을 더하십시오.", do_en="Write a question, or add members.")
PAIR_UNKNOWN = refusal(
    "atlas.pair_unknown", ko="그런 중복 후보가 없습니다.", en="There is no such pair.",
    do_ko="중복 후보 목록을 다시 여십시오.", do_en="Open the list of possible duplicates again.")
PAIR_DECIDED = refusal(
    "atlas.pair_decided", ko="이미 판단한 후보입니다.", en="This pair has been decided.",
    do_ko="합친 것은 되돌릴 수 있습니다.", do_en="A merge can be taken back.")
NOT_MERGED = refusal(
    "atlas.not_merged", ko="합쳐진 적이 없습니다.", en="This pair is not merged.",
    do_ko="중복 후보 목록을 다시 여십시오.", do_en="Open the list of possible duplicates again.")
MERGED_SINCE = refusal(
    "atlas.merged_since", ko="둘 가운데 하나가 그사이에 다른 기관과 합쳐졌습니다.",
    en="One of the two has been merged into another since.",
    do_ko="나중에 합친 것부터 되돌리십시오.", do_en="Take the later merge back first.")
MATCHER_MISSING = refusal(
    "atlas.matcher_missing", ko="중복을 찾는 도구가 설치되어 있지 않습니다.", en="The tool that finds duplicates is not installed.",
    do_ko="관리자에게 squaremile[match] 설치를 요청하십시오.", do_en="Ask the operator to install squaremile[match].")

JUDGEMENTS = {"yes": Text(ko="예", en="yes"), "no": Text(ko="아니요", en="no"), "unknown": Text(ko="모름", en="unknown")}
PAIR_STATES = {
    "open": Text(ko="판단할 것", en="to decide"), "merged": Text(ko="합침", en="merged"),
    "different": Text(ko="서로 다름", en="not the same"),
}  # fmt: skip
COMPARED = {
    "name_ko": Text(ko="한국어 이름", en="Korean name"), "name_en": Text(ko="영어 이름", en="English name"),
    "ror": Text(ko="ROR", en="ROR"), "domain": Text(ko="누리집", en="website"), "country": Text(ko="나라", en="country"),
    "city": Text(ko="도시", en="city"),
}  # fmt: skip
