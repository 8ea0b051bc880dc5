"""Inspections and findings, phone first; and one sheet with what an inspector asks for."""
