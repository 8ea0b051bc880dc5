"""The shell: scope, navigation, search, home, and how refusals are shown."""
