"""What an audience may have of a workspace: whoever prints, exports or publishes takes it through here."""

from copkit.audience.door import Door, door
from copkit.audience.naming import Naming
from copkit.audience.withheld import WITHHELD

__all__ = ["WITHHELD", "Door", "Naming", "door"]
