"""Browsers on Monday, and one agreement of each sort."""

import pytest

from squaremile.network import operations as network
from tests.network.agreements.conftest import at_monday  # the same Monday, shelf and partners
from tests.network.agreements.making import arrived, draft, promise, signed
from tests.pages.people import browser
from tests.world import World

__all__ = ["at_monday"]


@pytest.fixture
def enter(world: World):
    return lambda who="", language="en": browser(world, who, language)


@pytest.fixture
def kept(world: World, at_monday) -> dict[str, str]:
    """Codes: a draft and a signed agreement of Saebom, with a promise, an entry and a file; a published one."""
    with world.as_("programme"):
        drafted = draft(world, title_ko="비밀 초안", title_en="Secret draft")
        made = signed(world, title_ko="서명한 협약", title_en="Signed agreement", parent_agreement=drafted.code)
        commitment = promise(made)
        arrived(commitment, 300)
        paper = network.add_paper(agreement=made.code, name="mou.pdf", content=b"%PDF-1.7 mou", text_language="ko")
        public = signed(world, organisation="", title_ko="공개 협약", title_en="Published agreement")
        network.publish_agreement(agreement=public.code, says_ko="함께 연구합니다", says_en="Joint research")
        return {"draft": drafted.code, "signed": made.code, "commitment": commitment.code, "paper": paper.code,
                "public": public.code, "party": drafted.parties.get(partner=None).code}
