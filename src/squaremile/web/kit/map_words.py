"""The texts that a map's script needs, in the language being served."""

from django.utils.translation import gettext as _


def map_texts() -> dict[str, str]:
    """`{n}` stands for a number of sites."""
    return {
        "closer": _("Closer"), "further": _("Further away"), "north": _("North up"), "close": _("Close"), "map": _("Map"),
        "here": _("Sites here: {n}"),
    }  # fmt: skip


def square_texts() -> dict[str, str]:
    """`{k}` and `{n}` stand for organisations inside and all of them, `{d}` for the difference from the best."""
    return {
        "inside": _("{k} of {n} organisations inside."), "best": _("This is the best place."),
        "fewer": _("{d} fewer than the best place."), "more": _("{d} more than the best place."),
        "handle": _("The square: drag it, or move it with the arrow keys"),
    }  # fmt: skip
