"""Meanings of parameters: the directory: organisations, labs, people, technologies, publications."""

from squaremile.core.asked.meaning import Known

KNOWN: dict[str, Known] = {
    "also": Known("Other names it is found by", "JBNU", 300),
    "bio_en": Known("About the person, in English", "Works on mechanobiology of cartilage."),
    "bio_ko": Known("About the person, in Korean", "연골의 기계생물학을 연구합니다."),
    "business_number": Known("Business registration number", "402-82-12345", 20),
    "city_en": Known("City in English", "Jeonju", 80),
    "city_ko": Known("City in Korean", "전주", 80),
    "contact_way": Known("open, liaison or none: how the person may be reached", "liaison", 10),
    "country": Known("Country, ISO 3166-1 alpha-2", "KR", 2),
    "lab": Known("Code of a lab", "LB-7K3M9QXA", 20),
    "orcid": Known("ORCID iD", "0000-0002-1825-0097", 60),
    "partner": Known("Code of an organisation of the directory", "PN-7K3M9QXA", 20),
    "phone": Known("Telephone number", "+82 63 270 0000", 40),
    "rank": Known("Level for protocol, 1 to 5; 0 is not known", 3),
    "role_en": Known("What the person is, in English", "Professor", 120),
    "role_ko": Known("What the person is, in Korean", "교수", 120),
    "ror": Known("ROR id of the organisation", "05q92br09", 60),
    "source": Known("Where the entry came from", "ror", 40),
    "speaks": Known("Languages, ISO 639-1, comma between", "ko,en", 40),
    "website": Known("Address on the web", "https://www.jbnu.ac.kr", 300),
}
