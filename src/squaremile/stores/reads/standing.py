"""What cylinders and shelves put into the sums of safety: what each of them is, for `safety.reads.attached`."""

from squaremile.safety.policies import packs
from squaremile.safety.policies.classing import Substance
from squaremile.safety.reads import attached, weighing
from squaremile.stores.policies.air import GASES
from squaremile.stores.words.dock import GASES as NAMES

SOURCE = "stores_lots"


def known(key: str, phase: str) -> Substance | None:
    """A gas by its name, a chemical by its CAS number. A gas that neither burns nor feeds a fire counts for no pack here."""
    gas = GASES.get(key)
    if gas is None:
        return attached.by_cas(key, phase)
    if not gas.hazard:
        return None
    entered = {code: (gas.hazard,) for code in packs.counting() if gas.hazard in packs.pack(code).classes}
    return Substance(str(NAMES[key]), "gas", gas.cas, None, None, None, None, None, entered)


def substance(key: str, phase: str) -> Substance | None:
    """The same, as the register has it where it does. Two statements."""
    lot = attached.Lot.naming(SOURCE, key, phase)
    return attached.substances([lot], weighing.facts).get(lot.which)
