"""How fast and how good the timetable of a large partnering event is, beside a plain greedy one."""
