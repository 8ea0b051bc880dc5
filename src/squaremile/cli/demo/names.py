"""Korean people's names with their romanisation, drawn without repeating one."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

SURNAMES = (
    ("김", "Kim"), ("이", "Lee"), ("박", "Park"), ("최", "Choi"), ("정", "Jung"), ("강", "Kang"), ("조", "Cho"),
    ("윤", "Yoon"), ("장", "Jang"), ("임", "Lim"), ("한", "Han"), ("오", "Oh"), ("서", "Seo"), ("신", "Shin"),
    ("권", "Kwon"), ("황", "Hwang"), ("안", "Ahn"), ("송", "Song"), ("류", "Ryu"), ("홍", "Hong"), ("전", "Jeon"),
    ("고", "Ko"), ("문", "Moon"), ("양", "Yang"), ("손", "Son"), ("배", "Bae"), ("백", "Baek"), ("남", "Nam"),
)
FIRST = (
    ("서", "Seo"), ("지", "Ji"), ("민", "Min"), ("하", "Ha"), ("수", "Su"), ("예", "Ye"), ("도", "Do"), ("은", "Eun"),
    ("유", "Yu"), ("현", "Hyun"), ("재", "Jae"), ("태", "Tae"), ("소", "So"), ("다", "Da"), ("가", "Ga"), ("나", "Na"),
    ("주", "Ju"), ("시", "Si"), ("연", "Yeon"), ("승", "Seung"),
)
SECOND = (
    ("연", "yeon"), ("우", "woo"), ("준", "jun"), ("윤", "yoon"), ("아", "ah"), ("진", "jin"), ("영", "young"),
    ("빈", "bin"), ("현", "hyun"), ("림", "rim"), ("온", "on"), ("슬", "seul"), ("호", "ho"), ("경", "kyung"),
    ("원", "won"), ("민", "min"),
)
FOREIGN = (
    ("응우옌 티 란", "Nguyen Thi Lan", "lan.nguyen"), ("아르준 나이르", "Arjun Nair", "arjun.nair"),
    ("아멜리 뒤부아", "Amélie Dubois", "amelie.dubois"), ("조너선 리드", "Jonathan Reed", "jonathan.reed"),
)
"""People who work in Korea in English."""


@dataclass(frozen=True, slots=True)
class Name:
    """In both scripts, and the part of the address before the @."""

    ko: str
    en: str
    local: str
    language: str = "ko"


def names(draw: Random) -> Iterator[Name]:
    """Endless names, each once."""
    seen: set[str] = set()
    while True:
        (surname_ko, surname), (first_ko, first), (second_ko, second) = (
            draw.choice(SURNAMES), draw.choice(FIRST), draw.choice(SECOND)
        )
        given, local = f"{first}{second}", f"{first}{second}.{surname}".lower()
        if local not in seen and first.lower() != second:
            seen.add(local)
            yield Name(f"{surname_ko}{first_ko}{second_ko}", f"{given} {surname}", local)


def foreign() -> tuple[Name, ...]:
    return tuple(Name(ko, en, local, "en") for ko, en, local in FOREIGN)
