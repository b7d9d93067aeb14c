"""Exporters: the workspace as tidy tables for evaluators, each column with its definition."""

from copkit.exporters.definitions import definitions
from copkit.exporters.registry import tables
from copkit.exporters.table import Cut, Export, Part, cut
from copkit.exporters.written import WRITERS

__all__ = ["WRITERS", "Cut", "Export", "Part", "cut", "definitions", "tables"]
