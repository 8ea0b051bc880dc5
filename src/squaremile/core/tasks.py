"""What core does by itself, in the worker."""

from datetime import timedelta

from squaremile.core import idempotency, people_cards
from squaremile.core.models import RoleGrant
from squaremile.core.worker import repeats
from squaremile.kernel import clock


@repeats(3600)
def tidy_cards_of_leavers() -> None:
    """A role that ran out by itself takes the person's card with it, within the hour."""
    now = clock.now()
    ended = RoleGrant.objects.filter(
        organisation__isnull=False, valid__endswith__lte=now, valid__endswith__gt=now - timedelta(days=2)
    )
    for person, organisation in ended.values_list("user_id", "organisation_id").distinct():
        people_cards.renew(person, organisation)


@repeats(6 * 3600)
def forget_answers() -> None:
    """Answers kept for requests that carried a key: nobody repeats a request after a week."""
    idempotency.forget()
