"""A small directory and its index, on the world's Monday."""

import pytest

from squaremile.kernel import clock
from squaremile.kernel.scope import scope, system
from squaremile.network import operations as network
from squaremile.network.reads import index_build
from tests.world import MONDAY

CARTILAGE = (
    "Compressive modulus of engineered cartilage. We measured the compressive modulus of tissue engineered cartilage"
    " in a bioreactor. Cells were chondrocytes."
)


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def library(world, settings, tmp_path):
    """People, a lab and papers; an index of them in a folder of the test's own."""
    settings.NETWORK_INDEX_ROOT = tmp_path / "index"
    with world.as_("programme"):
        furnish()
    renew()
    return world


def furnish():
    network.add_partner(code="PN-U", kind="university", name_ko="새벌대학교", name_en="Saebeol University", country="KR")
    network.add_partner(code="PN-C", kind="institute", name_ko="찰스만공대", name_en="Charles Bay Tech", country="US")
    network.add_lab(code="LB-1", partner="PN-U", name_ko="연골역학 연구실", name_en="Cartilage Mechanics Lab",
                    says_en="Mechanics of cartilage and bone.")  # fmt: skip
    for code, ko, en, home in (
        ("PE-001", "고연골", "Yeongol Ko", "PN-U"), ("PE-002", "나면역", "Myeonyeok Na", "PN-U"),
        ("PE-021", "", "Ada Baker", "PN-C"),
    ):  # fmt: skip
        network.add_person(code=code, kind="researcher", name_ko=ko, name_en=en, partner=home,
                           lab="LB-1" if code == "PE-001" else "")  # fmt: skip
    paper("PB-1", "Compressive modulus of engineered cartilage", CARTILAGE, "PE-001", 2024)
    paper("PB-2", "Antibody affinity maturation", "We matured antibodies by phage display.", "PE-002", 2019)
    paper("PB-3", "A bioreactor for cartilage", "The bioreactor loads cartilage tissue. Glucose was measured.", "PE-021", 2022)


def paper(code, title, abstract, person, year):
    network.add_publication(
        code=code, kind="article", title_en=title, abstract_en=abstract, year=year,
        authors=[network.Author(name=person, expert=person)],
    )


def renew(**more):
    with scope(system("worker")):
        return index_build.renew(**more)
