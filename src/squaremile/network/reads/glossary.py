"""The glossary as searches use it: the terms that come with the product, and the cluster's own over them."""

import threading
from dataclasses import replace

from squaremile.kernel.korean import search_key
from squaremile.network.matching.glossary import Concept, Glossary, builtin
from squaremile.network.matching.question import Tools, tools
from squaremile.network.models import Term

_lock = threading.Lock()
_merged: tuple[tuple[tuple[str, str], ...], Glossary] | None = None
MOST_SHOWN = 300


def merged() -> Glossary:
    """Both, made anew only when the cluster's own changed. One statement."""
    global _merged
    own = tuple(Term.objects.filter(retired_at=None).order_by("ko", "en").values_list("ko", "en"))
    with _lock:
        if _merged is None or _merged[0] != own:
            _merged = (own, builtin().extended(Concept(ko=(ko,), en=(en,)) for ko, en in own) if own else builtin())
        return _merged[1]


def reading() -> Tools:
    """What reads questions now: analyser, sentence model, and the merged glossary."""
    return replace(tools(), glossary=merged())


def broader(terms: set[str]) -> list[str]:
    """The terms above some English ones, by the cluster's own glossary."""
    found = Term.objects.filter(retired_at=None, en__in=terms).exclude(broader="")
    return list(dict.fromkeys(found.order_by("broader").values_list("broader", flat=True)))


def builtin_terms(asked: str = "") -> list[tuple[str, str]]:
    """Terms that come with the product, as (Korean, English), those that hold `asked`."""
    wanted = search_key(asked)
    shown = ((" · ".join(c.ko), " · ".join(c.en)) for c in builtin().concepts)
    return [pair for pair in shown if not wanted or wanted in search_key(" ".join(pair))][:MOST_SHOWN]
