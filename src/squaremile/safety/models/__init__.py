"""Tables of safety, one noun a file."""

from squaremile.safety.models.area import Area, AreaPack, AreaRoom, Cabinet
from squaremile.safety.models.course import Course, CourseNeed, CourseVersion
from squaremile.safety.models.training import HoursDuty, Passport, QuizAttempt, TrainingRecord

__all__ = [
    "Area",
    "AreaPack",
    "AreaRoom",
    "Cabinet",
    "Course",
    "CourseNeed",
    "CourseVersion",
    "HoursDuty",
    "Passport",
    "QuizAttempt",
    "TrainingRecord",
]
