"""Bringing spreadsheets in: people, organisations, equipment and bookings from CSV or Excel, row by row."""
