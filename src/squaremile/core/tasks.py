"""What core does by itself, in the worker."""

from squaremile.core import idempotency
from squaremile.core.operations import close_lapsed
from squaremile.core.worker import repeats


@repeats(300)
def close_lapsed_roles() -> None:
    """A role that ran out by itself is followed up within minutes."""
    close_lapsed()


@repeats(6 * 3600)
def forget_answers() -> None:
    """Answers kept for requests that carried a key: nobody repeats a request after a week."""
    idempotency.forget()
