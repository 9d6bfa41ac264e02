"""A finished site looked at by itself, whoever built it: a module a subject, faults with their places."""
