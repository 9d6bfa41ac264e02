"""Every table, in the order in which one names what stands in the next."""

from __future__ import annotations

from exhibit.exports.tables.citations import CITATIONS
from exhibit.exports.tables.claims import CLAIMS
from exhibit.exports.tables.disputes import DISPUTES
from exhibit.exports.tables.items import ITEMS
from exhibit.exports.tables.memberships import MEMBERSHIPS
from exhibit.exports.tables.sources import SOURCES
from exhibit.exports.tables.successions import SUCCESSIONS
from exhibit.exports.tables.treaty_actions import TREATY_ACTIONS

TABLES = (ITEMS, SOURCES, CLAIMS, MEMBERSHIPS, TREATY_ACTIONS, SUCCESSIONS, DISPUTES, CITATIONS)
