"""The letter's page: for whoever holds the link, once; for everyone else it tells nothing."""

import re

import pytest

from squaremile.core.models import Mail
from squaremile.kernel.scope import scope, system
from squaremile.network import operations as network
from squaremile.network.models import Introduction
from tests.world import World


@pytest.fixture
def secret(cast, world: World) -> str:
    with world.as_("hana"):
        asked = network.request_introduction(member="HANBIT", expert="PE-MAIL", reason_ko="비밀 사정", anonymous=True)
    with world.as_("programme"):
        network.approve_introduction(introduction=asked.code, message_ko="만나고 싶답니다", message_en="They would like to meet")
    with scope(system("worker")):
        network.send_letters()
        return re.search(r"/network/letter/([\w-]+)/", Mail.objects.latest("id").body)[1]


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("who", ["", "hana", "sujin"])
def test_the_question_and_the_answer(enter, world: World, secret, who, language):
    client, here = enter(who, language), f"/network/letter/{secret}/"
    page = client.get(here).content.decode()
    assert ("만나고 싶답니다" if language == "ko" else "They would like to meet") in page
    assert "비밀 사정" not in page
    assert "한빛" not in re.sub(r"<header.*?</header>", "", page, flags=re.DOTALL)
    answered = client.post(here, {"answer": "decline", "private_reason": "바쁩니다"})
    assert answered.status_code == 200
    assert client.get(here).status_code == 409
    assert client.post(here, {"answer": "accept"}).status_code == 409
    with world.as_("hana"):
        assert Introduction.objects.get().state == "declined"


def test_a_wrong_link_opens_nothing(enter):
    assert enter().get("/network/letter/not-a-secret/").status_code == 409
