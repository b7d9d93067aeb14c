"""Stretches of time in seconds: put together, cut to a window, added up."""

from collections.abc import Iterable

Span = tuple[int, int]


def union(spans: Iterable[Span]) -> list[Span]:
    """The spans without overlaps, in order; those that are empty or run backwards are left out."""
    made: list[Span] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if made and start <= made[-1][1]:
            made[-1] = (made[-1][0], max(made[-1][1], end))
        else:
            made.append((start, end))
    return made


def total(spans: Iterable[Span]) -> int:
    """The seconds that spans cover together."""
    return sum(end - start for start, end in union(spans))


def cut(spans: Iterable[Span], window: Span) -> list[Span]:
    """What of the spans lies inside a window."""
    inside = ((max(start, window[0]), min(end, window[1])) for start, end in spans)
    return [span for span in inside if span[0] < span[1]]
