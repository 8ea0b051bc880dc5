"""For the tests of the whole product: editions of rule packs. Everybody may know what holds; who decides is another matter."""

from importlib.resources import files
from typing import Any

from squaremile.safety import operations as safety

API = "squaremile.api.v1.safety.packs"
TEXT = files("squaremile.safety.packs").joinpath("kr-fire.toml").read_text(encoding="utf-8")
NOUNS = {"pack-editions": ("pack edition",)}
ALL = {"pack-editions": ("pack edition",)}
OPEN = ("pack edition",)
HERS = {"edition": "pack edition"}
SAID = {"pack": ("kr-fire", "nfpa-45")}
PLACES = {"edition": ("pack edition",)}
SOUND: dict[str, Any] = {"text": TEXT + "\n# another\n"}
OWN: dict[str, dict[str, Any]] = {"safety.offer_pack_edition": {"pack": "kr-fire"}, "safety.take_pack_edition": {"pack": "kr-fire"}}


def week(world, codes, keys):
    """The safety officer hands in an edition of the Korean pack; it holds nowhere yet."""
    codes["pack edition"] = _offered(world)


def _offered(world):
    with world.as_("safety"):
        return safety.offer_pack_edition(pack="kr-fire", text=TEXT + "\n# read again\n").code


def furnish(world):
    """The same for the browser's tour."""
    _offered(world)
