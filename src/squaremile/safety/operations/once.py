"""A form of containers that is sent twice counts once."""

from squaremile.kernel import once
from squaremile.kernel.operation import note
from squaremile.safety.models import Container


def made_before(how: str, form_token: str, said: tuple[object, ...]) -> tuple[str | None, Container | None]:
    """What a form of the asker's is kept by, and what it made when it was sent before with the same content."""
    origin = once.origin(how, form_token, said)
    already = Container.objects.filter(origin=origin).first() if origin else None
    if already is not None:
        already.again = True
        note(subject=already, organisation=already.organisation_id, again=True)
    return origin, already
