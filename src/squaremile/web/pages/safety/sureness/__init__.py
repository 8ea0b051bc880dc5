"""How sure figures and classes are: who verified which figure of a rule pack, who entered which class, and who agreed."""
