"""Words of finding: the glossary, saved searches, short lists."""

from squaremile.kernel.words import Text, refusal

KINDS = {
    "person": Text(ko="사람", en="People"),
    "lab": Text(ko="연구실", en="Labs"),
    "company": Text(ko="기관", en="Organisations"),
    "publication": Text(ko="논문", en="Publications"),
    "technology": Text(ko="기술", en="Technologies"),
    "project": Text(ko="과제", en="Projects"),
    "need": Text(ko="수요", en="Needs"),
    "equipment": Text(ko="장비", en="Instruments"),
    "other": Text(ko="그 밖", en="Other"),
}

TERM_UNKNOWN = refusal(
    "network.term_unknown", ko="그런 용어가 없습니다.", en="No such term.",
    do_ko="용어집에서 다시 고르십시오.", do_en="Choose it again in the glossary.")
TERM_TAKEN = refusal(
    "network.term_taken", ko="이 용어 쌍이 이미 있습니다.", en="This pair of terms is there already.",
    do_ko="그 줄을 고치거나 다시 쓰도록 하십시오.", do_en="Edit that line, or bring it back.")
TERM_IN_BOTH = refusal(
    "network.term_in_both", ko="한국어와 영어가 모두 필요합니다.", en="A term wants both languages.",
    do_ko="두 칸을 모두 채우십시오.", do_en="Fill in both.")
SEARCH_UNKNOWN = refusal(
    "network.search_unknown", ko="저장한 검색에 그런 것이 없습니다.", en="No such saved search of yours.",
    do_ko="저장한 검색 목록에서 다시 고르십시오.", do_en="Choose it again among your saved searches.")
QUESTION_NEEDED = refusal(
    "network.question_needed", ko="찾을 말이 필요합니다.", en="Say what to look for.",
    do_ko="낱말이나 문장을 적으십시오.", do_en="Give a word or a sentence.")
LIST_UNKNOWN = refusal(
    "network.list_unknown", ko="그런 목록이 없습니다.", en="No such list of yours.",
    do_ko="목록에서 다시 고르십시오.", do_en="Choose it again among your lists.")
LIST_HAS_IT = refusal(
    "network.list_has_it", ko="목록에 이미 있습니다.", en="It is on the list already.",
    do_ko="목록을 열어 보십시오.", do_en="Open the list.")
INDEX_MISSING = Text(
    ko="본문 색인이 아직 없어 이름과 소개에서만 찾았습니다.",
    en="The full-text index is not there yet: only names and short descriptions were searched.")
