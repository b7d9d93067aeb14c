"""What is wrong in a workspace, with the place, how grave it is and what to write instead."""

from copkit.checks.registry import FAMILIES, registry
from copkit.checks.runner import Selection, check, check_community, check_programme, make_context

__all__ = ["FAMILIES", "Selection", "check", "check_community", "check_programme", "make_context", "registry"]
