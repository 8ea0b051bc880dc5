"""Words of charts that are shown on other sites."""

from squaremile.kernel.words import Text, refusal

CHART_UNKNOWN = refusal(
    "atlas.chart_unknown", ko="공유할 수 있는 그런 도표가 없습니다.", en="There is no such chart to share.",
    do_ko="화면에서 도표 아래의 '다른 사이트에 담기'로 공유하십시오.", do_en="Share it from its screen, by the link below the chart.")
SHARE_UNKNOWN = refusal(
    "atlas.share_unknown", ko="그런 공유 주소가 없거나 이미 거두었습니다.", en="There is no such address, or it was withdrawn already.",
    do_ko="공유 목록을 다시 여십시오.", do_en="Open the list of shared charts again.")

CHARTS = {
    "curve": Text(ko="크기별 사각형", en="The square by size"), "strengths": Text(ko="강점", en="Strengths"),
    "ranks": Text(ko="규모 순위", en="Rank by size"), "ahead": Text(ko="기회", en="Opportunities"),
    "lines": Text(ko="추세", en="Trends"), "web": Text(ko="협력 관계망", en="Collaboration"),
}  # fmt: skip
