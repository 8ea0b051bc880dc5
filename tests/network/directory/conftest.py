"""A small directory: an institute and a company abroad, a lab, three people, and what they wrote."""

import pytest

from squaremile.kernel import clock
from squaremile.network import operations as network
from squaremile.network.operations import Author
from tests.world import MONDAY, World


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def directory(world: World) -> World:
    with world.as_("programme"):
        network.add_partner(code="PN-A", kind="institute", name_ko="한벌연구소", name_en="Hanbeol Institute", country="KR", city_en="Jeonju")
        network.add_partner(code="PN-B", kind="company", name_en="Beacon Bio", country="US", city_en="Boston")
        network.add_lab(code="LB-A", partner="PN-A", name_ko="연골연구실", name_en="Cartilage Lab")
        people = (("PE-1", "김연골", "Yeongol Kim", "hana@example.org"), ("PE-2", "박세포", "Sepo Park", ""), ("PE-3", "", "Ann Beacon", ""))
        for code, ko, en, email in people:
            network.add_person(code=code, kind="researcher", name_ko=ko, name_en=en, email=email, partner="PN-B" if code == "PE-3" else "PN-A",
                               lab="" if code == "PE-3" else "LB-A", phone="+82 63 000")
        network.add_concept(code="cartilage", name_ko="연골", name_en="cartilage", also_en="chondrocyte")
        network.add_concept(code="organoid", name_ko="오가노이드", name_en="organoid", also_ko="장기유사체")
        network.add_publication(
            code="PB-1", title_en="Cartilage organoids under load", abstract_en="We load cartilage. Chondrocytes answer.", year=2025,
            doi="https://doi.org/10.1000/ABC", authors=[Author("Kim Y", "PE-1"), Author("Park S", "PE-2"), Author("Beacon A")],
        )  # fmt: skip
        network.add_publication(
            code="PB-2", title_ko="장기 유사체에서 본 연골의 재생", abstract_ko="연골은 스스로 낫지 않습니다.", year=2024, language="ko",
            authors=[Author("박세포", "PE-2"), Author("김연골", "PE-1")],
        )  # fmt: skip
        network.add_technology(
            code="TE-1", partner="PN-A", lab="LB-A", trl=4, name_ko="연골 패치", problem_ko="연골 결손", advantage_ko="한 번에 붙음",
            economics_ko="수술비 절반", stage_ko="돼지 실험", experts=["PE-1"],
        )  # fmt: skip
        network.add_research_project(code="RP-1", partner="PN-A", first_year=2024, last_year=2027, title_ko="연골 재생", experts=["PE-1", "PE-2"])
    return world
