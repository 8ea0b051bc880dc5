"""Labels and safety data sheets of the shelf, a mixture that nobody can class, and a bottle that waits to be taken over."""

from collections.abc import Iterator
from datetime import timedelta

from squaremile.cli.demo.residency.stage import Stage
from squaremile.cli.demo.safety.stock import READ_IN
from squaremile.core import documents
from squaremile.core import operations as core
from squaremile.kernel import clock
from squaremile.kernel.scope import scope
from squaremile.kernel.words import Text
from squaremile.safety import operations as safety
from squaremile.safety.reads import containers

LABEL = Text(ko="물질 표지와 안전보건자료", en="labels and safety data sheets")
SAMPLE = documents.PACKAGE / "core" / "documents" / "sample.typ"
# CAS: signal, pictograms, hazard statements, precautionary statements
LABELS: dict[str, tuple[str, tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = {
    "67-64-1": ("danger", ("GHS02", "GHS07"), ("H225", "H319", "H336", "EUH066"), ("P210", "P233", "P240", "P305+P351+P338", "P403+P235")),
    "64-17-5": ("danger", ("GHS02", "GHS07"), ("H225", "H319"), ("P210", "P233", "P305+P351+P338")),
    "67-56-1": ("danger", ("GHS02", "GHS06", "GHS08"), ("H225", "H301+H311+H331", "H370"), ("P210", "P260", "P280", "P301+P310", "P311")),
    "75-05-8": ("danger", ("GHS02", "GHS07"), ("H225", "H302+H312+H332", "H319"), ("P210", "P261", "P280", "P305+P351+P338")),
    "7697-37-2": ("danger", ("GHS03", "GHS05"), ("H272", "H290", "H314"), ("P210", "P220", "P280", "P303+P361+P353", "P305+P351+P338", "P310")),
    "7647-01-0": ("danger", ("GHS05", "GHS07"), ("H290", "H314", "H335"), ("P260", "P280", "P303+P361+P353", "P305+P351+P338")),
    "1310-73-2": ("danger", ("GHS05",), ("H290", "H314"), ("P260", "P280", "P303+P361+P353", "P305+P351+P338", "P310")),
}  # fmt: skip
BEFORE_2025 = {"67-56-1": ("toxic", "accident"), "7697-37-2": ("toxic", "accident"), "7647-01-0": ("toxic", "accident")}


def total(stage: Stage) -> int:
    """Steps: labels, the old Korean classes, sheets, the mixture, and the offer."""
    return len(LABELS) + len(BEFORE_2025) + 3


def make(stage: Stage) -> Iterator[int]:
    """By operations only."""
    today, done = stage.now.astimezone(stage.zone).date(), 0
    read = {"read_in": READ_IN, "read_on": today - timedelta(days=120)}
    with scope(stage.staffed("safety_officer")):
        for cas, (signal, pictograms, statements, precautions) in LABELS.items():
            safety.enter_label(
                substance=cas, signal=signal, pictograms=pictograms, statements=statements, precautions=precautions, **read  # type: ignore[arg-type]
            )
            done += 1
            yield done
        for cas, classes in BEFORE_2025.items():
            safety.enter_classes(substance=cas, scheme="kr-chemicals-before-2025", hazards=classes, **read)  # type: ignore[arg-type]
            done += 1
            yield done
        said = {"title": "아세톤 물질안전보건자료", "foot": "데모", "facts": [["CAS", "67-64-1"]], "text": "In the place of a supplier's sheet."}
        paper = documents.pdf(SAMPLE, said, language="ko", made_at=clock.now())
        file = core.store_file(name="acetone-sds.pdf", content=paper).id
        for days, more in ((900, {"sheet_url": "https://example.org/sds/67-64-1/2"}), (200, {"file": file})):
            safety.add_sheet(substance="67-64-1", sheet_language="ko", revised_on=today - timedelta(days=days), supplier="데모 시약", **more)  # type: ignore[arg-type]
        yield done + 1
    company = next((each for each in stage.companies if each.home), stage.companies[0])
    with scope(stage.admin(company.code)):
        code = safety.add_substance(phase="liquid", name_ko="세정용 혼합액 C-7", name_en="Cleaning mixture C-7", mixture=True).code
        safety.enter_components(
            substance=code, components=[{"component": "64-17-5", "low": "40", "high": "60"}, {"component": "7732-18-5", "low": "40", "high": "60"}],
            **read,  # type: ignore[arg-type]
        )
        mine = containers.here()
    with scope(stage.staffed("safety_officer")):
        safety.receive_container(substance=code, how_much="500 mL", place=mine[0].room, organisation=company.code)
    yield done + 2
    with scope(stage.admin(company.code)):
        safety.offer_container(container=mine[0].code)
    yield done + 3
