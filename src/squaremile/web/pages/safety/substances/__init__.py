"""The register of substances: the list, one substance with what is known of it, and entering what is read."""
