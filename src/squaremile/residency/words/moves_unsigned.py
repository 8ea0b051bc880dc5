"""Words of moves that nobody has signed yet, and of places that become one for a company."""

from squaremile.kernel.words import Text, refusal

SIGN = Text(
    ko="{company}의 이동({day})에 따른 변경 계약에 아직 양쪽 서명이 없습니다. 서명하기 전에는 옮기지 않습니다.",
    en="The amendment of the move of {company} on {day} is not signed by both sides yet. Nobody moves before it is.")
KEPT = Text(
    ko="{company}의 이동({day})에 서명이 없어, 비우기로 한 {place:을를} 서명할 때까지 하루씩 그대로 씁니다.",
    en="The move of {company} on {day} is unsigned: it keeps {place} from day to day until it is signed.")
LOST = Text(
    ko="{company}의 이동({day})에 서명이 없는데, 비우기로 한 {place:은는} 그날부터 다른 기업에 배정되어 있습니다. 서명을 받거나 배정을 바꾸십시오.",
    en="The move of {company} on {day} is unsigned, and somebody else has {place} from that day. Have it signed, or change who has the place.")

MERGE_UNFIT = refusal(
    "residency.merge_unfit", ko="이 기업이 그날을 넘겨 쓰는 자리 두 곳 이상만 이렇게 합칠 수 있습니다.",
    en="Only two or more places that this very company has beyond the day are merged like this.",
    do_ko="비어 있는 자리는 배치도에서 합치십시오.", do_en="Places that are free are merged on the floor plan.")
