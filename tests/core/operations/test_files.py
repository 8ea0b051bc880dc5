"""Files: known by their content, kept whole, for whom they were put in."""

import pytest

from squaremile.core import operations as core
from squaremile.core import shelf as shelves
from squaremile.core.models import StoredFile
from squaremile.core.policies.files import MOST_BYTES, sniff, tidy_name
from tests.core.operations.asking import refused
from tests.world import World

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 20


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"%PDF-1.7\n", "application/pdf"), (PNG, "image/png"), (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "image/webp"), (b"RIFF\x00\x00\x00\x00WAVE", None), (b"<svg>", None),
        (b"<!doctype html>", None), (b"MZ", None), (b"", None),
    ],
)
def test_what_a_file_is(head, kind):
    assert sniff(head) == kind


@pytest.mark.parametrize(
    ("name", "tidy"),
    [
        ("설명서.pdf", "설명서.pdf"), ("../../etc/passwd", "passwd.pdf"), ("C:\\a\\b.PDF", "b.PDF"),
        ("evil.html", "evil.html.pdf"), ('a"\r\nSet-Cookie: x.pdf', "aSet-Cookie x.pdf"), ("", "file.pdf"),
        ("x" * 200 + ".pdf", "x" * 116 + ".pdf"),
    ],
)
def test_a_name_is_only_a_name(name, tidy):
    assert tidy_name(name, "application/pdf") == tidy


def test_a_companys_file_is_its_own(world: World, shelf):
    with world.as_("hana"):
        kept = core.store_file(name="사진.png", content=PNG, organisation=world.organisations["HANBIT"])
        assert (kept.media_type, kept.size, kept.uploaded_by) == ("image/png", len(PNG), world.people["hana"])
    assert shelves.place(kept.sha256).read_bytes() == PNG
    for who, seen in (("hajin", True), ("operator", True), ("sora", False)):
        with world.as_(who):
            assert StoredFile.objects.filter(id=kept.id).exists() is seen


def test_rivals_with_the_same_file_learn_nothing_from_it(world: World, shelf):
    rows = []
    for who, company in (("hana", "HANBIT"), ("sora", "SAEBOM")):
        with world.as_(who):
            rows.append(core.store_file(name="a.png", content=PNG, organisation=world.organisations[company]))
    assert rows[0].id != rows[1].id
    assert len([p for p in shelf.rglob("*") if p.is_file()]) == 1


def test_staff_keep_files_for_everyone(world: World):
    with world.as_("operator"):
        kept = core.store_file(name="a.pdf", content=b"%PDF-1.7")
    with world.as_("sora"):
        assert StoredFile.objects.filter(id=kept.id).exists()


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "core.file_empty"), (b"<script>", "core.file_kind"), (PNG + bytes(MOST_BYTES), "core.file_too_large")],
)
def test_a_file_is_refused(world: World, shelf, content, code):
    with world.as_("hana"):
        assert refused(
            core.store_file, name="a.png", content=content, organisation=world.organisations["HANBIT"]) == code
    assert list(shelf.iterdir()) == []


def test_nobody_puts_a_file_with_a_rival_or_with_everyone(world: World):
    with world.as_("hana"):
        for place in (world.organisations["SAEBOM"], None):
            assert refused(core.store_file, name="a.png", content=PNG, organisation=place) == "access.not_allowed"
