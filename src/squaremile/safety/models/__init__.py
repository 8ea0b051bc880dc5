"""Tables of safety, one noun a file."""

from squaremile.safety.models.agent import Agent, AgentLine, Holding
from squaremile.safety.models.analysis import Analysis, AnalysisVersion, AnalysisVersionTransition
from squaremile.safety.models.area import Area, AreaPack, AreaRoom, Cabinet
from squaremile.safety.models.biosafety import CommitteeMember, RoomBiosafety
from squaremile.safety.models.bringing import Bringing, BringingTransition
from squaremile.safety.models.container import Container, ContainerCorrection, ContainerMove, ContainerTransition
from squaremile.safety.models.counting import StockCount, StockScan
from squaremile.safety.models.course import Course, CourseAnswers, CourseNeed, CourseVersion
from squaremile.safety.models.door_sign import DoorSign, DoorSignDetail, RoomCard, RoomKeeper
from squaremile.safety.models.emergency_copy import EmergencyCopy
from squaremile.safety.models.entry import Entry
from squaremile.safety.models.finding import Finding, FindingCheck, FindingDetail, FindingMend, FindingTransition
from squaremile.safety.models.found import SubstanceFound
from squaremile.safety.models.handover import Handover, HandoverTransition
from squaremile.safety.models.incident import Incident, IncidentNotice, IncidentPerson, IncidentTransition
from squaremile.safety.models.incident_photo import IncidentPhoto
from squaremile.safety.models.inspection import (
    Inspection,
    InspectionAnswer,
    InspectionConfirmation,
    InspectionList,
    InspectionListVersion,
    RoomRisk,
)
from squaremile.safety.models.label import SafetySheet, SubstanceLabel
from squaremile.safety.models.mixture import Component, Composition
from squaremile.safety.models.pack_edition import PackEdition, PackForce
from squaremile.safety.models.permit import Permit, PermitKind, PermitNeed, PermitTransition
from squaremile.safety.models.place_lock import Drill, PlaceLock, PlaceLockDetail
from squaremile.safety.models.protocol import (
    Protocol,
    ProtocolAgent,
    ProtocolOpinion,
    ProtocolVersion,
    ProtocolVersionTransition,
)
from squaremile.safety.models.session import (
    TrainingSeat,
    TrainingSeatTransition,
    TrainingSession,
    TrainingSessionTransition,
)
from squaremile.safety.models.shut_off import ShutOff
from squaremile.safety.models.stock_list import StockListRow
from squaremile.safety.models.substance import ClassAgreement, Substance, SubstanceClass
from squaremile.safety.models.training import HoursDuty, Passport, QuizAttempt, TrainingRecord
from squaremile.safety.models.verification import PackVerification
from squaremile.safety.models.waste import WasteContainer, WasteGenerator, WastePickup, WasteTransition

__all__ = [
    "Agent",
    "AgentLine",
    "Analysis",
    "AnalysisVersion",
    "AnalysisVersionTransition",
    "Area",
    "AreaPack",
    "AreaRoom",
    "Bringing",
    "BringingTransition",
    "Cabinet",
    "ClassAgreement",
    "CommitteeMember",
    "Component",
    "Composition",
    "Container",
    "ContainerCorrection",
    "ContainerMove",
    "ContainerTransition",
    "Course",
    "CourseAnswers",
    "CourseNeed",
    "CourseVersion",
    "DoorSign",
    "DoorSignDetail",
    "Drill",
    "EmergencyCopy",
    "Entry",
    "Finding",
    "FindingCheck",
    "FindingDetail",
    "FindingMend",
    "FindingTransition",
    "Handover",
    "HandoverTransition",
    "Holding",
    "HoursDuty",
    "Incident",
    "IncidentNotice",
    "IncidentPerson",
    "IncidentPhoto",
    "IncidentTransition",
    "Inspection",
    "InspectionAnswer",
    "InspectionConfirmation",
    "InspectionList",
    "InspectionListVersion",
    "PackEdition",
    "PackForce",
    "PackVerification",
    "Passport",
    "Permit",
    "PermitKind",
    "PermitNeed",
    "PermitTransition",
    "PlaceLock",
    "PlaceLockDetail",
    "Protocol",
    "ProtocolAgent",
    "ProtocolOpinion",
    "ProtocolVersion",
    "ProtocolVersionTransition",
    "QuizAttempt",
    "RoomBiosafety",
    "RoomCard",
    "RoomKeeper",
    "RoomRisk",
    "SafetySheet",
    "ShutOff",
    "StockCount",
    "StockListRow",
    "StockScan",
    "Substance",
    "SubstanceClass",
    "SubstanceFound",
    "SubstanceLabel",
    "TrainingRecord",
    "TrainingSeat",
    "TrainingSeatTransition",
    "TrainingSession",
    "TrainingSessionTransition",
    "WasteContainer",
    "WasteGenerator",
    "WastePickup",
    "WasteTransition",
]
