"""Rules of health: what a community asks of its own figures."""

from typing import Annotated, Literal

from copkit.models.base import Count, Percent, Record, YesNo, for_all


class HealthRule(Record):
    """A question, the figure that answers it, and the per cent that it should reach or stay under."""

    question: Annotated[str, for_all("What is asked.")]
    metric: Annotated[str, for_all("The code of the metric that answers it.", of="metric")]
    label: Annotated[str, for_all("Which of the metric's figures, where it has several.", use="id")] = ""
    side: Annotated[Literal["at-least", "at-most"], for_all("Whether to reach the threshold or to stay under it.")]
    per_cent: Annotated[Percent, for_all("The threshold, in per cent.")]
    advice: Annotated[str, for_all("What to do about it.")] = ""
    fewest: Annotated[Count, for_all("How many there must be to judge by.")] = 3
    from_the_start: Annotated[
        YesNo, for_all("Whether it holds for a community that is still finding its people.")
    ] = "yes"
