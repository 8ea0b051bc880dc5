"""Words of tax identities, of files for other people's machines, and of the journal."""

from squaremile.kernel.words import Text, refusal

FILING_STATES = {
    "prepared": Text(ko="작성됨", en="Prepared"), "sent": Text(ko="전송함", en="Sent"), "accepted": Text(ko="승인됨", en="Accepted"),
    "refused": Text(ko="반려됨", en="Refused"),
}
FILING_KINDS = {
    "01": Text(ko="세금계산서", en="Tax invoice"), "02": Text(ko="영세율 세금계산서", en="Zero-rated tax invoice"),
    "05": Text(ko="계산서(면세)", en="Invoice without tax"),
}
SOON = Text(
    ko="세금계산서 {n}건의 발급 기한이 {due}입니다. 넘기면 공급가액의 1 %가 가산될 수 있습니다.",
    en="{n} tax invoice(s) have to be out by {due}; later may cost 1 % of the supply value.")
LATE = Text(ko="세금계산서 {n}건이 발급 기한({due})을 넘겼습니다.", en="{n} tax invoice(s) are late: they were due on {due}.")
TOLD_REFUSED = Text(ko="{code} 세금계산서가 반려되었습니다: {why}", en="The tax invoice of {code} was refused: {why}")

NOTHING_SUPPLIED = Text(
    ko="공급가액과 세액이 모두 0원인 문서입니다.", en="The document comes to a supply value and a tax of nought.")

IDENTITY_UNSOUND = refusal(
    "billing.identity_unsound", ko="{why} 세금 정보를 그대로 쓸 수 없습니다.", en="{why} This tax identity cannot be used.",
    do_ko="표시된 칸을 고쳐 다시 저장하십시오.", do_en="Mend the field named and save it again.")
IDENTITY_REFUSED = refusal(
    "billing.identity_refused", ko="사업자등록번호, 국가, 전자주소 가운데 올바르지 않은 것이 있습니다.",
    en="The registration number, the country or the electronic address is not right.",
    do_ko="세금 정보에서 번호를 확인하십시오.", do_en="Check the numbers in the tax identity.")
NOT_FOR_PEPPOL = refusal(
    "billing.not_for_peppol", ko="{why} 전자송장을 아직 만들 수 없습니다.", en="{why} No electronic invoice can be made yet.",
    do_ko="발행자나 청구 계정의 세금 정보를 채우고 다시 만드십시오.",
    do_en="Fill in the tax identity of the issuer or the account, and make it again.")
FILE_MADE = refusal(
    "billing.file_made", ko="이 문서의 전자송장은 이미 만들었습니다.", en="The electronic invoice of this document is made already.",
    do_ko="만든 파일을 내려받으십시오.", do_en="Download the one that there is.")
FILE_UNKNOWN = refusal(
    "billing.file_unknown", ko="이 문서의 전자송장을 아직 만들지 않았습니다.", en="No electronic invoice was made of this document yet.",
    do_ko="문서 화면에서 먼저 만드십시오.", do_en="Make it on the document's page first.")
LACKS_ISSUER = Text(ko="발행자의 사업자등록번호", en="the issuer's registration number")
LACKS_PAYER = Text(ko="이용 기업의 사업자등록번호", en="the payer's registration number")
LACKS_ORIGINAL = Text(ko="원본 {code}의 승인번호", en="the approval of the original {code}")
NOT_FOR_TAX = refusal(
    "billing.not_for_tax", ko="{why} 세금계산서를 작성할 수 없습니다.", en="{why} No tax invoice can be prepared.",
    do_ko="발행자나 청구 계정의 세금 정보를 고치십시오. 발행된 이름으로 나가야 하면 착오 정정(01)으로 다시 발행하십시오.",
    do_en="Mend the tax identity of the issuer or the account; where the issued names are wrong, issue it anew as a clerical error (01).")
FILING_UNKNOWN = refusal(
    "billing.filing_unknown", ko="그런 세금계산서가 없습니다.", en="No such tax invoice.",
    do_ko="목록에서 다시 고르십시오.", do_en="Choose it again in the list.")
FILING_STEP = refusal(
    "billing.filing_step", ko="지금은 이 단계로 갈 수 없는 세금계산서입니다.", en="This tax invoice cannot take that step now.",
    do_ko="현재 상태를 확인하십시오.", do_en="See where it stands.")
FILING_KNOWN = refusal(
    "billing.filing_known", ko="이 문서의 세금계산서는 이미 작성했습니다.", en="The tax invoices of this document are prepared already.",
    do_ko="세금계산서 목록을 확인하십시오.", do_en="See the list of tax invoices.")
NO_PROVIDER = refusal(
    "billing.no_tax_provider", ko="연결된 전자세금계산서 사업자가 없습니다.", en="No provider of electronic tax invoices is connected.",
    do_ko="일괄 발급 표를 내려받아 홈택스에 올리고, 받은 승인번호를 적으십시오.",
    do_en="Upload the sheet to Hometax, and enter the approval number that it gives.")
APPROVAL_UNSOUND = refusal(
    "billing.approval_unsound", ko="승인번호는 글자와 숫자 24자리이고, 작성일자 뒤의 날짜로 시작합니다.",
    en="An approval number has 24 letters and digits and begins with its date.",
    do_ko="국세청 승인번호를 다시 확인하십시오.", do_en="Check the number once more.")
ORIGINAL_NOT_FILED = refusal(
    "billing.original_not_filed", ko="정정되는 {code}의 세금계산서가 아직 승인되지 않았습니다.",
    en="The tax invoice of {code}, which it corrects or replaces, is not accepted yet.",
    do_ko="먼저 원본의 승인번호를 받으십시오.", do_en="Get the original's approval first.")
BOOK_UNSOUND = refusal(
    "billing.book_unsound", ko="장부 이름, 계정 코드, 계정과목을 확인해 주십시오.", en="Check the book, the account's number and its name.",
    do_ko="목록의 장부에 코드와 이름을 모두 적으십시오.", do_en="Give a book of the list both a number and a name.")
JOURNAL_EXPORTED = refusal(
    "billing.journal_exported", ko="{month} 분개는 {code:으로} 이미 내보냈습니다.", en="The journal of {month} went out already ({code}).",
    do_ko="다시 내보내려면 사유를 적으십시오. 파일에 재반출이라고 적힙니다.",
    do_en="To export it again say why; the file will say that it is a copy.")
JOURNAL_TAKEN = refusal(
    "billing.journal_taken", ko="다른 사람이 같은 달을 방금 내보냈습니다.", en="Somebody else has just exported that month.",
    do_ko="분개 목록을 새로 고치십시오.", do_en="Look at the list of journals again.")
JOURNAL_EMPTY = refusal(
    "billing.journal_empty", ko="그 달에는 분개가 없습니다.", en="There are no entries in that month.",
    do_ko="다른 달을 고르십시오.", do_en="Choose another month.")
JOURNAL_UNKNOWN = refusal(
    "billing.journal_unknown", ko="그런 분개 파일이 없습니다.", en="No such journal.",
    do_ko="목록에서 다시 고르십시오.", do_en="Choose it again in the list.")
