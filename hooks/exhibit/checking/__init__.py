"""Checking: the rules that data must keep, by subject; a rule is a generator whose docstring is the rule."""
