"""What earns points, as an office begins with: 2 an hour on campus, 3 in the liaison office, fixed for talks and papers."""

from typing import ClassVar

from django.db import migrations

KINDS = (
    ("CAMPUS", "교내 면담", "Meeting on campus", "2.00", False),
    ("OFFICE", "연계 사무실 면담", "Meeting in the liaison office", "3.00", False),
    ("STUDENT", "학생 면담(지도교수 적립)", "Student's meeting, credited to the supervisor", "2.00", False),
    ("STUDENT-OFFICE", "연계 사무실 학생 면담(지도교수 적립)", "Student's meeting in the liaison office, credited to the supervisor", "3.00", False),
    ("VIDEO", "화상 면담", "Video meeting", "2.00", False),
    ("SYMPOSIUM", "심포지엄 발표", "Talk at a symposium", "4.00", True),
    ("PREPRINT", "연구 자료 제공", "Preprint or working paper", "1.00", True),
)  # fmt: skip
_ROWS = ", ".join(
    f"(gen_random_uuid(), '{code}', '{ko}', '{en.replace(chr(39), chr(39) * 2)}', {points}, {fixed}, true)"
    for code, ko, en, points, fixed in KINDS
)


class Migration(migrations.Migration):
    dependencies: ClassVar = [("network", "0020_liaison")]

    operations: ClassVar = [
        migrations.RunSQL(
            f"INSERT INTO network_activity_kind (id, code, name_ko, name_en, points, fixed, active) VALUES {_ROWS}",
            "DELETE FROM network_activity_kind",
        ),
    ]
