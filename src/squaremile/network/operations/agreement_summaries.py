"""What the cluster may know of an agreement."""

from squaremile.core import cards
from squaremile.kernel import clock
from squaremile.kernel.errors import Refused
from squaremile.kernel.operation import note, operation
from squaremile.network import rules
from squaremile.network.models import Agreement, AgreementSummary
from squaremile.network.operations.agreements import asker, kept
from squaremile.network.words import agreements as words


@operation(
    "network.publish_agreement", ko="협약 요약 공개하기", en="Publish an agreement's summary", may=rules.liaise,
    refuses=(words.AGREEMENT_UNKNOWN, words.NOT_SIGNED), constraints={"summary_titled": words.TITLE_NEEDED},
)
def publish_agreement(*, agreement: str, says_ko: str = "", says_en: str = "") -> AgreementSummary:
    """Tell the whole cluster that a signed agreement exists: its title, parties, day, and these words; no clauses."""
    found = kept(agreement)
    if found.signed_on is None:
        raise Refused(words.NOT_SIGNED)
    parties = list(found.parties.order_by("id"))
    made, _ = AgreementSummary.objects.update_or_create(agreement=found, defaults={
        "code": found.code, "type": found.type, "title_ko": found.title_ko, "title_en": found.title_en,
        "says_ko": says_ko.strip(), "says_en": says_en.strip(), "signed_on": found.signed_on, "listed": True,
        "parties_ko": " · ".join(p.name_ko or p.name_en for p in parties)[:500],
        "parties_en": " · ".join(p.name_en or p.name_ko for p in parties)[:500],
        "published_at": clock.now(), "published_by_id": asker(),
    })  # fmt: skip
    kind = words.TYPES[found.type]
    cards.put(
        kind="agreement", subject=found.id, title_ko=found.title_ko, title_en=found.title_en, says_ko=kind.ko,
        says_en=kind.en, also=found.code, url=f"/network/agreements/{found.code}/",
    )
    note(subject=found)
    return made


@operation(
    "network.unpublish_agreement", ko="협약 요약 거두기", en="Take an agreement's summary back", may=rules.liaise,
    refuses=(words.AGREEMENT_UNKNOWN,),
)
def unpublish_agreement(*, agreement: str) -> Agreement:
    """Hide the summary again from everybody but the parties and liaison staff."""
    found = kept(agreement)
    AgreementSummary.objects.filter(agreement=found).update(listed=False)
    cards.remove(kind="agreement", subject=found.id)
    note(subject=found)
    return found
