"""A sheet of containers: each row once, of a company and in a room that are known here; new substances are registered."""

from __future__ import annotations

from squaremile.cli.imports.applying import about
from squaremile.cli.imports.csv.applying import Applying
from squaremile.safety.operations.stock_lists import Shelf, fitting
from squaremile.safety.policies.stock_list import ContainerRow


def apply_containers(run: Applying) -> None:
    """Every row, once: the same row of the same sheet again changes nothing, whether it came from here or from the page."""
    shelf = Shelf(standing=True)
    run.errors += fitting(shelf, run.reading.rows)
    run.stop_if_unfit()
    for each in run.track(run.reading.sheet.label, run.reading.rows):
        said = each.row
        assert isinstance(said, ContainerRow)
        if run.ledger.knows(said.external_id):
            run.report.same("containers")
            continue
        with about(f"row:{each.number}"):
            made = shelf.bring(said)
            if made is not None:
                run.ledger.remember(said.external_id, "container", made.id)
        if made is None:
            run.report.same("containers")
        else:
            run.report.made("containers")
