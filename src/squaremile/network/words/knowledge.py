"""Words of what people know: technologies, research projects, publications, concepts."""

from squaremile.kernel.words import Text, refusal

PUBLICATION_KINDS = {
    "article": Text(ko="논문", en="Article"),
    "review": Text(ko="리뷰 논문", en="Review"),
    "preprint": Text(ko="사전공개 논문", en="Preprint"),
    "proceedings": Text(ko="학술대회 논문", en="Proceedings"),
    "book": Text(ko="단행본", en="Book"),
    "thesis": Text(ko="학위논문", en="Thesis"),
    "patent": Text(ko="특허", en="Patent"),
    "other": Text(ko="기타 문헌", en="Other"),
}
FACTS = {
    "problem": Text(ko="푸는 문제", en="Problem it solves"),
    "advantage": Text(ko="기존보다 나은 점", en="Advantage"),
    "economics": Text(ko="경제성", en="Economics"),
    "stage": Text(ko="개발 단계", en="Stage"),
}
ENTRY_NOUNS = {
    "partner": Text(ko="기관", en="Organisation"),
    "lab": Text(ko="연구실", en="Lab"),
    "person": Text(ko="사람", en="Person"),
    "technology": Text(ko="기술", en="Technology"),
    "project": Text(ko="연구과제", en="Research project"),
    "publication": Text(ko="출판물", en="Publication"),
}

FACT_MISSING = refusal(
    "network.fact_missing", ko="문제, 나은 점, 경제성, 단계 네 가지를 모두 적어야 합니다.",
    en="Problem, advantage, economics and stage must all be written.",
    do_ko="한국어나 영어 가운데 하나로 네 칸을 모두 채우십시오.", do_en="Fill in all four, in Korean or in English.")
TRL_UNSOUND = refusal(
    "network.trl_unsound", ko="기술성숙도는 1에서 9까지입니다.", en="A technology readiness level is 1 to 9.",
    do_ko="1에서 9 사이의 수를 적으십시오.", do_en="Give a number from 1 to 9.")
TITLE_NEEDED = refusal(
    "network.title_needed", ko="한국어나 영어 제목 가운데 하나는 적어야 합니다.",
    en="Write the title in Korean, in English, or both.")
YEARS_UNSOUND = refusal(
    "network.years_unsound", ko="연도가 올바르지 않습니다.", en="The years are not sound.",
    do_ko="끝나는 해는 시작하는 해보다 앞설 수 없습니다.", do_en="The last year cannot come before the first.")
PUBLICATION_TAKEN = refusal(
    "network.publication_taken", ko="같은 DOI, PMID 또는 OpenAlex 번호의 출판물이 이미 있습니다.",
    en="A publication with this DOI, PMID or OpenAlex id is there already.",
    do_ko="그 출판물을 고치십시오.", do_en="Edit that one.")
AUTHOR_TWICE = refusal(
    "network.author_twice", ko="같은 사람을 두 번 적었습니다.", en="The same person is named twice.",
    do_ko="한 번만 적으십시오.", do_en="Name each person once.")
DOI_UNSOUND = refusal(
    "network.doi_unsound", ko="DOI의 모양이 아닙니다.", en="This is not the form of a DOI.",
    do_ko="10.으로 시작하는 번호를 적으십시오.", do_en="Give the number that begins with 10.")
TECHNOLOGY_UNKNOWN = refusal(
    "network.technology_unknown", ko="그런 기술이 명부에 없습니다.", en="No such technology in the directory.",
    do_ko="이름으로 다시 찾으십시오.", do_en="Search by name.")
PROJECT_UNKNOWN = refusal(
    "network.research_project_unknown", ko="그런 연구과제가 명부에 없습니다.", en="No such research project in the directory.",
    do_ko="제목으로 다시 찾으십시오.", do_en="Search by title.")
PUBLICATION_UNKNOWN = refusal(
    "network.publication_unknown", ko="그런 출판물이 명부에 없습니다.", en="No such publication in the directory.",
    do_ko="제목으로 다시 찾으십시오.", do_en="Search by title.")
CONCEPT_UNKNOWN = refusal(
    "network.concept_unknown", ko="그런 개념어가 없습니다.", en="No such concept.",
    do_ko="개념어를 먼저 올리십시오.", do_en="Enter the concept first.")
ENTRY_UNKNOWN = refusal(
    "network.entry_unknown", ko="그런 항목이 명부에 없거나 고칠 수 없습니다.",
    en="No such entry in the directory, or not yours to change.",
    do_ko="종류와 코드를 확인하십시오.", do_en="Check its kind and code.")
