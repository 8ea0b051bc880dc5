"""Where things are and who is where: the site, its floors, each place."""
