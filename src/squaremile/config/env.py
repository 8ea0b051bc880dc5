"""Every setting that an operator may give, in one table. Generates docs/reference/settings.md and .env.example."""

import os
from dataclasses import dataclass
from pathlib import Path

from squaremile.kernel.words import Text

ROOT = Path(os.environ.get("SQUAREMILE_HOME", Path.cwd()))
LOCALE = Path(__file__).resolve().parents[3] / "locale"
"""Translations lie beside the source, wherever the data are."""


class MissingSettings(RuntimeError):
    """Names every missing setting at once."""


@dataclass(frozen=True, slots=True)
class Setting:
    """`default` None means: must be given in production."""

    name: str
    kind: type
    default: str | None
    says: Text


SETTINGS = (
    Setting(
        "DATABASE_URL",
        str,
        "",
        Text(
            ko="PostgreSQL 15 이상의 주소(소유자 권한). 비우면 내장 PostgreSQL을 씁니다.",
            en="Address of PostgreSQL 15 or later, with an owner's rights. Empty: the embedded PostgreSQL.",
        ),
    ),
    Setting(
        "DATABASE_APP_URL",
        str,
        "",
        Text(
            ko="서버가 쓸 sm_app 역할의 주소. 비우면 DATABASE_URL에서 만듭니다.",
            en="Address for the sm_app role that serves. Empty: made from DATABASE_URL.",
        ),
    ),
    Setting(
        "SECRET_KEY",
        str,
        None,
        Text(
            ko="서명에 쓰는 비밀 문자열(50자 이상). 데모와 개발에서는 var/secret_key에 만들어 둡니다.",
            en="Secret for signing, 50 characters or more. Demo and development keep one in var/secret_key.",
        ),
    ),
    Setting("DEBUG", bool, "false", Text(ko="개발용 자세한 오류 화면.", en="Detailed error pages for development.")),
    Setting(
        "SQUAREMILE_DEMO",
        bool,
        "false",
        Text(
            ko="데모 방식: 페르소나로 바로 들어가기를 보여 줍니다. DEBUG가 켜져 있어야 합니다.",
            en="Demo mode: offers one-click entry as a persona. Needs DEBUG on.",
        ),
    ),
    Setting(
        "ALLOWED_HOSTS",
        str,
        "localhost,127.0.0.1,[::1]",
        Text(ko="이 서버가 답할 호스트 이름(쉼표로 구분).", en="Host names this server answers to, comma-separated."),
    ),
    Setting(
        "PUBLIC_URL",
        str,
        "http://localhost:8000",
        Text(
            ko="전자우편, QR, 캘린더에 적을 이 서버의 주소.",
            en="This server's address in e-mail, QR codes and calendars.",
        ),
    ),
    Setting(
        "CLUSTER_NAME_KO", str, "전북 바이오 클러스터", Text(ko="클러스터 이름(한국어).", en="Cluster's name, Korean.")
    ),
    Setting(
        "CLUSTER_NAME_EN", str, "Jeonbuk Bio Cluster", Text(ko="클러스터 이름(영어).", en="Cluster's name, English.")
    ),
    Setting(
        "EMBED_ANCESTORS",
        str,
        "self",
        Text(
            ko="공유한 도표를 틀(iframe)에 담을 수 있는 사이트(쉼표로 구분, 예: https://city.example)."
            " self는 이 서버만, none은 아무도, *는 모두입니다.",
            en="Sites that may frame a shared chart, comma-separated, such as https://city.example. self: this server alone,"
            " none: nobody, *: all.",
        ),
    ),
    Setting("TIME_ZONE", str, "Asia/Seoul", Text(ko="기본 시간대.", en="Default time zone.")),
    Setting(
        "EMAIL_URL",
        str,
        "",
        Text(
            ko="메일 서버 주소(smtp://사용자:암호@호스트:포트). 비우면 var/mail에 파일로 둡니다.",
            en="Mail server (smtp://user:password@host:port). Empty: messages are kept as files in var/mail.",
        ),
    ),
    Setting(
        "EMAIL_PLAIN",
        bool,
        "false",
        Text(
            ko="메일 서버와 암호화 없이 이야기하도록 허락합니다. 같은 기계의 메일 서버에만 쓰십시오.",
            en="Allows speaking with the mail server unencrypted. Only for a mail server on the same machine.",
        ),
    ),
    Setting("EMAIL_FROM", str, "squaremile@localhost", Text(ko="보내는 사람 주소.", en="Sender's address.")),
    Setting(
        "OIDC_PROVIDERS",
        str,
        "",
        Text(
            ko="OpenID Connect 제공자 설정 JSON 파일의 경로.",
            en="Path of a JSON file that lists OpenID Connect providers.",
        ),
    ),
    Setting(
        "HTTPS",
        bool,
        "false",
        Text(ko="HTTPS 뒤에서 운영하면 켭니다: 보안 쿠키와 HSTS.", en="On behind HTTPS: secure cookies and HSTS."),
    ),
    Setting(
        "TRUSTED_PROXIES",
        int,
        "0",
        Text(
            ko="이 서버 앞에서 X-Forwarded-For를 적는 역방향 프록시의 수. 로그인 시도를 접속 주소별로 셀 때 씁니다. 0이면 그 머리글을 믿지 않습니다.",
            en="How many reverse proxies before this server write X-Forwarded-For. Sign-in attempts are counted by"
            " client address; with 0 the header is not believed.",
        ),
    ),
    Setting(
        "ACTING_MINUTES",
        int,
        "60",
        Text(
            ko="다른 사람을 대신하기 시작한 뒤 저절로 끝날 때까지의 분.",
            en="Minutes after which acting for another person ends by itself.",
        ),
    ),
    Setting(
        "FOLLOW_UP_WEEKS",
        str,
        "2,6,12",
        Text(
            ko="회의와 방문 뒤 몇 주에 확인 약속을 만들지(쉼표로 구분).",
            en="After how many weeks of a meeting or visit follow-ups are due, comma-separated.",
        ),
    ),
    Setting(
        "PROMISE_ESCALATE_DAYS",
        int,
        "7",
        Text(
            ko="약속이 며칠 늦으면 담당 책임자에게도 알릴지.",
            en="Days after which a late promise is told to the director too.",
        ),
    ),
    Setting(
        "RENEWAL_DAYS",
        str,
        "180,90,30",
        Text(
            ko="회원 자격이 끝나기 며칠 전에 알릴지(쉼표로 구분).",
            en="Days before a membership's end at which it is reminded of, comma-separated.",
        ),
    ),
    Setting(
        "INCENTIVE_PERCENT",
        int,
        "10",
        Text(
            ko="한 해 회비 가운데 연구자 적립 기금으로 떼는 비율(%).",
            en="Percentage of a year's dues that goes into the pool for researchers.",
        ),
    ),
    Setting(
        "NEED_ANSWER_DAYS",
        int,
        "5",
        Text(
            ko="새 수요에 연계 담당이 답해야 하는 날 수.",
            en="Days within which liaison staff answer a new need.",
        ),
    ),
    Setting(
        "SOFT_CHECK_DAYS",
        int,
        "5",
        Text(
            ko="후보의 의향을 물은 뒤 답을 기다리는 날 수.",
            en="Days that a candidate has to answer a soft check.",
        ),
    ),
    Setting(
        "NETWORK_INDEX_DIR", str, "var/network-index", Text(ko="찾기 색인을 두는 곳.", en="Where the search index is kept.")
    ),
    Setting(
        "TECHNOLOGY_STALE_DAYS",
        int,
        "365",
        Text(
            ko="기술 소개를 마지막으로 확인한 뒤 오래되었다고 알릴 때까지의 날수. 0이면 알리지 않습니다.",
            en="Days after which a technology that nobody confirmed is said to be old; 0 for never.",
        ),
    ),
    Setting(
        "SEAL_FILE",
        str,
        "var/seal.p12",
        Text(
            ko="서명이 끝난 PDF를 봉인하는 열쇠와 인증서(PKCS#12). squaremile seal make로 만들거나, 인증기관이 발급한 파일의 경로를 적습니다."
            " 없으면 봉인하지 않고, 화면에 그렇게 적습니다.",
            en="Key and certificate (PKCS#12) that seal signed PDFs: made by squaremile seal make, or the path of one that an"
            " authority issued. Without it nothing is sealed, and the pages say so.",
        ),
    ),
    Setting(
        "SEAL_PASSPHRASE",
        str,
        "",
        Text(
            ko="그 파일의 암호. 비우면 SECRET_KEY에서 만든 암호를 씁니다.",
            en="That file's passphrase. Empty: one made from SECRET_KEY.",
        ),
    ),
    Setting(
        "SEAL_TSA",
        str,
        "",
        Text(
            ko="봉인에 시각을 찍어 주는 기관(RFC 3161)의 주소. 비우면 바깥에 묻지 않습니다.",
            en="Address of an authority (RFC 3161) that stamps seals with the time. Empty: nobody outside is asked.",
        ),
    ),
    Setting(
        "DISPUTE_DAYS",
        int,
        "14",
        Text(
            ko="보관소에서 가져간 물품의 요금에 며칠 동안 이의를 제기할 수 있는지.",
            en="Days within which a charge for something taken from the stores may be disputed.",
        ),
    ),
    Setting(
        "EMERGENCY_NUMBER",
        str,
        "119",
        Text(ko="문 표지와 소방대 자료에 적는 비상 신고 번호.",
             en="Number to call in an emergency, as door signs and the fire-service sheet say it."),
    ),
    Setting(
        "SAFETY_PHONE",
        str,
        "",
        Text(ko="밤에도 받는 안전관리자 전화. 문 표지와 소방대 자료에 적습니다.",
             en="The safety officer's telephone, answered at night as well; on door signs and the fire-service sheet."),
    ),
    Setting(
        "EMERGENCY_DIR",
        str,
        "",
        Text(
            ko="비상 현황의 사본(HTML과 PDF)을 밤마다 쓰는 폴더. 이 서버 없이도 열리는 곳을 정하십시오."
            " 비우면 쓰지 않고, 안전 화면이 그것을 알립니다.",
            en="Folder into which a copy of the emergency view (HTML and PDFs) is written every night: choose one that"
            " opens without this server. Empty: none is written, and Safety home says so.",
        ),
    ),
    Setting("EMERGENCY_COPIES", int, "14", Text(ko="비상용 사본을 몇 개까지 남겨 두는지.", en="How many copies for emergencies are kept.")),
    Setting(
        "ETAX_PROVIDER",
        str,
        "",
        Text(
            ko="전자세금계산서를 보내는 사업자. sandbox는 시연용으로 아무것도 보내지 않습니다. 비우면 홈택스에 직접 올리고 승인번호를 적습니다.",
            en="Who sends Korean electronic tax invoices. sandbox sends nothing and is for demonstrations. Empty: they are entered"
            " at Hometax by hand, and their approval numbers here.",
        ),
    ),
    Setting(
        "PAYMENT_PROVIDER",
        str,
        "",
        Text(
            ko="온라인 결제 서비스. sandbox는 시연용으로 돈이 오가지 않습니다. 비우면 계좌 입금만 받습니다.",
            en="Who takes online payments. sandbox moves no money and is for demonstrations. Empty: people pay by bank alone.",
        ),
    ),
    Setting(
        "PAYMENT_SECRET",
        str,
        "",
        Text(
            ko="결제 서비스가 알림에 서명하는 비밀 문자열. sandbox에서는 비워도 됩니다.",
            en="What the provider signs its events with. May be empty for the sandbox.",
        ),
    ),
    Setting("MEDIA_DIR", str, "var/files", Text(ko="올린 파일을 두는 곳.", en="Where uploaded files are kept.")),
)
_BY_NAME = {s.name: s for s in SETTINGS}
_TRUE = {"1", "true", "yes", "on"}


def text(name: str) -> str:
    """The value given, or the default. Empty when a required one is missing: see `missing()`."""
    return os.environ.get(name, _BY_NAME[name].default or "")


def flag(name: str) -> bool:
    return text(name).strip().lower() in _TRUE


def number(name: str) -> int:
    """A whole number, not below zero."""
    given = text(name).strip()
    if not given.isdecimal():
        raise MissingSettings(f"{name} is a whole number, not {given!r}")
    return int(given)


def missing() -> list[str]:
    return [s.name for s in SETTINGS if s.default is None and not os.environ.get(s.name)]


def var(*parts: str) -> Path:
    """A place for what the machine writes."""
    return ROOT.joinpath("var", *parts)


def secret_key(*, development: bool) -> str:
    """The given key; in development, one made once and kept in var/secret_key."""
    if given := text("SECRET_KEY"):
        return given
    if not development:
        raise MissingSettings("Set these before starting: " + ", ".join(missing()))
    kept = var("secret_key")
    if not kept.exists():
        import secrets

        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.touch(mode=0o600)
        kept.write_text(secrets.token_urlsafe(50))
    return kept.read_text().strip()
