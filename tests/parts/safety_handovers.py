"""For the tests of the whole product: a container that the rival offers to whoever holds its key."""

from typing import Any

from squaremile.safety import operations as safety

API = "squaremile.api.v1.safety.handovers"
HERS = {"container": "container"}
SOUND: dict[str, Any] = {"handover_key": "HO-0000000000000", "place": "R202", "cabinet": "", "condition": "storage", "bringing": "",
                         "content": "번호,CAS,양,방\nZ-1,,1 L,R202\n".encode(), "dry_run": False, "name": "list.csv"}  # fmt: skip
OWN: dict[str, dict[str, Any]] = {"safety.withdraw_offer": {"container": "offered container"}}
FORM = {"handover_key": "HO-0000000000000"}


def week(world, codes, keys):
    """One of its containers waits to be fetched. Its key is told to those alone who may hand it over."""
    with world.as_("sujin"):
        codes["offered container"] = codes["opened container"]
        codes["handover key"] = safety.offer_container(container=codes["opened container"]).key
