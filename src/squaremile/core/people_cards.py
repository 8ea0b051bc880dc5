"""Cards of people: one for each company a person belongs to, found by that company's people and by staff alone."""

from uuid import UUID, uuid5

from squaremile.core import cards
from squaremile.core.models import Organisation, RoleGrant, User
from squaremile.core.reads.grants import held_or_to_come
from squaremile.core.refs import ref
from squaremile.core.roles import ROLES
from squaremile.kernel import clock

KIND = "person"


def subject(person: UUID, organisation: UUID) -> UUID:
    """What the card is about: this person in this company."""
    return uuid5(organisation, str(person))


def renew(person: UUID, organisation: UUID) -> None:
    """Make the card say what is so now; take it away where no role is held or to come."""
    held = held_or_to_come(clock.now()).filter(user_id=person, organisation_id=organisation)
    grants = list(held.order_by("role"))
    who = User.objects.filter(id=person, is_active=True).first()
    where = Organisation.objects.filter(id=organisation).first()
    if not grants or who is None or where is None:
        cards.remove(kind=KIND, subject=subject(person, organisation))
        return
    labels = [ROLES[role].label for role in dict.fromkeys(g.role for g in grants)]
    cards.put(
        kind=KIND, subject=subject(person, organisation), organisation=organisation,
        url=f"/people/{ref(KIND, person)}/", title_ko=who.name_ko, title_en=who.name_en,
        also=who.email.partition("@")[0],
        says_ko=f"{where.name_ko or where.name_en} · {', '.join(label.ko for label in labels)}",
        says_en=f"{where.name_en or where.name_ko} · {', '.join(label.en for label in labels)}",
    )


def renew_all(person: UUID) -> None:
    """After a change of name: the cards in every company of hers that the asker may see."""
    held = RoleGrant.objects.filter(user_id=person, organisation__isnull=False)
    for organisation in held.values_list("organisation_id", flat=True).distinct():
        renew(person, organisation)
