"""The life of an event: which state may follow which. The database keeps the same table."""

NEXT: dict[str, tuple[str, ...]] = {
    "draft": ("announced", "open", "cancelled"),
    "announced": ("open", "cancelled"),
    "open": ("closed", "running", "cancelled"),
    "closed": ("open", "running", "cancelled"),
    "running": ("finished", "cancelled"),
    "finished": ("running",),
    "cancelled": (),
}
