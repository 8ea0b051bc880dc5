"""How long a need takes, beside a peer and the physical limit, in one run."""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np

from squaremile.network.matching.question import Question, ask

from . import sets
from .synthetic import collection
from .terms import NEEDS, VAR, Shape

Say = Callable[[str], None]


def _times(run: Callable[[int], object], times: int) -> dict[str, float]:
    """p50 and p95 in milliseconds; the first rounds warm up."""
    taken = []
    for number in range(times + len(NEEDS)):
        begun = time.perf_counter()
        run(number % len(NEEDS))
        taken.append((time.perf_counter() - begun) * 1000)
    p50, p95 = np.percentile(taken[len(NEEDS) :], [50, 95])
    return {"p50": float(p50), "p95": float(p95)}


def need_to_people(say: Say, shape: Shape, times: int, peers: bool) -> dict[str, object]:
    """From the text of a need to ten people with evidence, the filter of what the reader may see included."""
    questions = [ask(need) for need in NEEDS]
    say(f"{shape.documents:,} documents: making them")
    begun = time.perf_counter()
    index, authors, allowed = collection(shape, questions)
    made = time.perf_counter() - begun
    say("asking")
    vector = next(q.vector for q in questions if q.vector is not None)
    measured: dict[str, object] = {
        "shape": vars(shape),
        "made_s": made,
        "all": _times(lambda n: index.people(ask(NEEDS[n]), authors, 10, allowed), times),
        "reading the need": _times(lambda n: ask(NEEDS[n]), times),
        "scores": _times(lambda n: index.scores(questions[n], allowed), times),
        "matrix product": _times(lambda n: index.part.vectors @ vector, times),
    }
    if peers:
        measured["bm25s"] = _peer(say, index.part.words, questions, times)
    return measured


def _peer(say: Say, words: object, questions: list[Question], times: int) -> dict[str, float] | None:
    """bm25s on the same tokens, documents only: no vectors, no people, no filter."""
    try:
        import bm25s
    except ImportError:
        say("bm25s is not installed: skipped")
        return None
    say("bm25s: indexing the same tokens")
    term = np.repeat(np.arange(len(words.terms)), np.diff(words.starts))
    order = np.argsort(words.documents, kind="stable")
    names = np.asarray(list(words.terms), dtype=object)[term[order]]
    ends = np.cumsum(np.bincount(words.documents, minlength=words.size))
    texts = [list(tokens) for tokens in np.split(names, ends[:-1])]
    peer = bm25s.BM25()
    peer.index(texts, show_progress=False)
    asked = [[t for t in q.words if t in words.terms] for q in questions]
    return _times(lambda n: peer.retrieve([asked[n]], k=10, show_progress=False), times)


def reading(say: Say, abstracts: int) -> dict[str, float] | None:
    """Build an index of abstracts in a folder, as after a kill half-way: the second half is read by a second build."""
    import shutil

    from squaremile.network.matching import store
    from squaremile.network.matching.documents import Document

    held = sets.experts()
    if held is None:
        say("no abstracts: skipped")
        return None
    texts = [d.text for d in held.documents]
    documents = [Document(n, f"{texts[n % len(texts)]} Study {n}.") for n in range(abstracts)]
    shutil.rmtree(VAR / "reading", ignore_errors=True)
    say(f"reading {abstracts:,} abstracts")
    begun = time.perf_counter()
    store.build(VAR / "reading", documents[: abstracts // 2])
    half = time.perf_counter() - begun
    kept: list[int] = []
    store.build(VAR / "reading", documents, progress=lambda done, of: kept.append(done))
    whole = time.perf_counter() - begun
    begun = time.perf_counter()
    store.build(VAR / "reading", [*documents, Document("one more", texts[0])])
    return {
        "abstracts": abstracts,
        "half_s": half,
        "whole_s": whole,
        "per_s": abstracts / whole,
        "kept": kept[0] - store.STEP,
        "one_more_s": time.perf_counter() - begun,
    }
