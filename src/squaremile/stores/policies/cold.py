"""How long a cold parcel may stand at the dock. House rules, not law: each delivery may name its own hours."""

from datetime import datetime, timedelta

HOURS = {"chilled": 4, "frozen": 2, "dry_ice": 24}
"""Hours after arrival; a box on dry ice keeps itself cold until the ice is gone."""
WARN = timedelta(hours=1)


def keep_by(arrived: datetime, temperature: str, hours: int | None = None) -> datetime | None:
    """Until when it must be handed over or put into the cold; None where it need not be cold."""
    if temperature not in HOURS:
        return None
    return arrived + timedelta(hours=HOURS[temperature] if hours is None else hours)
