"""Row security of liaison work: a relationship is its member's and the liaison staff's; an introduction belongs to those
it brings together, and to nobody else it exists.
"""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import ACTOR, ANYONE, SIGNED, WORKS, append_only, own, role, secure, system
from squaremile.kernel.state_steps import steps

LIAISON = role("site_director", "programme")
READS = f"{LIAISON} OR {role('auditor')} OR {system('worker', 'import', 'setup')}"
KEEPS = f"{LIAISON} OR {system('import', 'setup')}"
AUTH = system("auth")
_HER = f"EXISTS (SELECT 1 FROM network_person p WHERE p.id = {{0}} AND p.user_id = {ACTOR})"
_ASKED = "EXISTS (SELECT 1 FROM network_approach a WHERE a.introduction_id = network_introduction.id)"
_REQUESTED = f"EXISTS (SELECT 1 FROM network_introduction_detail d WHERE d.introduction_id = network_introduction.id AND {own('d.organisation_id')})"
_INTRODUCTION = "EXISTS (SELECT 1 FROM network_introduction i WHERE i.id = introduction_id{0})"
_AGREED = " AND i.state::text = ANY (ARRAY['accepted', 'met', 'closed'])"
_OWN_STEP = (
    "EXISTS (SELECT 1 FROM network_introduction_detail d"
    f" WHERE d.introduction_id = network_introduction_transition.introduction_id AND {own('d.organisation_id')})"
)
_INTERACTION = "EXISTS (SELECT 1 FROM network_interaction i WHERE i.id = interaction_id)"
_MINE = f"({own()} AND owner_kind = 'member' AND NOT internal AND {WORKS} OR {_HER.format('owner_person_id')})"
MOVES = (
    ("", "requested"), ("requested", "refused"), ("requested", "asked"), ("requested", "withdrawn"),
    ("asked", "accepted"), ("asked", "declined"), ("asked", "withdrawn"), ("accepted", "met"), ("accepted", "closed"),
    ("met", "closed"),
)  # fmt: skip
ANSWERED = """
CREATE FUNCTION network_introduction_answered() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Runs with the asker's eyes: the requester sees no approach and so can answer for nobody.
  IF NEW.state IN ('accepted', 'declined') AND NOT EXISTS (
    SELECT 1 FROM network_approach a WHERE a.introduction_id = NEW.id AND a.accepted = (NEW.state = 'accepted')
  ) THEN
    RAISE EXCEPTION 'only the expert answers' USING ERRCODE = 'check_violation', CONSTRAINT = 'introduction_answered_by_expert';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER network_introduction_answered AFTER UPDATE OF state ON network_introduction
  FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION network_introduction_answered();
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [("network", "0021_liaison_kinds")]

    operations: ClassVar = [
        secure("network_tier", select=ANYONE, insert=KEEPS, update=KEEPS),
        secure("network_entitlement", select=ANYONE, insert=KEEPS, update=KEEPS),
        secure("network_membership", select=f"{own()} OR {role('finance')} OR {READS}", insert=KEEPS, update=KEEPS),
        secure("network_directorship", select=f"{own()} OR {READS}", insert=KEEPS, update=KEEPS),
        secure("network_interaction", select=f"{own()} OR {READS}", insert=KEEPS, update=KEEPS),
        secure("network_interaction_note", select=READS, insert=KEEPS, update=KEEPS),
        secure("network_attendee", select=_INTERACTION, insert=KEEPS, delete=KEEPS),
        secure(
            "network_promise", select=f"{own()} AND NOT internal OR {_HER.format('owner_person_id')} OR {READS}",
            insert=KEEPS, update=f"{_MINE} OR {KEEPS}",
        ),
        secure(
            "network_introduction",
            select=f"{ACTOR} IS NOT NULL AND ({_REQUESTED} OR {_ASKED}) OR {READS} OR {AUTH}",
            insert=f"{ACTOR} IS NOT NULL AND {WORKS} OR {KEEPS}",
            update=f"{ACTOR} IS NOT NULL AND {WORKS} AND ({_REQUESTED} OR {_ASKED}) OR {KEEPS} OR {AUTH}",
        ),
        # The inner looks above run under these policies, which look at no introduction in turn.
        secure(
            "network_introduction_detail", select=f"{own()} OR {READS}", insert=f"{own()} AND {WORKS} OR {KEEPS}",
            update=f"{own()} AND {WORKS} OR {KEEPS}",
        ),
        secure(
            "network_approach", select=f"{_HER.format('person_id')} OR {KEEPS} OR {system('worker', 'auth')}", insert=KEEPS,
            update=f"{_HER.format('person_id')} OR {KEEPS} OR {system('worker', 'auth')}",
        ),
        # Each step bears who took it: that is the requester's company's and the staff's, not the expert's to read.
        secure("network_introduction_transition", select=f"{_OWN_STEP} OR {READS}", insert=SIGNED),
        append_only("network_introduction_transition"),
        steps("network_introduction", noun="introduction", moves=MOVES),
        migrations.RunSQL(
            ANSWERED,
            "DROP TRIGGER network_introduction_answered ON network_introduction;"
            " DROP FUNCTION network_introduction_answered();",
        ),
        secure(
            "network_connection",
            select=f"{_INTRODUCTION.format(_AGREED)} OR {READS}",
            insert=KEEPS, update=KEEPS,
        ),
        secure(
            "network_feedback", select=f"given_by = {ACTOR} OR {own()} OR {READS}",
            insert=f"given_by = {ACTOR} AND {WORKS} AND {_INTRODUCTION.format('')}",
            update=f"(given_by = {ACTOR} OR {own()}) AND {WORKS}",
        ),
        secure("network_activity_kind", select=ANYONE, insert=KEEPS, update=KEEPS),
        secure(
            "network_credit", select=f"{_HER.format('person_id')} OR {role('finance')} OR {READS}", insert=KEEPS,
        ),
        secure(
            "network_payout", select=f"{_HER.format('person_id')} OR {role('finance')} OR {READS}", insert=KEEPS,
        ),
        secure(
            "network_pool",
            select=f"EXISTS (SELECT 1 FROM network_payout y WHERE y.pool_id = network_pool.id) OR {role('finance')} OR {READS}",
            insert=KEEPS,
        ),
        append_only("network_credit", "network_pool", "network_payout"),
    ]
