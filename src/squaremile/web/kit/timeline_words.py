"""The texts of the instrument timeline's script, in the language being served."""

from django.utils.translation import gettext as _

from squaremile.web.kit.looks import LOOKS


def timeline_texts() -> dict[str, object]:
    """Names match `frontend/src/timeline/words.ts`; `{…}` places are filled in by the script."""
    named = ("mine", "company", "other", "pending", "maintenance", "fault")
    return {
        "looks": {name: str(LOOKS[name].label) for name in named},
        "states": {name: str(LOOKS[name].label) for name in ("free", "in_use", "fault", "maintenance", "locked")},
        "board": _("Bookings by instrument and time"),
        "book": _("Book"),
        "bookAt": _("Book {instrument}"),
        "noBookings": _("No bookings on this day."),
        "close": _("Close"),
        "unreachable": _("The server did not answer. Nothing was changed; please try again."),
        "cursor": _("{instrument}, {start} to {end}. Enter books it."),
        "moved": _("The booking was moved."),
        "saving": _("Saving"),
        "locked": _("{instrument} is locked for you."),
    }
