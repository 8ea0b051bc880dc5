"""Copies of the emergency view for when the server is out of reach."""

from pathlib import Path

from squaremile.kernel import clock
from squaremile.kernel.errors import Refused
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import Grant, Scope, require, scope
from squaremile.safety import rules
from squaremile.safety.models import EmergencyCopy
from squaremile.safety.reads import emergency_copy
from squaremile.safety.words import emergency as words


@operation(
    "safety.copy_for_emergencies", ko="비상용 사본 쓰기", en="Write a copy for emergencies", may=rules.copy_for_emergencies,
    refuses=(words.COPY_UNWRITTEN,),
)
def copy_for_emergencies(*, folder: str, keep: int = 14) -> EmergencyCopy:
    """Writes the emergency view as one HTML file, the fire-service sheet and the printed door signs into a new folder below
    `folder`, whole or not at all, and keeps so many of them. It holds what the safety officer sees."""
    eyes = Scope(system=require().system, grants=(Grant("safety_officer"),))
    try:
        with scope(eyes):
            made = emergency_copy.write(Path(folder), keep)
    except OSError as trouble:
        raise Refused(words.COPY_UNWRITTEN, {"why": trouble.strerror or type(trouble).__name__}) from trouble
    kept = EmergencyCopy.objects.create(made_at=clock.now(), folder=str(made.folder)[-300:], files=made.files, size=made.size)
    note(subject=kept, folder=kept.folder, files=sorted(made.files), size=made.size)
    return kept
