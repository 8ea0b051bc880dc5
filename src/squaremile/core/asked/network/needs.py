"""Meanings of parameters: needs and their matches."""

from squaremile.core.asked.meaning import Known

KNOWN: dict[str, Known] = {}
