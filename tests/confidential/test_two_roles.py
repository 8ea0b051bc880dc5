"""Somebody who looks on for the cluster and works in one company: she changes her own company's things, nobody else's."""

from dataclasses import replace

import pytest
from django.db import connection, transaction

from squaremile.kernel.errors import SquaremileError
from squaremile.kernel.scope import Grant, scope
from squaremile.network import operations as network
from squaremile.network.models import AgreementCheck, IntroductionTransition, Need
from tests.confidential.rival import Rival
from tests.world import World


@pytest.fixture(params=["scientist", "company_admin"])
def asking(request, world: World, rival: Rival):
    """An auditor with a role in HANBIT."""
    plain = world.person("auditor")
    return replace(plain, grants=(*plain.grants, Grant(request.param, world.organisations["HANBIT"])))


def test_she_reads_a_rivals_need_and_changes_nothing_of_it(asking, rival: Rival):
    code = rival.codes["need"]
    with scope(asking):
        assert Need.objects.filter(code=code).exists(), "an auditor sees whose it is"
        for act, more in (
            (network.list_need, {}), (network.edit_need, {"title_ko": "훔침"}), (network.withdraw_need, {}),
            (network.judge_match, {"subject": "person", "subject_code": "EXPERT", "verdict": "fits"}),
        ):
            with pytest.raises(SquaremileError) as refused, transaction.atomic():
                act(need=code, **more)
            assert refused.value.code == "network.need_unknown"
        with connection.cursor() as cursor:
            cursor.execute("UPDATE network_need SET listed = true WHERE code = %s", [code])
            assert cursor.rowcount == 0


def test_she_adds_nothing_to_a_rivals_agreement(asking, rival: Rival):
    with scope(asking), pytest.raises(SquaremileError), transaction.atomic():
        network.add_paper(agreement=rival.codes["agreement"], name="x.pdf", content=b"%PDF-1.7 x")


def test_a_party_does_not_read_what_was_found_of_it(world: World, rival: Rival):
    with world.as_("programme"):
        assert AgreementCheck.objects.exists()
    for who in ("sora", "sujin"):
        with world.as_(who):
            assert not AgreementCheck.objects.exists()


def test_steps_of_an_introduction_are_for_its_own_company_and_staff(world: World, rival: Rival):
    """Each bears the key of who took it, which would stay the same over every anonymous request."""
    with world.as_("programme"):
        assert IntroductionTransition.objects.exists()
    for who in ("hana", "haeun"):
        with world.as_(who):
            assert not IntroductionTransition.objects.exists()
