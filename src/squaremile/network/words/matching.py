"""Words of a match: what speaks for and against a candidate."""

from squaremile.kernel.words import Text
from squaremile.network.words.directory import CONTACT_WAYS

__all__ = [
    "BOUND", "BOUND_BY", "CONTACT_WAYS", "DECLINED", "FITTED", "MAY_BE_RIVAL", "NDA_IN_FORCE", "NOTHING_ON",
    "OLD_EVIDENCE", "ONE_DOCUMENT", "OWN_ORGANISATION", "UNTIL", "WITHOUT_END",
]  # fmt: skip

OWN_ORGANISATION = Text(ko="요청한 기관의 사람입니다", en="belongs to the organisation that asks")
MAY_BE_RIVAL = Text(ko="이 클러스터의 기업에 속해 있어 경쟁 관계일 수 있습니다", en="belongs to a company of the cluster: may be a rival")
FITTED = Text(ko="전에 {n}번 맞았습니다", en="fitted {n} time(s) before")
DECLINED = Text(ko="전에 {n}번 거절했습니다", en="declined {n} time(s) before")
NOTHING_ON = Text(ko="근거에 없는 내용: {concepts}", en="no evidence on: {concepts}")
ONE_DOCUMENT = Text(ko="근거가 문서 한 건뿐입니다", en="only one document speaks for it")
OLD_EVIDENCE = Text(ko="가장 새로운 근거가 {year}년입니다", en="the newest evidence is of {year}")
BOUND = Text(ko="협약에 묶여 있습니다", en="bound by an agreement")
BOUND_BY = Text(
    ko="같은 분야의 협약에 묶여 있습니다: {type} '{title}'({others}), {until}",
    en="bound in the same field: {type} “{title}” with {others}, {until}",
)
UNTIL = Text(ko="{day}까지", en="until {day}")
WITHOUT_END = Text(ko="기한 없음", en="without end")
NDA_IN_FORCE = Text(ko="요청한 기관과 비밀유지계약이 있습니다", en="an NDA with the asking organisation is in force")
