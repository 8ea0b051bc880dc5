"""For the tests of the whole product: the directory: organisations, labs, people, technologies, publications."""

from squaremile.network import operations as network

LEFT_OUT = (
    "also", "says_ko", "says_en", "bio_ko", "bio_en", "business_number", "city_ko", "city_en", "contact_way", "country",
    "lab", "orcid", "role_ko", "role_en", "ror", "source", "speaks", "website", "partner",
)  # fmt: skip
OWN = {"network.add_lab": {"partner": "PARTNER"}, "network.add_person": {"kind": "researcher"}, "network.add_partner": {"organisation": None}}


def week(world, codes, keys):
    """Somebody enters an institute that everyone may see."""
    with world.as_("programme"):
        network.add_partner(code="PARTNER", kind="institute", name_ko="한벌연구소", name_en="Hanbeol Institute")
