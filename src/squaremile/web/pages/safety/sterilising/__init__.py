"""What safety has to do with sterilisation; its pages are the stores'."""
