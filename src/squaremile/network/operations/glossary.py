"""The cluster's own Korean–English glossary."""

from squaremile.core.words import CODE_TAKEN, CODE_UNFIT
from squaremile.kernel import clock
from squaremile.kernel.errors import Missing
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.network import rules
from squaremile.network.models import Term
from squaremile.network.words import finding as words

SAID_BY_TABLE = {"term_once": words.TERM_TAKEN, "term_in_both": words.TERM_IN_BOTH}


@operation(
    "network.add_term", ko="용어 올리기", en="Add a term", may=rules.keep_glossary,
    constraints={"network_term_code_key": CODE_TAKEN, "term_code_fits": CODE_UNFIT, **SAID_BY_TABLE},
)
def add_term(*, ko: str, en: str, broader: str = "", code: str = "") -> Term:
    """From now on a question with either word also looks for the other."""
    made = Term.objects.create(
        code=code or short_code("TM"), ko=ko.strip(), en=en.strip(), broader=broader.strip(), created_at=clock.now()
    )
    note(subject=made)
    return made


@operation(
    "network.edit_term", ko="용어 고치기", en="Edit a term", may=rules.keep_glossary,
    refuses=(words.TERM_UNKNOWN,), constraints=SAID_BY_TABLE,
)
def edit_term(
    *, term: str, ko: str | None = None, en: str | None = None, broader: str | None = None, retired: bool | None = None,
) -> Term:
    """Write it anew. `retired=false` brings back one that was retired."""
    found = _term(term)
    for name, value in (("ko", ko), ("en", en), ("broader", broader)):
        if value is not None:
            setattr(found, name, value.strip())
    if retired is not None:
        found.retired_at = (found.retired_at or clock.now()) if retired else None
    found.save()
    note(subject=found)
    return found


@operation(
    "network.retire_term", ko="용어 그만 쓰기", en="Retire a term", may=rules.keep_glossary, refuses=(words.TERM_UNKNOWN,),
)
def retire_term(*, term: str) -> Term:
    """Searches no longer use it. It can be brought back."""
    found = _term(term)
    found.retired_at = found.retired_at or clock.now()
    found.save(update_fields=["retired_at"])
    note(subject=found)
    return found


def _term(code: str) -> Term:
    found = Term.objects.select_for_update().filter(code=code).first()
    if found is None:
        raise Missing(words.TERM_UNKNOWN)
    return found
