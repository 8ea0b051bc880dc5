"""Meanings of parameters: agreements, commitments and KPIs."""

from squaremile.core.asked.meaning import Known

KNOWN: dict[str, Known] = {}
