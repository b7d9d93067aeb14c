"""A workspace: a folder that has `communities/`, loaded into records that know where they came from."""

from copkit.people.register import Found, Register, fold
from copkit.workspace.load import community_ids, load, load_community, load_shared
from copkit.workspace.records import (
    CommunityFiles,
    Session,
    Shared,
    Workspace,
    months_later,
    rule_minutes,
)
from copkit.workspace.tree import Bytes, Folder, Tree, find_root

__all__ = [
    "Bytes",
    "CommunityFiles",
    "Folder",
    "Found",
    "Register",
    "Session",
    "Shared",
    "Tree",
    "Workspace",
    "community_ids",
    "find_root",
    "fold",
    "load",
    "load_community",
    "load_shared",
    "months_later",
    "rule_minutes",
]
