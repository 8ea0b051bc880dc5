"""The measures: pure functions of arrays and tables. No Django, no database, no clock, no hidden randomness.

Every one is declared once (`declared.py`) with its definition, formula, source, unit and tolerance; the reference manual
is made from that.
"""
