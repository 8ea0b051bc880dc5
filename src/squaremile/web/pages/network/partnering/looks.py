"""How the states of events, seats, requests and meetings look."""

EVENTS = {
    "draft": "neutral", "announced": "pending", "open": "ok", "closed": "neutral", "running": "in_use",
    "finished": "neutral", "cancelled": "stop",
}  # fmt: skip
SEATS = {"going": "mine", "waiting": "pending", "cancelled": "neutral"}
REQUESTS = {"asked": "pending", "accepted": "ok", "declined": "neutral", "withdrawn": "neutral"}
MEETINGS = {"planned": "info", "held": "ok", "missed": "warn", "cancelled": "neutral"}
