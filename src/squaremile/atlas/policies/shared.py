"""Which charts may be shown alone on other sites, and for how long."""

from datetime import timedelta

CHARTS = {
    "square": ("curve",), "compare": ("strengths", "ranks"), "opportunities": ("ahead",), "trends": ("lines",),
    "ties": ("web",),
}  # fmt: skip
"""By screen."""
LASTS = timedelta(days=365)
LANGUAGES = ("ko", "en")
