"""Made up for the demonstration: the directory: organisations, labs, people, technologies, publications."""

import importlib.util
from collections.abc import Iterable, Iterator
from decimal import Decimal
from random import Random

from squaremile.cli.demo.names import names
from squaremile.cli.demo.network.directory_bodies import BOSTON, LABS, PARTNERS
from squaremile.cli.demo.network.directory_topics import TOPICS, Topic
from squaremile.cli.demo.network.stage import Stage
from squaremile.kernel.words import Text
from squaremile.network import operations as network
from squaremile.network.operations import Author

PUBLICATIONS, TECHNOLOGIES, PROJECTS = 200, 20, 12
LABEL = Text(ko="명부", en="directory")
"""What is being made, as the progress bar says; empty where there is nothing yet."""
TOTAL = len(PARTNERS) + len(LABS) + 60 + len(TOPICS) + PUBLICATIONS + TECHNOLOGIES + PROJECTS + 1
_TOPIC = {each.code: each for each in TOPICS}
_ROLES = (
    ("교수", "Professor", 4), ("부교수", "Associate professor", 3), ("연구교수", "Research professor", 2),
    ("박사후연구원", "Postdoctoral fellow", 1),
)  # fmt: skip
_STAGES = (
    "개념을 확인했습니다|Proof of concept", "시제품이 있습니다|A prototype exists", "동물에서 시험했습니다|Tested in animals",
    "임상시험을 준비합니다|Preparing a clinical trial",
)  # fmt: skip
_JOURNALS = ("Annals of Applied Life Science", "Journal of Translational Bench", "Bay Letters in Biology")


class _Cast:
    """Who was entered: codes by lab, and names by code."""

    def __init__(self) -> None:
        self.of_lab: dict[str, list[str]] = {code: [] for code, *_ in LABS}
        self.en: dict[str, str] = {}
        self.ko: dict[str, str] = {}


def make(stage: Stage) -> Iterable[int]:
    """Make it, by operations alone; yields how many are done."""
    cast = _Cast()
    for done, _ in enumerate(_steps(stage, cast), 1):
        yield done


def _steps(stage: Stage, cast: _Cast) -> Iterator[None]:
    yield from _bodies()
    for topic in TOPICS:
        network.add_concept(
            code=topic.code, name_ko=topic.ko, name_en=topic.en, also_ko=topic.also_ko, also_en=topic.also_en)
        yield
    yield from _people(stage.draw("network people"), cast)
    yield from _publications(stage, cast)
    yield from _technologies(stage.draw("network technologies"), cast)
    yield from _projects(stage, cast)
    yield from _twice(cast)


def _bodies() -> Iterator[None]:
    for code, kind, ko, en, country, city_ko, city_en, north, east, site in PARTNERS:
        network.add_partner(
            code=code, kind=kind, name_ko=ko, name_en=en, country=country, city_ko=city_ko, city_en=city_en,
            latitude=Decimal(north), longitude=Decimal(east), website=f"https://www.{site}", source="demo",
        )
        yield
    for code, home, about, ko, en in LABS:
        first, second = (_TOPIC[each] for each in about.split())
        network.add_lab(
            code=code, partner=home, name_ko=ko, name_en=en, says_ko=f"{first.ko}, {second.ko} 분야를 연구합니다. {first.why[0]}",
            says_en=f"Works on {first.en} and {second.en}. {first.why[1]}",
        )
        yield


def _people(draw: Random, cast: _Cast) -> Iterator[None]:
    korean = names(draw)
    for n in range(1, 61):
        abroad = 21 <= n <= 40 or n in (45, 46, 47, 48, 53, 54)
        if abroad:
            ko, en = BOSTON[n - 21] if n <= 40 else BOSTON[20 + (45, 46, 47, 48, 53, 54).index(n)]
        else:
            drawn = next(korean)
            ko, en = drawn.ko, drawn.en
        _person(f"PE-{n:03}", n, ko, en, abroad, cast)
        yield


def _person(code: str, n: int, ko: str, en: str, abroad: bool, cast: _Cast) -> None:
    cast.ko[code], cast.en[code] = ko, en
    local = en.lower().replace(" ", ".").replace("'", "")
    said = {"code": code, "name_ko": ko, "name_en": en, "speaks": "en" if abroad else "ko,en", "source": "demo"}
    if n <= 40:
        labs = [each for each in LABS if (each[1] in ("PN-CHARLES", "PN-BEACON")) == abroad]
        lab, home, about, *_ = labs[n % len(labs)]
        cast.of_lab[lab].append(code)
        role_ko, role_en, rank = _ROLES[0 if len(cast.of_lab[lab]) == 1 else min(len(cast.of_lab[lab]) - 1, 3)]
        first, second = (_TOPIC[each] for each in about.split())
        network.add_person(
            kind="researcher", partner=home, lab=lab, role_ko=role_ko, role_en=role_en, rank=rank,
            bio_ko=f"주로 {first.ko} 분야를 연구하며 {second.ko} 분야와 잇습니다.",
            bio_en=f"Works mainly on {first.en}, and on how it meets {second.en}.", email=f"{local}@{_site(home)}",
            contact_way="open" if n % 4 == 0 else "liaison", **said,
        )
        return
    kind, home, role_ko, role_en, rank = _outside(n, abroad)
    network.add_person(kind=kind, partner=home, role_ko=role_ko, role_en=role_en, rank=rank, email=f"{local}@{_site(home)}", **said)


def _outside(n: int, abroad: bool) -> tuple[str, str, str, str, int]:
    if n <= 50:
        if n % 2:
            return "founder", "PN-TIDEWAY" if abroad else "PN-GYEOL", "대표", "Chief executive", 4
        return "manager", "PN-MERIDIAN" if abroad else "PN-GYEOL", "사업개발 이사", "Director of business development", 3
    if n <= 56:
        return "investor", "PN-LONGWOOD" if abroad else "PN-DURE", "파트너", "Partner", 4
    return "official", "PN-PROVINCE", "과장" if n % 2 else "국장", "Division head" if n % 2 else "Director general", 4 if n % 2 else 5


def _site(home: str) -> str:
    return next(each[9] for each in PARTNERS if each[0] == home)


def _publications(stage: Stage, cast: _Cast) -> Iterator[None]:
    draw, year = stage.draw("network publications"), stage.now.year
    for n in range(1, PUBLICATIONS + 1):
        lab, home, about, *_ = LABS[n % len(LABS)]
        # A lab's own topic mostly; now and then any, as people do.
        topic = _TOPIC[draw.choice(about.split())] if draw.random() < 0.85 else draw.choice(TOPICS)
        pool = cast.of_lab[lab]
        authors = draw.sample(pool, min(len(pool), draw.randint(1, 3)))
        if draw.random() < 0.2:
            other = draw.choice([each for each in cast.en if each not in authors and int(each[3:]) <= 40])
            authors.append(other)
        domestic = home not in ("PN-CHARLES", "PN-BEACON")
        _publication(n, topic, authors, year - draw.randint(0, 7), domestic and draw.random() < 0.5, draw, cast)
        yield


def _publication(n: int, topic: Topic, authors: list[str], year: int, korean: bool, draw: Random, cast: _Cast) -> None:
    (thing_ko, thing), (way_ko, way), (seen_ko, seen) = draw.choice(topic.things), draw.choice(topic.ways), draw.choice(topic.seen)
    only_korean = korean and draw.random() < 0.4
    title = draw.choice(("{thing} by {way}: a study of {topic}", "{way} for {thing}", "Changing {thing} by {way}"))
    title_en = title.format(thing=thing, way=way, topic=topic.en)
    abstract = (
        f"{topic.why[1]} Here we studied {thing} with {way}. We compared {draw.randint(12, 240)} samples over"
        f" {draw.randint(2, 18)} months against the usual method. In our hands {seen}. The result opens a way to"
        f" {topic.en} outside the laboratory, and we describe what remains to be shown."
    )
    abstract_ko = (
        f"{topic.why[0]} 이 연구에서는 {way_ko} 방법으로 {thing_ko} 연구를 수행하였습니다. 표본 {draw.randint(12, 240)}개를 기존 방법과"
        f" 비교하였습니다. 그 결과 {seen_ko}. {topic.ko} 분야를 현장으로 옮기는 길과 남은 과제를 함께 논의합니다."
    )
    network.add_publication(
        code=f"PB-{n:04}", kind=draw.choice(("article",) * 8 + ("review", "preprint", "patent")), year=year,
        title_en="" if only_korean else title_en[0].upper() + title_en[1:], abstract_en="" if only_korean else abstract,
        title_ko=f"{way_ko} 방법을 이용한 {thing_ko} 연구" if korean else "",
        abstract_ko=abstract_ko if korean else "", keywords=f"{topic.en}; {topic.ko}; {way}", language="ko" if only_korean else "en",
        venue="전북생명과학회지" if only_korean else draw.choice(_JOURNALS),
        doi=f"10.55555/sqm.{year}.{n:04}",
        authors=[Author(cast.ko[code] if only_korean else cast.en[code], code) for code in authors], source="demo",
    )


def _technologies(draw: Random, cast: _Cast) -> Iterator[None]:
    for n, topic in enumerate(TOPICS[:TECHNOLOGIES], 1):
        lab, home, *_ = next((each for each in LABS if topic.code in each[2].split()), LABS[n % len(LABS)])
        (thing_ko, thing), (way_ko, way), (seen_ko, seen) = draw.choice(topic.things), draw.choice(topic.ways), draw.choice(topic.seen)
        trl, less = draw.randint(3, 7), draw.randint(20, 60)
        stage_ko, stage_en = _STAGES[min(trl - 3, 3)].split("|")
        network.add_technology(
            code=f"TE-{n:03}", partner=home, lab=lab, trl=trl, name_ko=f"{way_ko} 기반 {thing_ko} 기술",
            name_en=f"{thing[0].upper()}{thing[1:]} by {way}", problem_ko=topic.why[0], problem_en=topic.why[1],
            advantage_ko=f"{seen_ko}.", advantage_en=f"In our tests {seen}.",
            economics_ko=f"기존 방법보다 비용이 {less}% 적게 듭니다.", economics_en=f"Costs {less}% less than the usual method.",
            stage_ko=stage_ko, stage_en=stage_en, patents=f"KR 10-2025-00{draw.randint(10000, 99999)}",
            experts=cast.of_lab[lab][:2], source="demo",
        )
        yield


def _projects(stage: Stage, cast: _Cast) -> Iterator[None]:
    for n, (lab, home, about, *_) in enumerate(LABS[:PROJECTS], 1):
        first, second = (_TOPIC[each] for each in about.split())
        network.add_research_project(
            code=f"RP-{n:03}", partner=home, lab=lab, first_year=stage.now.year - 1, last_year=stage.now.year + 2,
            title_ko=f"{first.ko}·{second.ko} 융합 연구", title_en=f"{first.en[0].upper()}{first.en[1:]} meets {second.en}",
            says_ko=f"{first.why[0]} {second.why[0]}", says_en=f"{first.why[1]} {second.why[1]}",
            funder_ko="국가바이오연구기금", funder_en="National Bio Research Fund", experts=cast.of_lab[lab][:3], source="demo",
        )
        yield


def _twice(cast: _Cast) -> Iterator[None]:
    """What every directory has: people who came in twice, by hand and with their papers, and two who only share a name."""
    given, _, family = cast.en["PE-003"].rpartition(" ")
    network.add_person(
        code="PE-061", kind="researcher", name_ko=cast.ko["PE-003"], name_en=f"{family} {given}".strip(), partner="PN-HANBYEOL",
        role_ko="교수", role_en="Professor", speaks="ko,en", source="demo",
    )
    first, _, last = cast.en["PE-021"].partition(" ")
    network.add_person(
        code="PE-062", kind="researcher", name_en=f"{first[0]}. {last}", partner="PN-BEACON", role_en="Clinical professor", speaks="en",
        source="demo",
    )
    network.add_person(
        code="PE-063", kind="researcher", name_ko=cast.ko["PE-007"], name_en=cast.en["PE-007"], partner="PN-NURI",
        role_ko="선임연구원", role_en="Senior researcher", speaks="ko,en", source="demo",
    )
    network.add_partner(
        code="PN-CBIT", kind="university", name_ko="찰스베이 공대", name_en="Charles Bay Inst. of Technology", country="US", city_ko="보스턴",
        city_en="Boston", website="https://charlesbay.example", source="demo",
    )
    if importlib.util.find_spec("splink") is not None:
        for noun in ("person", "partner"):
            network.find_duplicates(noun=noun)
    yield
