"""What `squaremile doctor` looks at, one function a matter. Each gives lines: ok, warn or fail, and the way out."""

import shutil
import smtplib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

import psycopg

from squaremile.cli import environment, preparing
from squaremile.config import database, env
from squaremile.kernel.words import Text

LEAST_VERSION, LEAST_FREE_GB, MOST_CLOCK_SECONDS = 15, 2, 5
OK, WARN, FAIL = "ok", "warn", "fail"


@dataclass(frozen=True, slots=True)
class Line:
    """One finding."""

    state: str
    says: Text
    remedy: Text | None = None


MIGRATE = Text(ko="squaremile migrate를 실행하십시오.", en="Run squaremile migrate.")
_ROLE = "SELECT rolcanlogin, rolsuper, rolbypassrls, rolcreaterole FROM pg_roles WHERE rolname = %s"
_UNSAFE = """
SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
  AND (NOT relrowsecurity OR NOT relforcerowsecurity) AND relname = ANY (%s) ORDER BY relname
"""
_OURS = ("core_%", "spaces_%", "metering_%", "booking_%", "network_%")


def settings(url: str) -> Iterator[Line]:
    if env.flag("DEBUG"):
        yield Line(WARN, Text(ko="DEBUG가 켜져 있습니다.", en="DEBUG is on."),
                   Text(ko="운영에서는 끄십시오.", en="Switch it off in production."))  # fmt: skip
    elif len(env.text("SECRET_KEY")) < 50:
        yield Line(FAIL, Text(ko="SECRET_KEY가 50자보다 짧습니다.", en="SECRET_KEY is shorter than 50 characters."))
    else:
        yield Line(OK, Text(ko="설정이 있습니다.", en="Settings are given."))
    if env.text("PUBLIC_URL").startswith("https") != env.flag("HTTPS"):
        yield Line(WARN, Text(ko="PUBLIC_URL과 HTTPS가 서로 맞지 않습니다.", en="PUBLIC_URL and HTTPS contradict each other."),
                   Text(ko="프록시가 HTTPS를 쓰면 HTTPS=true로 두십시오.", en="Behind an HTTPS proxy set HTTPS=true."))  # fmt: skip


def reachable(url: str) -> Iterator[Line]:
    with psycopg.connect(url) as db:
        major = db.info.server_version // 10000
        state = OK if major >= LEAST_VERSION else FAIL
        yield Line(state, Text(ko=f"PostgreSQL {major}에 닿습니다.", en=f"PostgreSQL {major} answers."),
                   None if state == OK else Text(ko=f"{LEAST_VERSION} 이상이 필요합니다.", en=f"{LEAST_VERSION} or later is needed."))  # fmt: skip


def extensions(url: str) -> Iterator[Line]:
    with psycopg.connect(url) as db:
        there = {name for (name,) in db.execute("SELECT extname FROM pg_extension")}
    missing = [name for name in database.EXTENSIONS if name not in there]
    if missing:
        yield Line(
            FAIL,
            Text(ko=f"확장이 없습니다: {', '.join(missing)}", en=f"Missing extensions: {', '.join(missing)}"),
            MIGRATE,
        )
    else:
        yield Line(OK, Text(ko="확장이 모두 있습니다.", en="All extensions are there."))


def roles(url: str) -> Iterator[Line]:
    """Four roles; only the one that dumps may bypass row security, and none is a superuser."""
    with psycopg.connect(url) as db:
        for name in database.ROLES:
            row = db.execute(_ROLE, [name]).fetchone()
            if row is None:
                yield Line(FAIL, Text(ko=f"역할 {name}이(가) 없습니다.", en=f"The role {name} is missing."), MIGRATE)
                continue
            login, superuser, bypass, creates = row
            wrong = superuser or creates or not login or (bypass and name != "sm_backup")
            if wrong:
                yield Line(FAIL, Text(ko=f"{name}의 속성이 잘못되었습니다.", en=f"{name} has attributes it must not have."),
                           Text(ko=f"ALTER ROLE {name} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE",
                                en=f"ALTER ROLE {name} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE"))  # fmt: skip
            elif name == "sm_backup" and not bypass:
                yield Line(WARN, Text(ko="sm_backup이 행 보안을 지나칠 수 없습니다.", en="sm_backup cannot bypass row security."),
                           Text(ko="ALTER ROLE sm_backup BYPASSRLS", en="ALTER ROLE sm_backup BYPASSRLS"))  # fmt: skip
            else:
                yield Line(OK, Text(ko=f"역할 {name}", en=f"Role {name}"))


def serving(url: str) -> Iterator[Line]:
    """The server's own way in: as sm_app, which owns nothing and bypasses nothing."""
    served = env.text("DATABASE_APP_URL") or database.as_role(url, "sm_app", environment.secret())
    try:
        with psycopg.connect(served) as db:
            row = db.execute(
                "SELECT CURRENT_USER, rolbypassrls OR rolsuper, (SELECT count(*) FROM pg_class WHERE relowner = r.oid)"
                " FROM pg_roles r WHERE rolname = CURRENT_USER"
            ).fetchone()
    except psycopg.OperationalError as error:
        yield Line(
            FAIL,
            Text(ko=f"서버 역할로 들어갈 수 없습니다: {error}", en=f"The serving role cannot enter: {error}"),
            MIGRATE,
        )
        return
    user, bypass, owned = row or ("?", True, 1)
    if user != "sm_app" or bypass or owned:
        yield Line(FAIL, Text(ko=f"서버가 {user}(으)로 들어가며 권한이 너무 많습니다.", en=f"The server enters as {user}, with too many rights."),
                   Text(ko="DATABASE_APP_URL을 sm_app의 주소로 바꾸십시오.", en="Point DATABASE_APP_URL at sm_app."))  # fmt: skip
    else:
        yield Line(OK, Text(ko="서버는 sm_app으로 들어갑니다.", en="The server enters as sm_app."))


def schema(url: str) -> Iterator[Line]:
    if pending := preparing.pending(url):
        yield Line(
            FAIL,
            Text(ko=f"적용하지 않은 마이그레이션 {len(pending)}개", en=f"{len(pending)} migrations are not applied"),
            MIGRATE,
        )
    else:
        yield Line(OK, Text(ko="마이그레이션이 모두 적용되었습니다.", en="All migrations are applied."))
    with psycopg.connect(url) as db:
        ours = [
            t for (t,) in db.execute("SELECT tablename FROM pg_tables WHERE tablename LIKE ANY (%s)", [list(_OURS)])
        ]
        bare = [name for (name,) in db.execute(_UNSAFE, [ours])]
    if bare or not ours:
        yield Line(
            FAIL,
            Text(
                ko=f"행 보안이 없는 표: {', '.join(bare) or '-'}",
                en=f"Tables without row security: {', '.join(bare) or '-'}",
            ),
            MIGRATE,
        )
    else:
        yield Line(
            OK,
            Text(
                ko=f"표 {len(ours)}개 모두에 행 보안이 걸려 있습니다.",
                en=f"Row security is on for all {len(ours)} tables.",
            ),
        )


def bundle(url: str) -> Iterator[Line]:
    built = preparing.PACKAGE / "web" / "static" / "squaremile" / "squaremile.css"
    if built.exists():
        yield Line(OK, Text(ko="화면 파일이 빌드되어 있습니다.", en="The pages' files are built."))
    else:
        yield Line(FAIL, Text(ko="화면 파일이 없습니다.", en="The pages' files are missing."),
                   Text(ko="make setup을 실행하십시오.", en="Run make setup."))  # fmt: skip


def translations(url: str) -> Iterator[Line]:
    sources = list(env.LOCALE.glob("*/LC_MESSAGES/*.po"))
    stale = [
        s
        for s in sources
        if not s.with_suffix(".mo").exists() or s.with_suffix(".mo").stat().st_mtime < s.stat().st_mtime
    ]
    if stale:
        yield Line(WARN, Text(ko="번역이 컴파일되지 않았습니다.", en="The translations are not compiled."),
                   Text(ko="squaremile messages", en="squaremile messages"))  # fmt: skip
    else:
        yield Line(OK, Text(ko="번역이 준비되어 있습니다.", en="The translations are compiled."))


def mail(url: str) -> Iterator[Line]:
    server = urlsplit(env.text("EMAIL_URL"))
    if not server.scheme:
        yield Line(WARN, Text(ko="메일은 var/mail에 파일로 남습니다.", en="Mail is kept as files in var/mail."),
                   Text(ko="EMAIL_URL을 정하십시오.", en="Give EMAIL_URL."))  # fmt: skip
        return
    try:
        kind = smtplib.SMTP_SSL if server.scheme == "smtps" else smtplib.SMTP
        with kind(server.hostname or "", server.port or (465 if server.scheme == "smtps" else 587), timeout=5) as smtp:
            smtp.noop()
        yield Line(OK, Text(ko="메일 서버가 답합니다.", en="The mail server answers."))
    except (TimeoutError, OSError, smtplib.SMTPException) as error:
        yield Line(
            FAIL, Text(ko=f"메일 서버가 답하지 않습니다: {error}", en=f"The mail server does not answer: {error}")
        )


def letters(url: str) -> Iterator[Line]:
    """Messages that were given up, and facts that no handler could take in: nobody else counts them."""
    if preparing.pending(url):
        return
    with psycopg.connect(url) as db:
        db.execute("SELECT set_config('sm.system', 'worker', true)")
        row = db.execute(
            "SELECT (SELECT count(*) FROM core_mail WHERE given_up_at > now() - interval '30 days'),"
            " (SELECT count(*) FROM core_outbox_fact WHERE delivered_at IS NULL AND error <> '')"
        ).fetchone()
    lost, stuck = row or (0, 0)
    if lost:
        yield Line(WARN, Text(ko=f"지난 30일 동안 보내지 못한 메일 {lost}통", en=f"{lost} messages were given up in the last 30 days"),
                   Text(ko="랩 운영의 알림에서 주소와 이유를 보십시오.", en="Lab operations' notices name the addresses and reasons."))  # fmt: skip
    if stuck:
        yield Line(WARN, Text(ko=f"처리하지 못해 다시 시도 중인 사실 {stuck}건", en=f"{stuck} facts failed and are being tried again"),
                   Text(ko="core_outbox_fact의 error 칸을 보십시오.", en="See the column error of core_outbox_fact."))  # fmt: skip
    if not lost and not stuck:
        yield Line(OK, Text(ko="밀린 메일과 사실이 없습니다.", en="No message was given up and no fact is stuck."))


def seal(url: str) -> Iterator[Line]:
    """The certificate that seals signed documents: there, readable, and not about to run out."""
    environment.enter()
    from squaremile.core.seals import certificate

    make = Text(ko="squaremile seal make를 실행하거나 SEAL_FILE을 정하십시오.", en="Run squaremile seal make, or give SEAL_FILE.")
    try:
        found = certificate.present()
    except certificate.Unusable as wrong:
        yield Line(FAIL, Text(ko=f"봉인 인증서를 열 수 없습니다: {wrong}", en=f"The seal's certificate cannot be opened: {wrong}"),
                   Text(ko="SEAL_FILE과 SEAL_PASSPHRASE를 확인하십시오.", en="Check SEAL_FILE and SEAL_PASSPHRASE."))  # fmt: skip
        return
    now = datetime.now(UTC)
    if found is None:
        yield Line(WARN, Text(ko="봉인 인증서가 없어 문서를 봉인하지 않습니다.", en="No certificate: signed documents are not sealed."), make)
    elif not found.holds(now + timedelta(days=60)):
        state = WARN if found.holds(now) else FAIL
        yield Line(state, Text(ko=f"봉인 인증서의 기한: {found.until:%Y-%m-%d}", en=f"The seal's certificate ends: {found.until:%Y-%m-%d}"), make)
    else:
        yield Line(OK, Text(ko=f"봉인 인증서 ({found.subject})", en=f"The seal's certificate ({found.subject})"))


def clock(url: str) -> Iterator[Line]:
    with psycopg.connect(url) as db:
        row = db.execute("SELECT clock_timestamp()").fetchone()
    apart = abs((datetime.now(UTC) - row[0]).total_seconds()) if row else 0
    state = OK if apart <= MOST_CLOCK_SECONDS else FAIL
    yield Line(state, Text(ko=f"데이터베이스와 시계 차이 {apart:.1f}초", en=f"Clocks of server and database differ by {apart:.1f} s"),
               None if state == OK else Text(ko="두 서버의 시각을 맞추십시오 (NTP).", en="Set both by NTP."))  # fmt: skip


def disk(url: str) -> Iterator[Line]:
    free = shutil.disk_usage(env.ROOT).free / 2**30
    state = OK if free >= LEAST_FREE_GB else WARN
    yield Line(state, Text(ko=f"디스크 여유 {free:.1f} GB", en=f"{free:.1f} GB of disk are free"))


CHECKS: tuple[Callable[[str], Iterator[Line]], ...] = (
    settings, reachable, extensions, roles, serving, schema, bundle, translations, mail, letters, seal, clock, disk,
)  # fmt: skip
