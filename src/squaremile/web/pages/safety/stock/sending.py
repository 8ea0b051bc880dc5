"""What is said where a form of containers was sent: that it is done, or that it was done by the same form before."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _


def sent_once(made: Sequence[Any], said: str) -> str:
    """`said`, but where the same form with the same content made all of them before."""
    if not all(each.again for each in made):
        return said
    return _("This form was already sent: %(codes)s.") % {"codes": ", ".join(each.code for each in made)}
