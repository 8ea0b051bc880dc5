"""Who hears of a licence: its company by notice, an applicant by a letter with her key; the programme by notice."""

from datetime import timedelta

from squaremile.core import door_keys
from squaremile.kernel import clock
from squaremile.kernel.operation import publish
from squaremile.kernel.words import both
from squaremile.published.residency import LicenceMoved
from squaremile.residency.models import Licence
from squaremile.residency.words import licence_letters as words


def tell_of(licence: Licence, step: str) -> None:
    """Others hear that a licence took a step, inside another operation. Who applies from outside gets a new link to it."""
    publish(LicenceMoved(licence.id, licence.code, licence.company_id, step))
    if licence.company.state != "applicant" or step not in words.LETTERS:
        return
    whose, open_for = licence.company.organisation, clock.now() + door_keys.OPEN_FOR
    until = max(open_for, licence.offer.until + timedelta(days=30))
    for key in door_keys.standing(holder=licence.company_id):
        door_keys.give(
            kind="applicant", holder=licence.company_id, email=key.email, name=key.name, language=key.language, until=until,
            subject=words.SUBJECT, letter=words.LETTERS[step],
            values={"licence": licence.code, "company": both(whose.name_ko, whose.name_en)},
        )
