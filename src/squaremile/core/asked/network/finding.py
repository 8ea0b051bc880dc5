"""Meanings of parameters: finding: the search box, glossary, saved searches, lists."""

from squaremile.core.asked.meaning import Known

KNOWN: dict[str, Known] = {}
