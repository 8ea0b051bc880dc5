"""Showing what was a draft to everyone of the cluster, and taking it back."""

from typing import Any

from squaremile.atlas import rules
from squaremile.atlas.models import Claim, Organisation
from squaremile.atlas.operations import entries, placards
from squaremile.atlas.words import registry as words
from squaremile.kernel.errors import Missing
from squaremile.kernel.operation import note, operation


@operation("atlas.publish", ko="아틀라스에 공개하기", en="Publish an entry of the atlas", may=rules.keep, refuses=(words.ENTRY_UNKNOWN,))
def publish(*, noun: str, entry: str) -> Any:
    """Show an organisation, a region (`scheme:code`) or a claim to everyone of the cluster."""
    return _set(noun, entry, published=True)


@operation(
    "atlas.unpublish", ko="아틀라스에서 거두기", en="Take an entry of the atlas back", may=rules.keep, refuses=(words.ENTRY_UNKNOWN,)
)
def unpublish(*, noun: str, entry: str) -> Any:
    """Make it a draft again, which staff alone see."""
    return _set(noun, entry, published=False)


def _set(noun: str, entry: str, *, published: bool) -> Any:
    row = _found(noun, entry)
    row.published = published
    row.save(update_fields=["published"])
    if noun == "organisation":
        placards.organisations([row])
    elif noun == "region":
        placards.region(row)
    else:
        placards.claim(row)
    note(subject=row, published=published)
    return row


def _found(noun: str, entry: str) -> Any:
    if noun == "organisation":
        return entries.found(Organisation, entry, words.ENTRY_UNKNOWN)
    if noun == "claim":
        return entries.found(Claim, entry, words.ENTRY_UNKNOWN)
    scheme, _, code = entry.partition(":")
    if noun != "region" or not code:
        raise Missing(words.ENTRY_UNKNOWN)
    try:
        return entries.region(scheme, code)
    except Missing as missing:
        raise Missing(words.ENTRY_UNKNOWN) from missing
