"""Reminders of manifests whose signed copy is not back."""

from squaremile.core.notices import tell
from squaremile.core.reads import people
from squaremile.kernel.operation import note, operation
from squaremile.safety import rules
from squaremile.safety.models import WastePickup
from squaremile.safety.policies import manifests
from squaremile.safety.reads.areas import today
from squaremile.safety.words.waste import MANIFEST_WAITS

TELL = ("lab_operations", "safety_officer")


@operation("safety.remind_of_manifests", ko="인계서 회신 기한 알리기", en="Remind of manifests that are not back", may=rules.remind_of_safety)
def remind_of_manifests() -> int:
    """Operations and the safety officer, once for each step that a manifest has reached. Returns how many there are."""
    told = 0
    for pickup in WastePickup.objects.filter(returned_on=None).order_by("picked_on", "code"):
        reached = manifests.standing(pickup.picked_on, None, today()).reached
        if reached is not None:
            text = MANIFEST_WAITS.fill({"manifest": pickup.manifest, "picked": pickup.picked_on.isoformat(), "step": reached.says})
            tell(people.staff(*TELL), "safety.manifest_waits", text, url="/safety/waste/", origin=f"manifest:{pickup.id}:{reached.code}")
            told += 1
    note(told=told)
    return told
