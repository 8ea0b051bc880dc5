"""Saved searches, and what the worker learns about them."""

from collections.abc import Sequence

from squaremile.core.words import CODE_TAKEN, NOT_FOUND
from squaremile.kernel import clock
from squaremile.kernel.errors import Missing
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require
from squaremile.network import rules
from squaremile.network.models import SavedSearch
from squaremile.network.words import finding as words

MOST_SEEN = 1000


@operation(
    "network.save_search", ko="검색 저장하기", en="Save a search", may=rules.keep_own,
    constraints={
        "network_saved_search_code_key": CODE_TAKEN, "saved_search_asks": words.QUESTION_NEEDED,
        "saved_search_kind_known": NOT_FOUND,
    },
)
def save_search(
    *, question: str, name: str = "", kind: str = "", alerts: bool = True, seen: Sequence[str] = (),
) -> SavedSearch:
    """Keep a question of one's own. With `alerts` one is told of new answers; `seen` are addresses of known ones."""
    made = SavedSearch.objects.create(
        code=short_code("SS"), owner_id=require().actor,  # type: ignore[misc]
        name=(name.strip() or question.strip())[:120],
        question=question.strip(), kind=kind, alerts=alerts, seen=[each[:100] for each in seen[:MOST_SEEN]],
        created_at=clock.now(), checked_at=clock.now(),
    )
    note(subject=made)
    return made


@operation(
    "network.drop_search", ko="저장한 검색 지우기", en="Drop a saved search", may=rules.keep_own, refuses=(words.SEARCH_UNKNOWN,),
)
def drop_search(*, search: str) -> None:
    """It is asked no more."""
    found = SavedSearch.objects.filter(code=search, owner_id=require().actor).first()
    if found is None:
        raise Missing(words.SEARCH_UNKNOWN)
    note(subject=found)
    found.delete()


@operation(
    "network.mark_answers_seen", ko="검색 결과 알린 것으로 적기", en="Note which answers of a search were told",
    may=rules.watch, refuses=(words.SEARCH_UNKNOWN,),
)
def mark_answers_seen(*, search: str, answers: Sequence[str]) -> SavedSearch:
    """The worker's: these answers are known to her now, and are told no more."""
    found = SavedSearch.objects.select_for_update().filter(code=search).first()
    if found is None:
        raise Missing(words.SEARCH_UNKNOWN)
    known = list(dict.fromkeys([*answers, *found.seen]))
    found.seen, found.checked_at = [each[:100] for each in known[:MOST_SEEN]], clock.now()
    found.save(update_fields=["seen", "checked_at"])
    note(subject=found)
    return found
