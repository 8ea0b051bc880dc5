"""Meanings of parameters: delegations and visit days."""

from squaremile.core.asked.meaning import Known

KNOWN: dict[str, Known] = {}
