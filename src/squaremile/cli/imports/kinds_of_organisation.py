"""What a site's own word for a sort of organisation means here; a word we do not know is `other`, never guessed."""

from __future__ import annotations

from squaremile.core.words import ORGANISATION_KINDS

_ALSO = {
    "startup": "startup start-up venture 창업 창업기업 스타트업 벤처 벤처기업 입주기업",
    "company": "company industry industrial corporate commercial 기업 회사 산업체 중소기업 중견기업 대기업",
    "university": "university academic academia faculty college 대학 대학교 학교",
    "institute": "institute research laboratory 연구소 연구원 연구기관 출연연",
    "hospital": "hospital clinic medical 병원 의료기관",
    "public": "public government agency 공공 공공기관 정부 지자체",
    "operator": "operator internal staff 운영기관 내부",
}
_KNOWN = {word: kind for kind, words in _ALSO.items() for word in words.split()} | {
    label.casefold(): kind for kind, text in ORGANISATION_KINDS.items() for label in (text.ko, text.en)
}


def organisation_kind(sort: str) -> str:
    """One of `core.words.ORGANISATION_KINDS`."""
    said = sort.strip().casefold()
    return _KNOWN.get(said) or next((_KNOWN[word] for word in said.split() if word in _KNOWN), "other")
