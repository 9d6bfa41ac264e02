"""Flags: which states have one, and where it stands in the site."""

from __future__ import annotations

from exhibit.model.addresses import flag_path
from exhibit.model.kinds import Country
from exhibit.reading.exhibit import Exhibit
from exhibit.reading.flags import flag_codes


def flags(exhibit: Exhibit) -> dict[str, str]:
    """The path in the site of the flag of each state that has one, by the state's id. What has no code of its own in
    ISO 3166-1 has none: a vanished state, one that is disputed."""
    there = flag_codes()
    countries = exhibit.of(Country.COLLECTION)
    return {country.id: flag_path(country.code) for country in countries if country.code in there}
