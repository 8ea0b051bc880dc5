"""The cluster's seal: what both signed is sealed, any reader of PDFs can tell, and a byte that changed shows."""

import asyncio
import hashlib
import io
import stat
import threading
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

import psycopg
import pytest
from asn1crypto import keys, tsp
from asn1crypto import x509 as asn1_x509
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, pkcs12
from django.conf import settings as configured
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.db.utils import DatabaseError
from django.test import Client

from squaremile.core import outbox, shelf
from squaremile.core.seals import certificate
from squaremile.core.seals.apart import apart
from squaremile.core.seals.judging import judge
from squaremile.core.seals.sealing import seal
from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden
from squaremile.kernel.scope import scope, system
from squaremile.residency import operations as residency
from squaremile.residency.models import LicenceDocument, LicenceSeal
from squaremile.residency.reads.licence_file import document, licence_file
from squaremile.residency.reads.seals import seal_of
from tests.pages.people import browser
from tests.residency.operations.test_licences import hanbit, offered, prices, signed  # noqa: F401
from tests.world import MONDAY

pytestmark = pytest.mark.django_db
REFUSED = r"permission denied|must be superuser"


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """One certificate for the module: making a key takes half a second."""
    path, usual = tmp_path_factory.mktemp("seal") / "seal.p12", configured.SEAL_FILE
    configured.SEAL_FILE = path
    certificate.make("시험 클러스터", MONDAY - timedelta(days=365))
    configured.SEAL_FILE = usual
    return path


@pytest.fixture(autouse=True)
def none_yet(settings, tmp_path):
    settings.SEAL_FILE = tmp_path / "none.p12"


@pytest.fixture
def ours(settings, made):
    settings.SEAL_FILE = made
    return certificate.present()


@pytest.fixture
def owners_view(admin_url, worker_database):
    def look(statement):
        with psycopg.connect(urlsplit(admin_url)._replace(path=f"/{worker_database}").geturl()) as db:
            return db.execute(statement).fetchone()[0]
    return look


def sealed(world, code):
    with scope(system("worker")):
        assert residency.seal_documents() == 1
    with world.as_("auditor"):
        return document(code, 1)[1]


def asked(**more):
    return Client().post("/public/verify/", more).content.decode()


def put_in(content):
    return asked(file=SimpleUploadedFile("licence.pdf", content, content_type="application/pdf"))


def test_with_the_second_signature_the_pdf_is_sealed_and_any_reader_can_tell(world, offered, ours):  # noqa: F811
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko_certvalidator import ValidationContext

    signed(world, offered)
    with scope(system("worker")):
        outbox.deliver()
        assert residency.seal_documents() == 0
    with world.as_("hajin"):
        name, content = document(offered, 1)
        plain = document(offered, 1, unsealed=True)[1]
        kept = LicenceSeal.objects.get()
        paper = licence_file(offered).papers[0]
    assert name == f"{offered}-1-sealed.pdf" and content.startswith(plain)
    assert hashlib.sha256(content).hexdigest() == kept.sha256 != hashlib.sha256(plain).hexdigest()
    assert (paper.seal.whole, paper.seal.certificate, paper.hands[-1].digest) == (True, ours.fingerprint, kept.after)
    found = PdfFileReader(io.BytesIO(content)).embedded_signatures[0]
    trusted = ValidationContext(trust_roots=[found.signer_cert], allow_fetching=False)
    said = apart(lambda: validate_pdf_signature(found, trusted))
    assert said.bottom_line and found.sig_object["/SubFilter"] == "/ETSI.CAdES.detached"
    for words in ("최하진", "오세훈규", kept.after):
        assert words in found.sig_object["/Reason"]


def test_a_changed_byte_a_longer_file_and_a_stranger_are_told_apart(world, offered, ours, settings, tmp_path):  # noqa: F811
    signed(world, offered)
    content = sealed(world, offered)
    with scope(system("worker")):
        assert seal_of(content).ours and judge(content).intact
        start = content.index(b"/ByteRange")
        for place in (200, len(content) // 3, start + 14, len(content) - 12):
            wrong = bytearray(content)
            wrong[place] ^= 1
            said = judge(bytes(wrong))
            assert said is None or not said.intact, place
        assert not judge(content + b"% more").intact and not judge(content[:-2]).intact
        settings.SEAL_FILE = tmp_path / "other.p12"
        certificate.make("시험 클러스터", MONDAY)
        theirs = seal_of(seal(document(offered, 1, unsealed=True)[1], reason="", at=MONDAY).content)
        assert (theirs.intact, theirs.ours, theirs.by.subject) == (True, False, "시험 클러스터")


def test_whatever_is_put_in_is_judged_and_never_fails(ours):
    for content in (b"", b"%PDF-1.7", b"/ByteRange [0 1 2 3]", b"/ByteRange [0 9 99999999 9]<", b"/ByteRange [0 20 24 0]<zz>"):
        found = judge(content)
        assert found is None or (found.intact, found.by) == (False, None)


def test_anybody_learns_whether_the_seal_is_intact_and_whose_it_is(world, offered, ours):  # noqa: F811
    signed(world, offered)
    content = sealed(world, offered)
    with scope(system("worker")):
        plain = document(offered, 1, unsealed=True)[1]
    digest = hashlib.sha256(content).hexdigest()
    for shown in (put_in(content), asked(digest=digest), Client().get(f"/public/verify/{digest}/").content.decode()):
        for words in ("봉인이 온전하며 이 클러스터의 것입니다", "시험 클러스터", ours.fingerprint, offered):
            assert words in shown
        for secret in ("최하진", "HANBIT", "한빛"):
            assert secret not in shown
    wrong = bytearray(content)
    wrong[300] ^= 1
    assert "봉인이 깨졌습니다" in put_in(bytes(wrong))
    assert "봉인 없이 서명된 원본입니다" in put_in(plain)
    path = shelf.place(digest)
    try:
        path.write_bytes(bytes(wrong))
        assert "봉인이 깨졌습니다" in asked(digest=digest)
        assert "보관된 봉인 파일이 처음과 다릅니다" in browser(world, "programme", "ko").get(f"/residency/licences/{offered}/").content.decode()
    finally:
        path.write_bytes(content)


def test_without_a_certificate_nothing_is_sealed_and_the_pages_say_so(world, offered, settings, made):  # noqa: F811
    signed(world, offered)
    with scope(system("worker")):
        assert residency.seal_documents() == 0
    page, staff, admin = f"/residency/licences/{offered}/", browser(world, "programme", "ko"), browser(world, "hajin", "ko")
    assert "이 PDF는 봉인되지 않았습니다" in staff.get(page).content.decode()
    assert "squaremile seal make" not in admin.get(page).content.decode()
    got = admin.get(f"{page}documents/1/")
    assert "sealed" not in got["Content-Disposition"] and "이 PDF는 봉인되지 않았습니다" in put_in(got.content)
    settings.SEAL_FILE = made
    content = sealed(world, offered)
    got = admin.get(f"{page}documents/1/")
    assert (got.content, f"{offered}-1-sealed.pdf" in got["Content-Disposition"]) == (content, True)
    assert not judge(admin.get(f"{page}documents/1/?signed=1").content)
    assert "시험 클러스터" in staff.get(page).content.decode()


def test_a_certificate_out_of_its_time_or_a_wrong_passphrase_seals_nothing(world, offered, settings, made):  # noqa: F811
    signed(world, offered)
    settings.SEAL_FILE, settings.SEAL_PASSPHRASE = made, "wrong"
    with scope(system("worker")):
        assert residency.seal_documents() == 0
        settings.SEAL_PASSPHRASE = ""
        with clock.as_of(MONDAY + timedelta(days=20 * 365)):
            assert residency.seal_documents() == 0


@pytest.fixture
def clockwork(made):
    """An authority for time on this machine: its address, and how often it was asked."""
    from pyhanko.sign.timestamps import DummyTimeStamper

    key, found, _ = pkcs12.load_key_and_certificates(made.read_bytes(), certificate.passphrase())
    stamper = DummyTimeStamper(
        asn1_x509.Certificate.load(found.public_bytes(Encoding.DER)),
        keys.PrivateKeyInfo.load(key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())), fixed_dt=MONDAY,
    )
    asked_of = []

    class Answers(BaseHTTPRequestHandler):
        def do_POST(self):
            asked_of.append(1)
            body = tsp.TimeStampReq.load(self.rfile.read(int(self.headers["Content-Length"])))
            said = asyncio.run(stamper.async_request_tsa_response(body)).dump()
            self.send_response(200)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.end_headers()
            self.wfile.write(said)

        def log_message(self, *words):
            """Silent."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/", asked_of
        server.shutdown()


def test_an_authority_for_time_is_asked_only_where_one_is_named(world, offered, ours, settings, clockwork):  # noqa: F811
    address, asked_of = clockwork
    signed(world, offered)
    with scope(system("worker")):
        plain = document(offered, 1)[1]
    assert (seal(plain, reason="", at=MONDAY).stamped, asked_of) == (False, [])
    settings.SEAL_TSA = address
    content = sealed(world, offered)
    assert asked_of and judge(content).intact
    with world.as_("auditor"):
        assert LicenceSeal.objects.get().stamped
    settings.SEAL_TSA = "http://127.0.0.1:1/"
    with pytest.raises(OSError):
        seal(plain, reason="", at=MONDAY)


def test_only_the_worker_seals_and_a_seal_stays(world, offered, ours):  # noqa: F811
    with world.as_("programme"):
        with pytest.raises(Forbidden):
            residency.seal_documents()
        row = {"sha256": "0" * 64, "after": "", "certificate": "0" * 64, "subject": "x", "stamped": False, "sealed_at": MONDAY}
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            LicenceSeal.objects.create(document=LicenceDocument.objects.get(), **row)
    with scope(system("worker")), pytest.raises(DatabaseError, match="not signed by both"), transaction.atomic():
        LicenceSeal.objects.create(document=LicenceDocument.objects.get(), **row)
    signed(world, offered)
    sealed(world, offered)
    with world.as_("sujin"):
        assert LicenceSeal.objects.count() == 0
    with scope(system("worker")), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        LicenceSeal.objects.update(sha256="1" * 64)


def test_the_key_is_a_file_of_the_server_and_no_scope_reads_it_by_sql(ours, made, owners_view):
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    assert b"PRIVATE KEY" not in made.read_bytes()
    with pytest.raises(FileExistsError):
        certificate.make("다시", MONDAY)
    for statement in (f"SELECT pg_read_binary_file('{made}')", f"SELECT lo_import('{made}')", f"COPY core_mail FROM '{made}'"):
        for purpose in ("worker", "setup", "import", "public"):
            with scope(system(purpose)), pytest.raises(DatabaseError, match=REFUSED), transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(statement)
    assert owners_view("SELECT count(*) FROM information_schema.columns WHERE column_name ~ 'private_key|pkcs|passphrase'") == 0
