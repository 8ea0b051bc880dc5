"""Meanings of parameters: GHS labels and safety data sheets."""

from squaremile.core.asked.meaning import Known

KNOWN: dict[str, Known] = {
    "pictograms": Known("Codes of the pictograms on the label, GHS01 to GHS09", ["GHS02", "GHS07"]),
    "precautions": Known("Codes of its precautionary statements", ["P210", "P305+P351+P338"]),
    "sheet_language": Known("ko, en or other: the language of a safety data sheet", "ko", 5),
    "revised_on": Known("The day of a sheet's revision", "2027-01-15"),
    "signal": Known("danger, warning, or nothing: the signal word of the label", "danger", 7),
    "statements": Known("Codes of its hazard statements", ["H225", "H319", "H336"]),
}
