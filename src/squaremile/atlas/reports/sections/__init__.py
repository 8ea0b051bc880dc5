"""The sections of a report: each reads its data, measures, and says what it may."""
