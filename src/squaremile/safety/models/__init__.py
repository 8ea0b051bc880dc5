"""Tables of safety, one noun a file."""

from squaremile.safety.models.area import Area, AreaPack, AreaRoom, Cabinet
from squaremile.safety.models.bringing import Bringing, BringingTransition
from squaremile.safety.models.container import Container, ContainerMove, ContainerTransition
from squaremile.safety.models.counting import StockCount, StockScan
from squaremile.safety.models.course import Course, CourseNeed, CourseVersion
from squaremile.safety.models.found import SubstanceFound
from squaremile.safety.models.substance import Substance, SubstanceClass
from squaremile.safety.models.training import HoursDuty, Passport, QuizAttempt, TrainingRecord
from squaremile.safety.models.verification import PackVerification

__all__ = [
    "Area",
    "AreaPack",
    "AreaRoom",
    "Bringing",
    "BringingTransition",
    "Cabinet",
    "Container",
    "ContainerMove",
    "ContainerTransition",
    "Course",
    "CourseNeed",
    "CourseVersion",
    "HoursDuty",
    "PackVerification",
    "Passport",
    "QuizAttempt",
    "StockCount",
    "StockScan",
    "Substance",
    "SubstanceClass",
    "SubstanceFound",
    "TrainingRecord",
]
