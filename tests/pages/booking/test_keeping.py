"""Keeping the catalogue by its pages: kinds and classes, manuals, the photo, what is taken along, faults in words."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from squaremile.booking import operations as booking
from tests.world import World

pytestmark = pytest.mark.usefixtures("monday")
PDF, PNG = b"%PDF-1.7\n1 0 obj", b"\x89PNG\r\n\x1a\n" + b"0" * 40
EDIT = "/catalogue/CONFOCAL/edit"


@pytest.fixture(autouse=True)
def own_shelf(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def upload(name: str, content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def text_of(response, status: int = 200) -> str:
    assert response.status_code == status, response.content.decode()[:2000]
    return response.content.decode()


def acts(page: str, verb: str) -> list[str]:
    return re.findall(rf'action="([^"]*/{verb})"', page)


class TestKindsAndClasses:
    @pytest.mark.parametrize(("sort", "name"), [("kinds", "Rheometer"), ("classes", "Rheometers")])
    def test_are_added_edited_and_offered_in_the_form(self, visit, sort, name):
        client = visit("operator", "en")
        asked = {"code": "rheo", "name_ko": "유변물성측정기", "name_en": name}
        assert client.post(f"/catalogue/{sort}/add", asked)["Location"] == "/catalogue/kinds/"
        assert f'<option value="rheo">{name}</option>' in text_of(client.get("/catalogue/add"))
        assert client.post(f"/catalogue/{sort}/rheo/", {"name_ko": "유변", "name_en": "Rheo"}).status_code == 303
        assert "유변" in text_of(visit("operator", "ko").get("/catalogue/kinds/"))

    def test_without_a_code_one_is_made(self, visit):
        client = visit("operator", "en")
        assert client.post("/catalogue/kinds/add", {"code": "", "name_en": "Rheometer"}).status_code == 303
        assert re.search(r"/catalogue/kinds/KI-\w{8}/", text_of(client.get("/catalogue/kinds/")))

    @pytest.mark.parametrize(
        ("asked", "status", "says"),
        [
            ({"code": "microscope", "name_en": "Again"}, 409, "booking.code_taken"),
            ({"code": "x", "name_ko": " ", "name_en": ""}, 409, "core.bad_input"),
            ({"code": "a/b", "name_en": "Slash"}, 422, "names_code"),
        ],
    )
    def test_refusals_stand_by_the_form(self, visit, asked, status, says):
        assert says in text_of(visit("operator", "en").post("/catalogue/kinds/add", asked), status)

    def test_how_many_instruments_follow(self, visit):
        page = text_of(visit("operator", "en").get("/catalogue/kinds/"))
        assert 'href="/catalogue/?kind=cytometer" aria-label="Flow cytometer: 2"' in page

    def test_a_renamed_kind_is_found_by_its_new_name(self, visit):
        visit("operator").post("/catalogue/kinds/microscope/", {"name_ko": "현미경", "name_en": "Nanoscope"})
        assert "/book/CONFOCAL/" in text_of(visit("hana").get("/search/?q=nanoscope"))

    @pytest.mark.parametrize("who", ["hana", "hajin", "auditor", "safety"])
    def test_are_for_those_who_keep_the_catalogue(self, visit, who):
        for address in ("/catalogue/kinds/", "/catalogue/kinds/add", "/catalogue/classes/cytometers/"):
            assert visit(who).get(address).status_code == 403
        assert visit(who).post("/catalogue/kinds/microscope/", {"name_en": "Mine"}).status_code == 403

    @pytest.mark.parametrize("address", ["/catalogue/kinds/", EDIT])
    def test_statements_do_not_grow_with_the_rows(self, world: World, visit, address):
        def asked() -> int:
            client = visit("operator")
            client.get(address)
            with CaptureQueriesContext(connection) as queries:
                text_of(client.get(address))
            return len(queries)

        def one_more(n: int) -> None:
            with world.as_("operator"):
                booking.add_kind(name_ko=f"종류 {n}", name_en=f"Kind {n}")
                booking.add_class(name_ko=f"군 {n}", name_en=f"Class {n}")
                booking.add_manual(equipment="CONFOCAL", title_en=f"Manual {n}", url=f"https://maker.example/{n}")
                booking.link(equipment="CONFOCAL", needs=("CHILLER", "CYTO-1", "CYTO-2")[n])

        one_more(0)
        once = asked()
        one_more(1)
        one_more(2)
        assert asked() == once

    def test_what_is_not_there(self, visit):
        assert visit("operator").get("/catalogue/kinds/nothing/").status_code == 404
        assert visit("operator").post("/catalogue/classes/nothing/", {"name_en": "x"}).status_code == 404


class TestManuals:
    def test_a_file_is_uploaded_opened_by_everyone_and_taken_off(self, visit):
        client = visit("operator", "en")
        asked = {"title_en": "Quick start", "file": upload("quick.pdf", PDF)}
        assert client.post("/catalogue/CONFOCAL/manuals", asked)["Location"] == f"{EDIT}#manual"
        for who in ("hana", "sora"):
            page = text_of(visit(who, "en").get("/book/CONFOCAL/"))
            address = re.search(r'<a href="(/files/[^"]+)">[^<]*<svg[^>]*>.*?</svg>\s*Quick start', page, re.DOTALL)
            assert address is not None
            assert b"".join(visit(who).get(address[1]).streaming_content) == PDF
        (remove,) = acts(text_of(client.get(EDIT)), "remove")
        assert visit("hana").post(remove).status_code == 403
        assert client.post(remove).status_code == 303
        assert "Quick start" not in text_of(visit("hana", "en").get("/book/CONFOCAL/"))
        assert client.post(remove).status_code == 404

    def test_a_web_address(self, visit):
        client = visit("operator", "en")
        asked = {"title_ko": "설명서", "url": "https://maker.example/manual"}
        assert client.post("/catalogue/CONFOCAL/manuals", asked).status_code == 303
        assert 'href="https://maker.example/manual"' in text_of(visit("sora").get("/book/CONFOCAL/"))

    @pytest.mark.parametrize(
        ("asked", "says"),
        [
            ({"title_en": "Both", "url": "https://a.example", "file": upload("a.pdf", PDF)}, "one of the two"),
            ({"title_en": "Neither"}, "one of the two"),
            ({"url": "https://a.example"}, "Give it a title"),
            ({"title_en": "Script", "url": "javascript:alert(1)"}, "manual_url"),
            ({"title_en": "Page", "file": upload("a.html", b"<script>")}, "core.file_kind"),
        ],
    )
    def test_refusals_open_the_form_and_keep_nothing(self, world: World, visit, asked, says):
        from squaremile.booking.models import Manual
        from squaremile.core.models import StoredFile

        page = text_of(visit("operator", "en").post("/catalogue/CONFOCAL/manuals", asked), 422)
        assert says in page
        assert page.index("<details open") < page.index("manual_title_ko")
        with world.as_("operator"):
            assert (Manual.objects.count(), StoredFile.objects.count()) == (0, 0)

    def test_a_refused_manual_leaves_no_file_behind(self, world: World, visit):
        from squaremile.core.models import StoredFile

        asked = {"title_en": "Lost", "file": upload("a.pdf", PDF)}
        assert visit("operator").post("/catalogue/NOTHING/manuals", asked).status_code == 404
        with world.as_("operator"):
            assert StoredFile.objects.count() == 0


class TestPhoto:
    def test_is_shown_changed_and_taken_off(self, visit):
        client = visit("operator", "en")
        assert client.post("/catalogue/CONFOCAL/photo", {"file": upload("me.png", PNG)}).status_code == 303
        assert '<img src="/files/' in text_of(visit("sora").get("/book/CONFOCAL/"))
        assert client.post("/catalogue/CONFOCAL/photo", {"without": "1"}).status_code == 303
        assert '<img src="/files/' not in text_of(visit("sora").get("/book/CONFOCAL/"))

    def test_only_pictures(self, world: World, visit):
        from squaremile.core.models import StoredFile

        page = text_of(visit("operator", "en").post("/catalogue/CONFOCAL/photo", {"file": upload("me.png", PDF)}), 422)
        assert "booking.photo_not_picture" in page
        assert visit("operator").post("/catalogue/CONFOCAL/photo", {}).status_code == 422
        assert visit("hana").post("/catalogue/CONFOCAL/photo", {"without": "1"}).status_code == 403
        with world.as_("operator"):
            assert StoredFile.objects.count() == 0


class TestLinks:
    def test_are_made_and_undone(self, world: World, visit):
        client = visit("operator", "en")
        assert client.post("/catalogue/CONFOCAL/links", {"needs": "CHILLER"}).status_code == 303
        (undo,) = acts(text_of(client.get(EDIT)), "unlink")
        assert undo == "/catalogue/CONFOCAL/links/CHILLER/unlink"
        assert visit("hana").post(undo).status_code == 403
        assert client.post(undo)["Location"] == f"{EDIT}#link"
        assert acts(text_of(client.get(EDIT)), "unlink") == []
        assert client.post(undo).status_code == 404

    def test_not_to_itself(self, visit):
        page = text_of(visit("operator", "en").post("/catalogue/CONFOCAL/links", {"needs": "CONFOCAL"}), 409)
        assert page.index('id="link"') < page.index("booking.link_to_itself")


class TestDescribingAFault:
    @pytest.fixture
    def fault(self, world: World) -> str:
        with world.as_("hana"):
            return booking.report_fault(equipment="CONFOCAL", severity="degraded", says="세포 B-12를 보다가 꺼짐").code

    def test_everyone_reads_it_and_still_not_the_report(self, visit, fault):
        client = visit("operator", "en")
        board = text_of(client.get("/book/CONFOCAL/"))
        (act,) = acts(board, "describe")
        asked = {"says_ko": "레이저 출력이 낮습니다.", "says_en": "Laser power is low.", "severity": "unusable",
                 "expected_back": "2027-03-03T09:00", "next": "/operations/"}
        assert client.post(act, asked)["Location"] == "/operations/"
        for language, says in (("ko", "레이저 출력이 낮습니다."), ("en", "Laser power is low.")):
            page = text_of(visit("sora", language).get("/book/CONFOCAL/"))
            assert says in page
            assert "B-12" not in page
            assert "/describe" not in page
        assert "2027-03-03T00:00" in text_of(visit("sora", "en").get("/book/CONFOCAL/"))

    def test_from_the_board_to_the_open_form_with_what_was_written(self, world: World, visit, fault):
        with world.as_("operator"):
            booking.describe_fault(fault=fault, says_en="Dim", severity="unusable")
        client = visit("operator", "en")
        link = re.search(r'href="([^"]+describe=[^"]+)"', text_of(client.get("/operations/")))
        assert link is not None
        page = text_of(client.get(link[1].replace("&amp;", "&").partition("#")[0]))
        assert '<details class="whole-line" open>' in page
        assert 'value="Dim"' in page
        assert 'name="next" value="/operations/"' in page

    def test_what_cannot_be_read_is_told_in_its_place(self, visit, fault):
        page = text_of(
            visit("operator", "en").post(
                f"/book/CONFOCAL/faults/{fault}/describe", {"severity": "unusable", "expected_back": "soon"}
            ), 422,
        )
        assert page.index('<details class="whole-line" open>') < page.index("Write the time as")

    def test_a_resolved_fault_and_wrong_people(self, world: World, visit, fault):
        asked = {"severity": "note", "says_en": "x"}
        act = f"/book/CONFOCAL/faults/{fault}/describe"
        assert visit("sora").post(act, asked).status_code == 403
        assert visit("operator").post("/book/CONFOCAL/faults/FT-0/describe", asked).status_code == 404
        with world.as_("operator"):
            booking.resolve_fault(fault=fault, resolution="교체")
        assert "booking.fault_resolved" in text_of(visit("operator").post(act, asked), 409)
