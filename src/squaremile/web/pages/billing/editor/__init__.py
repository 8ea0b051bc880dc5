"""The rate-card editor: a draft by forms, with a sentence for each rule, faults where they are, and a tester."""
