"""Words of the directory: partners, labs, people."""

from squaremile.kernel.words import Text, refusal

PARTNER_KINDS = {
    "company": Text(ko="기업", en="Company"),
    "startup": Text(ko="스타트업", en="Start-up"),
    "university": Text(ko="대학", en="University"),
    "institute": Text(ko="연구기관", en="Research institute"),
    "hospital": Text(ko="병원", en="Hospital"),
    "investor": Text(ko="투자기관", en="Investor"),
    "public": Text(ko="공공기관", en="Public body"),
    "association": Text(ko="협회·단체", en="Association"),
    "other": Text(ko="기타", en="Other"),
}
PERSON_KINDS = {
    "researcher": Text(ko="연구자", en="Researcher"),
    "founder": Text(ko="창업자", en="Founder"),
    "manager": Text(ko="기업 담당자", en="Company contact"),
    "investor": Text(ko="투자자", en="Investor"),
    "official": Text(ko="공무원", en="Official"),
    "staff": Text(ko="연계 담당", en="Liaison staff"),
}
CONTACT_WAYS = {
    "open": Text(ko="바로 연락해도 됩니다", en="May be contacted directly"),
    "liaison": Text(ko="연계 담당을 거쳐 연락합니다", en="Through liaison staff"),
    "none": Text(ko="연락을 받지 않습니다", en="Wants no contact"),
}

PARTNER_UNKNOWN = refusal(
    "network.partner_unknown", ko="그런 기관이 명부에 없습니다.", en="No such organisation in the directory.",
    do_ko="이름으로 다시 찾거나 새로 올리십시오.", do_en="Search by name, or enter it.")
PERSON_UNKNOWN = refusal(
    "network.person_unknown", ko="그런 사람이 명부에 없습니다.", en="No such person in the directory.",
    do_ko="이름으로 다시 찾거나 새로 올리십시오.", do_en="Search by name, or enter the person.")
LAB_UNKNOWN = refusal(
    "network.lab_unknown", ko="그런 연구실이 명부에 없습니다.", en="No such lab in the directory.",
    do_ko="이름으로 다시 찾거나 새로 올리십시오.", do_en="Search by name, or enter it.")
ROR_TAKEN = refusal(
    "network.ror_taken", ko="이 ROR 번호의 기관이 이미 있습니다.", en="An organisation with this ROR id is there already.",
    do_ko="그 기관을 고치거나 둘을 합치십시오.", do_en="Edit that one, or merge the two.")
ORCID_TAKEN = refusal(
    "network.orcid_taken", ko="이 ORCID의 사람이 이미 있습니다.", en="A person with this ORCID iD is there already.",
    do_ko="그 사람을 고치거나 둘을 합치십시오.", do_en="Edit that person, or merge the two.")
ORCID_UNSOUND = refusal(
    "network.orcid_unsound", ko="ORCID의 검사 숫자가 맞지 않습니다.", en="The check digit of this ORCID iD is wrong.",
    do_ko="16자리를 다시 확인하십시오.", do_en="Check its sixteen digits.")
ROR_UNSOUND = refusal(
    "network.ror_unsound", ko="ROR 번호의 모양이 맞지 않습니다.", en="This is not the form of a ROR id.",
    do_ko="https://ror.org/ 뒤의 아홉 글자를 적으십시오.", do_en="Give the nine characters after https://ror.org/.")
TENANT_TAKEN = refusal(
    "network.tenant_taken", ko="이 입주기업은 이미 명부에 있습니다.", en="This company of the cluster is in the directory already.",
    do_ko="그 기관을 고치십시오.", do_en="Edit that entry.")
CLAIMED_ALREADY = refusal(
    "network.claimed_already", ko="이미 본인이 확인한 항목입니다.", en="This profile has been claimed already.",
    do_ko="연계 담당에게 알리십시오.", do_en="Tell the liaison staff.")
