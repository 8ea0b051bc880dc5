"""Tables of safety, one noun a file."""

from squaremile.safety.models.area import Area, AreaPack, AreaRoom, Cabinet
from squaremile.safety.models.bringing import Bringing, BringingTransition
from squaremile.safety.models.container import Container, ContainerMove, ContainerTransition
from squaremile.safety.models.course import Course, CourseAnswers, CourseNeed, CourseVersion
from squaremile.safety.models.session import (
    TrainingSeat,
    TrainingSeatTransition,
    TrainingSession,
    TrainingSessionTransition,
)
from squaremile.safety.models.substance import ClassAgreement, Substance, SubstanceClass
from squaremile.safety.models.training import HoursDuty, Passport, QuizAttempt, TrainingRecord
from squaremile.safety.models.verification import PackVerification

__all__ = [
    "Area",
    "AreaPack",
    "AreaRoom",
    "Bringing",
    "BringingTransition",
    "Cabinet",
    "ClassAgreement",
    "Container",
    "ContainerMove",
    "ContainerTransition",
    "Course",
    "CourseAnswers",
    "CourseNeed",
    "CourseVersion",
    "HoursDuty",
    "PackVerification",
    "Passport",
    "QuizAttempt",
    "Substance",
    "SubstanceClass",
    "TrainingRecord",
    "TrainingSeat",
    "TrainingSeatTransition",
    "TrainingSession",
    "TrainingSessionTransition",
]
