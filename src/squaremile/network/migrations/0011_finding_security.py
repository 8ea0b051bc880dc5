"""Row security of finding: matches are seen as their need's detail is; searches and lists by their owner alone."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import ACTOR, ANYONE, WORKS, own, role, secure, system

LIAISON = role("site_director", "programme")
KEEPS = f"{LIAISON} OR {system('import', 'setup')}"
_OF_NEED = "EXISTS (SELECT 1 FROM network_need_detail d WHERE d.need_id = network_match.need_id)"
_OWN_NEED = (
    "EXISTS (SELECT 1 FROM network_need_detail d WHERE d.need_id = network_match.need_id"
    f" AND ({own('d.organisation_id')} OR {LIAISON}))"
)
_HERS = f"owner_id = {ACTOR}"
_ON_LIST = "EXISTS (SELECT 1 FROM network_short_list l WHERE l.id = short_list_id)"


class Migration(migrations.Migration):
    dependencies: ClassVar = [("network", "0010_finding")]

    operations: ClassVar = [
        secure(
            "network_match", select=_OF_NEED, insert=f"judged_by_id = {ACTOR} AND {WORKS} AND {_OWN_NEED}",
            update=f"judged_by_id = {ACTOR} AND {WORKS} AND {_OWN_NEED}",
        ),
        secure("network_term", select=ANYONE, insert=KEEPS, update=KEEPS),
        secure(
            "network_saved_search", select=f"{_HERS} OR {system('worker')}", insert=f"{_HERS} AND {WORKS}",
            update=f"{_HERS} OR {system('worker')}", delete=_HERS,
        ),
        secure("network_short_list", select=_HERS, insert=f"{_HERS} AND {WORKS}", update=_HERS, delete=_HERS),
        secure("network_short_list_line", select=_ON_LIST, insert=f"{_ON_LIST} AND {WORKS}", delete=_ON_LIST),
    ]
