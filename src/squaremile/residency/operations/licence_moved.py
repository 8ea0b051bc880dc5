"""Who hears of a licence: its company and the programme, by notice."""

from squaremile.kernel.operation import publish
from squaremile.published.residency import LicenceMoved
from squaremile.residency.models import Licence


def tell_of(licence: Licence, step: str) -> None:
    """Others hear that a licence took a step, inside another operation."""
    publish(LicenceMoved(licence.id, licence.code, licence.company_id, step))
