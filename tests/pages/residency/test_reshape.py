"""Merging and splitting on the floor plan: by those who keep places, seen by nobody else."""

import pytest
from django.urls import reverse

from squaremile.kernel import clock
from squaremile.spaces import operations as spaces
from squaremile.spaces.models import Place, Reshape
from tests.pages.people import browser
from tests.world import MONDAY

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("lang", "title"), [("ko", "자리 합치기와 나누기"), ("en", "Merge and split places")])
def test_from_the_form_to_the_list_and_back(world, lang, title):
    with clock.as_of(MONDAY):
        with world.as_("operator"):
            for n in range(3):
                spaces.add_place(kind="bench", code=f"M{n}", parent="R202", name_ko=f"벤치 {n}", name_en=f"Bench {n}", rentable=True)
        client, page = browser(world, "operator", lang), reverse("residency_plan")
        assert title in client.get(page).content.decode()
        said = {"merged": ["M0", "M1"], "on_day": "2027-04-01", "kind": "bay", "name_ko": "큰 베이", "name_en": "Big bay"}
        merge = reverse("residency_places_merge")
        assert client.post(merge, said | {"on_day": ""}).status_code == 422
        assert client.post(merge, said | {"on_day": "2027-01-01"}).status_code == 422
        assert client.post(merge, said).status_code == 303
        assert client.post(reverse("residency_place_split"), {"place": "M2", "on_day": "2027-04-01", "into": 2, "kind": "desk"}).status_code == 303
        shown = client.get(page).content.decode()
        assert ("큰 베이" if lang == "ko" else "Big bay") in shown
        later = client.get(page + "?on=2027-04-02").content.decode()
        assert "M2-B" in later
        with world.as_("operator"):
            made = Reshape.objects.get(places__place__code="M2-A").code
        assert client.post(reverse("residency_reshape_cancel", args=[made])).status_code == 303
        with world.as_("operator"):
            assert Place.objects.get(code="M2").until is None
        for who in ("programme", "hajin"):
            other = browser(world, who, lang)
            assert title not in other.get(page).content.decode()
            assert other.post(merge, said).status_code == 403
