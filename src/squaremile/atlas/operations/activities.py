"""What organisations do, and the words for it."""

from decimal import Decimal

from squaremile.atlas import rules
from squaremile.atlas.models import Activity, ActivityCode, Crosswalk
from squaremile.atlas.operations import entries
from squaremile.atlas.policies import taxonomy
from squaremile.atlas.words import registry as words
from squaremile.core.words import BAD_INPUT, CODE_TAKEN, CODE_UNFIT, NAME_NEEDED
from squaremile.kernel.errors import Missing
from squaremile.kernel.operation import note, operation


@operation(
    "atlas.add_activity_code", ko="활동 코드 올리기", en="Enter a code of activity", may=rules.keep,
    constraints={
        "atlas_activity_code_once": CODE_TAKEN, "atlas_activity_code_fits": CODE_UNFIT, "atlas_activity_code_named": NAME_NEEDED,
        "atlas_activity_code_scheme_known": BAD_INPUT,
    },
)
def add_activity_code(
    *, activity_scheme: str, code: str, name_ko: str = "", name_en: str = "", wider_code: str = ""
) -> ActivityCode:
    """Enter a word of a scheme of activities, below a wider one of the same scheme where there is one."""
    made = ActivityCode.objects.create(
        scheme=activity_scheme, code=code, name_ko=name_ko.strip(), name_en=name_en.strip(), parent=wider_code
    )
    note(subject=made, scheme=activity_scheme)
    return made


@operation(
    "atlas.set_crosswalk", ko="분류 잇기", en="Relate two codes", may=rules.keep, refuses=(words.ACTIVITY_UNKNOWN,),
    constraints={
        "atlas_crosswalk_once": BAD_INPUT, "atlas_crosswalk_weighs": words.WEIGHT_UNSOUND,
        "atlas_crosswalk_of_two": words.WEIGHT_UNSOUND,
    },
)
def set_crosswalk(
    *, activity_scheme: str, activity_code: str, other_scheme: str, other_code: str, weight: Decimal
) -> Crosswalk | None:
    """Say how much of one code is another, above 0 up to 1; 0 takes it away."""
    one, other = entries.activity(activity_scheme, activity_code), entries.activity(other_scheme, other_code)
    made: Crosswalk | None = None
    if weight == 0:
        Crosswalk.objects.filter(one=one, other=other).delete()
    else:
        made, _ = Crosswalk.objects.update_or_create(one=one, other=other, defaults={"weight": weight})
    note(subject=made, one=str(one), other=str(other), weight=str(weight))
    return made


@operation(
    "atlas.record_activity", ko="기관의 활동 적기", en="Record what an organisation does", may=rules.keep,
    refuses=(words.ORGANISATION_UNKNOWN, words.ACTIVITY_UNKNOWN, words.SOURCE_UNKNOWN),
    constraints={"atlas_activity_once": BAD_INPUT, "atlas_activity_weighs": words.WEIGHT_UNSOUND},
)
def record_activity(
    *, institution: str, activity_scheme: str, activity_code: str, weight: Decimal = Decimal(1), source: str = ""
) -> Activity | None:
    """Say that an organisation does this, and how much of it, by a source; 0 takes the source's word away."""
    home, origin = entries.institution(institution), entries.source(source)
    if home is None:
        raise Missing(words.ORGANISATION_UNKNOWN)
    what = entries.activity(activity_scheme, activity_code)
    made: Activity | None = None
    if weight == 0:
        Activity.objects.filter(organisation=home, activity=what, source=origin).delete()
    else:
        made, _ = Activity.objects.update_or_create(
            organisation=home, activity=what, source=origin, defaults={"weight": weight}
        )
    note(subject=made, of=home.code, what=str(what), weight=str(weight))
    return made


@operation(
    "atlas.seed_taxonomy", ko="활동 분류 갖추기", en="Enter the words of the life sciences", may=rules.keep,
    constraints={"atlas_activity_code_once": CODE_TAKEN, "atlas_crosswalk_once": BAD_INPUT},
)
def seed_taxonomy() -> int:
    """Enter the seed of NAICS, KSIC, OpenAlex fields and colours of biotechnology with the weights between them.

    What is there already, and every weight that somebody has set, stays as it is. How many words are there now.
    """
    ActivityCode.objects.bulk_create(
        [ActivityCode(scheme=s, code=c, name_ko=ko, name_en=en, parent=wider) for s, c, ko, en, wider in taxonomy.WORDS],
        ignore_conflicts=True,
    )
    here = {(one.scheme, one.code): one for one in ActivityCode.objects.filter(scheme__in={word[0] for word in taxonomy.WORDS})}
    Crosswalk.objects.bulk_create(
        [Crosswalk(one=here[s, c], other=here[t, d], weight=Decimal(weight)) for s, c, t, d, weight in taxonomy.LINKS],
        ignore_conflicts=True,
    )
    count = sum((scheme, code) in here for scheme, code, *_ in taxonomy.WORDS)
    note(words=count)
    return count
