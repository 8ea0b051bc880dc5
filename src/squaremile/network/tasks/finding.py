"""What finding does by itself: the index is renewed, and saved searches are asked again."""

import logging

from squaremile.core.entering import enter_person
from squaremile.core.notices import tell
from squaremile.core.worker import repeats
from squaremile.kernel.words import Text
from squaremile.network.models import SavedSearch
from squaremile.network.operations import mark_answers_seen
from squaremile.network.reads import finding, index_build, index_open

log = logging.getLogger(__name__)
MOST_READ = 500
"""Documents that one round reads: some tens of seconds. `squaremile network index` reads any number at once."""
MOST_SEARCHES = 200
FOUND = Text(ko="저장한 검색 ‘{name}’에 새 결과가 있습니다.", en="Your saved search “{name}” has a new answer.")


@repeats(seconds=300)
def renew_index() -> None:
    """Every five minutes: what is new or changed."""
    done = index_build.renew(most=MOST_READ)
    if done.read or done.gone:
        log.info("index renewed: %s read, %s gone, %s left, %.1f s", done.read, done.gone, done.left, done.seconds)


@repeats(seconds=1800)
def ask_saved_searches() -> None:
    """Every half hour, the longest unasked first: each new answer is told once, and only what its owner may find."""
    if index_open.held() is None:
        return
    due = SavedSearch.objects.filter(alerts=True).order_by("checked_at", "id")[:MOST_SEARCHES]
    for search in due:
        answers = _answers(search)
        if answers is None:
            continue
        for url in answers:
            if url not in search.seen:
                tell(
                    [search.owner_id], "network.search_found", FOUND.fill({"name": search.name}), url=url,
                    origin=f"search:{search.id}:{url}",
                )
        mark_answers_seen(search=search.code, answers=answers)


def _answers(search: SavedSearch) -> list[str] | None:
    """What its owner finds now, with her rights; None for somebody who is no longer here."""
    with enter_person(search.owner_id, reason="saved search") as entered:
        return finding.addresses(search.question, search.kind) if entered else None
