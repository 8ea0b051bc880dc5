"""Whom one may enter the demonstration as: one click each, no passwords."""

from dataclasses import dataclass

from squaremile.kernel.words import Text

STAFF_DOMAIN = "squaremile.example"


@dataclass(frozen=True, slots=True)
class Persona:
    """A person with a part to play. `company` is a code of COMPANIES, empty for staff."""

    email: str
    name: Text
    role: str
    label: Text
    suggestion: Text
    """One line: what to try as this person."""
    company: str = ""
    language: str = "ko"
    second_company: str = ""


def _staff(local: str, ko: str, en: str, role: str, label: Text, suggestion: Text) -> Persona:
    return Persona(f"{local}@{STAFF_DOMAIN}", Text(ko=ko, en=en), role, label, suggestion)


PERSONAS = (
    Persona(
        "jiwoo.oh@moak.example", Text(ko="오지우", en="Jiwoo Oh"), "scientist",
        Text(ko="연구원, 모악셀웍스", en="Scientist, Moak Cellworks"),
        Text(ko="공초점 현미경의 빈 시간을 골라 예약해 보십시오.",
             en="Pick a free slot on a confocal microscope and book it."),
        company="MOAK",
    ),
    Persona(
        "daon.jung@neoul.example", Text(ko="정다온", en="Daon Jung"), "scientist",
        Text(ko="연구원, 너울항체(경쟁사)", en="Scientist, Neoul Antibodies (a rival)"),
        Text(ko="같은 일정표에서 모악셀웍스의 예약이 어떻게 보이는지 확인해 보십시오.",
             en="See the same timeline and how little of Moak Cellworks shows."),
        company="NEOUL",
    ),
    Persona(
        "yujin.han@moak.example", Text(ko="한유진", en="Yujin Han"), "company_admin",
        Text(ko="기업 관리자, 모악셀웍스", en="Company admin, Moak Cellworks"),
        Text(ko="동료의 역할과 회사의 이번 달 사용량을 보십시오.",
             en="Look at colleagues' roles and this month's use."),
        company="MOAK",
    ),
    Persona(
        "priya.raman@byeotnwi.example", Text(ko="프리야 라만", en="Priya Raman"), "scientist",
        Text(ko="연구원(영어 사용), 볕뉘프로테오믹스", en="Scientist working in English, Byeotnwi Proteomics"),
        Text(ko="영어로 질량분석기의 밤샘 측정을 예약해 보십시오.",
             en="Book an overnight run on the mass spectrometer."),
        company="BYEOTNWI", language="en",
    ),
    Persona(
        "sohyun.lim@deullyeok.example", Text(ko="임소현", en="Sohyun Lim"), "scientist",
        Text(ko="두 기관에 속한 연구원", en="Scientist who belongs to two organisations"),
        Text(ko="예약할 때 연구원과 물길마이크로바이옴 가운데 어느 쪽인지 골라 보십시오.",
             en="Choose for which of the two a booking is."),
        company="DEULLYEOK", second_company="MULGIL",
    ),
    _staff("dohyun.nam", "남도현", "Dohyun Nam", "lab_operations", Text(ko="랩 운영", en="Lab operations"),
           Text(ko="승인을 기다리는 예약과 고장 난 장비를 처리해 보십시오.",
                en="Decide on waiting bookings and deal with a fault.")),
    _staff("seoyun.baek", "백서윤", "Seoyun Baek", "site_director", Text(ko="센터장", en="Site director"),
           Text(ko="층별 입주 현황을 보고 빈 벤치를 배정해 보십시오.",
                en="See who is where, and hold a free bench for a company.")),
    _staff("yejin.ryu", "류예진", "Yejin Ryu", "safety_officer", Text(ko="안전관리자", en="Safety officer"),
           Text(ko="장비 사용 자격을 주거나 거두어 보십시오.",
                en="Give or withdraw somebody's training on an instrument.")),
    _staff("jaewon.hong", "홍재원", "Jaewon Hong", "finance", Text(ko="재무", en="Finance"),
           Text(ko="회사별 장비 사용 시간을 보십시오.", en="See instrument hours by company.")),
    _staff("haeun.song", "송하은", "Haeun Song", "programme", Text(ko="프로그램", en="Programme"),
           Text(ko="네트워크에서 수요 하나를 열어 전문가와 팀을 살펴보고, 보스턴 방문 일정을 짜 보십시오.",
                en="Open a need in the network and look at its experts and team; then plan the days in Boston.")),
    _staff("minho.kwon", "권민호", "Minho Kwon", "auditor", Text(ko="감사", en="Auditor"),
           Text(ko="누가 언제 무엇을 바꾸었는지 보십시오. 바꿀 수는 없습니다.",
                en="See who changed what and when; nothing can be changed.")),
)
