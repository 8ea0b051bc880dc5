"""Which place may lie in which: from the outside in, never the other way."""

ORDER = {
    "site": 0, "building": 1, "floor": 2, "control_area": 3, "room": 4, "suite": 4,
    "bay": 5, "bench": 6, "desk": 6, "shelf": 7,
}
"""A bay holds benches and desks; each of the three may also stand in a room by itself."""


def fits(kind: str, parent: str | None) -> bool:
    """A site stands alone; a building lies in a site; everything else lies in something further out."""
    if kind == "site":
        return parent is None
    if parent is None or kind not in ORDER or parent not in ORDER:
        return False
    if kind in ("building", "floor"):
        return ORDER[parent] == ORDER[kind] - 1
    return 2 <= ORDER[parent] < ORDER[kind]
