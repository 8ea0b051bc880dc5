"""Who plays in the tests of liaison work: a tier, two members and one outside, and experts with and without an account."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from squaremile.core import operations as core
from squaremile.kernel.scope import Grant, Scope, scope
from squaremile.network import operations as network
from squaremile.network.models import Person
from tests.world import MONDAY, World


@dataclass(frozen=True)
class Cast:
    """Codes are fixed: GOLD; PN-OUT; PE-MAIL (reached by mail), PE-USER (has an account), PE-NONE (wants no contact)."""

    world: World
    university: UUID
    expert_user: UUID

    def expert(self):
        """As the expert who has claimed her profile: somebody of a university in the cluster."""
        return scope(Scope(actor=self.expert_user, grants=(Grant("scientist", self.university),)))


def assemble(world: World) -> Cast:
    with world.as_("director"):
        university = core.add_organisation(code="UNIV", name_ko="샘물대학교", name_en="Saemmul University", kind="university")
        user = core.add_person(email="prof@example.org", name_ko="문교수", name_en="Prof Moon")
        core.grant_role(person=user.id, role="scientist", organisation=university.id, start=MONDAY - timedelta(days=30))
    with world.as_("programme"):
        network.add_partner(code="PN-UNIV", kind="university", name_ko="샘물대학교", name_en="Saemmul University", organisation=university.id)
        network.add_partner(code="PN-OUT", kind="company", name_ko="찰스밸리", name_en="Charles Valley", country="us")
        network.add_partner(code="PN-HANBIT", kind="company", name_ko="한빛바이오", name_en="Hanbit Bio", organisation=world.organisations["HANBIT"])
        network.add_lab(code="LB-1", partner="PN-UNIV", name_ko="역학생물학 연구실", name_en="Mechanobiology Lab")
        for code, ko, en, email, way in (
            ("PE-MAIL", "서우편", "Woopyeon Seo", "seo@uni.example", "liaison"), ("PE-USER", "문교수", "Prof Moon", "", "liaison"),
            ("PE-NONE", "안녕희", "Nyeonghui An", "an@uni.example", "none"), ("PE-MUTE", "무연락", "Mu Yeon", "", "liaison"),
        ):
            network.add_person(code=code, kind="researcher", name_ko=ko, name_en=en, partner="PN-UNIV", email=email, contact_way=way)
        Person.objects.filter(code="PE-USER").update(user_id=user.id, claimed_at=MONDAY)
        network.add_tier(code="GOLD", name_ko="금빛", name_en="Gold", dues=60_000_000, faculty_meetings=4, visit_days=2)
    return Cast(world, university.id, user.id)
