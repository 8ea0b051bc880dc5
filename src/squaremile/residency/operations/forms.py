"""Forms: taken in as data, each change a new version."""

import hashlib
import json
from typing import Any

from squaremile.core.words import CODE_UNFIT
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid
from squaremile.kernel.operation import note, operation
from squaremile.residency import rules
from squaremile.residency.models import Form, FormVersion
from squaremile.residency.policies.form_lint import lint
from squaremile.residency.words import applications as words


@operation(
    "residency.import_form", ko="양식 들이기", en="Import a form", may=rules.hold_calls,
    refuses=(words.FORM_FAULTY,),
    constraints={"form_code_fits": CODE_UNFIT, "form_version_numbered": words.FORM_FAULTY},
)
def import_form(*, form: str, body: Any) -> FormVersion:
    """Take in the JSON of a form under its code. What differs from the newest version becomes the next one.

    Applications that have begun keep the version they began with; the same content again changes nothing.
    """
    faults = lint(body)
    if faults:
        raise Invalid(words.FORM_FAULTY, {"count": len(faults), "where": faults[0].where, "first": faults[0].says})
    title = body["title"]
    said = hashlib.sha256(json.dumps(body, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
    kept, _ = Form.objects.get_or_create(code=form.strip(), defaults={
        "name_ko": title["ko"][:120], "name_en": title["en"][:120], "created_at": clock.now(),
    })
    kept = Form.objects.select_for_update().get(id=kept.id)
    newest = FormVersion.objects.filter(form=kept).order_by("-number").first()
    if newest is not None and newest.sha256 == said:
        note(subject=kept, version=newest.number, again=True)
        return newest
    made = FormVersion.objects.create(
        form=kept, number=newest.number + 1 if newest else 1, body=body, sha256=said, at=clock.now()
    )
    kept.name_ko, kept.name_en = title["ko"][:120], title["en"][:120]
    kept.save(update_fields=["name_ko", "name_en"])
    note(subject=kept, version=made.number, sha256=said)
    return made
