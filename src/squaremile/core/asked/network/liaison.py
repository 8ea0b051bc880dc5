"""Meanings of parameters: liaison work: membership, interactions, promises, introductions, incentives."""

from squaremile.core.asked.meaning import Known

KNOWN: dict[str, Known] = {}
