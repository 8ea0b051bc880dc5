"""Life in residence: a company's milestones, stay and notices; mentors and their hours."""
