"""Pages: the component kit, the shell around every page, and one file per page."""
