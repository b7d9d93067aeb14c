"""What is made of a tired curator's file stays the same: each frozen file, and 2,500 of them damaged."""

import pytest

from tests.golden import Golden
from tests.models.damages import outcomes


@pytest.mark.slow
def test_damaged_files_give_what_they_gave(golden: Golden) -> None:
    golden("damages.txt", outcomes())
