"""A bill for other people's machines: UBL for Peppol, the Korean tax invoice, rows for a spreadsheet. Each from `Document` alone."""
