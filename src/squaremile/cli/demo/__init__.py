"""A believable cluster in Jeonbuk to try everything on: invented companies, people, rooms, instruments, bookings."""
