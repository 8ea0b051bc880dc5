"""Addresses by their first pieces: a request is held against those of its own noun, not against every address of the product."""

from collections.abc import Iterable

from django.urls import URLPattern, URLResolver, include, path

DEPTH = 2
"""Pieces by which addresses are parted: the domain, and what it speaks of."""


def nested(found: Iterable[URLPattern | URLResolver], depth: int = DEPTH) -> list[URLPattern | URLResolver]:
    """The same addresses in the same order for each first piece, under one entry a piece. Where a first piece may be anything,
    the list is left as it is: which of two that fit comes first would be another."""
    every = list(found)
    heads = [str(each.pattern).partition("/") for each in every]
    if not depth or any("<" in head or isinstance(each, URLResolver) for (head, _slash, _rest), each in zip(heads, every, strict=True)):
        return every
    groups: dict[str, list[URLPattern | URLResolver]] = {}
    for (head, slash, rest), each in zip(heads, every, strict=True):
        assert isinstance(each, URLPattern)
        groups.setdefault(head + slash, []).append(path(rest, each.callback, each.default_args, each.name or "") if slash else each)
    return [one for head, some in groups.items() for one in ([path(head, include(nested(some, depth - 1)))] if head.endswith("/") else some)]
