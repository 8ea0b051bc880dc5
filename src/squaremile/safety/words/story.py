"""Words of what safety has to tell of a company's time here."""

from squaremile.kernel.words import Text

RECEIVED = Text(ko="시약 용기 {count}개 입고", en="{count} container(s) brought in")
GONE = Text(ko="시약 용기 {count}개 폐기·이관", en="{count} container(s) disposed of or passed on")
AGENTS_CAME = Text(ko="생물체 반입 {count}건", en="{count} agent(s) brought in")
AGENTS_WENT = Text(ko="생물체 폐기·반출 {count}건", en="{count} agent(s) destroyed or moved away")
TRAINED = Text(ko="{course} 이수 {count}명", en="{course}: {count} trained")
PERMIT = Text(ko="{kind} {number} 발급", en="{kind} {number} issued")
INCIDENT = Text(ko="사고·아차사고 접수: {kind} ({state})", en="Incident reported: {kind} ({state})")
FINDING = Text(ko="점검 지적: {title} ({state})", en="Finding: {title} ({state})")
