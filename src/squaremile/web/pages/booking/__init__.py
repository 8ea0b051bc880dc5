"""Booking's pages: the timeline, instruments, bookings, the operations board, the catalogue."""
