"""Meanings of parameters: waste."""

from squaremile.core.asked.meaning import Known

KNOWN: dict[str, Known] = {
    "acute": Known("Acutely hazardous, which has limits of its own", False),
    "carrier": Known("Who takes it away", "깨끗한환경", 120),
    "contents": Known("What is in it", "아세톤·에탄올 폐액", 300),
    "cost_minor": Known("What the collection costs, in the currency's smallest unit", 320000),
    "generator_number": Known("Number of the generator with the authority", "MAD000000000", 40),
    "manifest": Known("Number of the manifest", "MF-2027-0301", 40),
    "returned_on": Known("The day on which the facility's signed copy came; today when left out", "2027-03-20"),
    "waste": Known("Code of a waste container, as on its label", "WC-7K3M9QXA", 20),
    "waste_generator": Known("Code of the generator that it counts under", "WG-7K3M9QXA", 20),
    "waste_pickup": Known("Code of a collection", "WP-7K3M9QXA", 20),
    "waste_regime": Known("us, kr (45 days) or kr-other (60 days)", "kr", 8),
    "waste_stream": Known(
        "halogenated, organic, aqueous, acid, base, solid, biological, sharps or other", "organic", 12
    ),
    "wastes": Known("Codes of the containers that are taken", ["WC-7K3M9QXA"]),
    "weight_kg": Known("Its weight in kilograms", "18.5"),
}
