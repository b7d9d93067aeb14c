"""Arithmetic with times of day, which are text `HH:MM` throughout: local time, without a date or a zone."""

DAY = 24 * 60


def minutes_of(clock: str) -> int:
    """Minutes since midnight of a time `HH:MM`."""
    return int(clock[:2]) * 60 + int(clock[3:5])


def add_minutes(clock: str, minutes: int) -> str:
    """The time so many minutes later, round midnight where need be: 10:00 and 90 make 11:30."""
    hour, minute = divmod((minutes_of(clock) + minutes) % DAY, 60)
    return f"{hour:02}:{minute:02}"


def minutes_between(start: str, end: str) -> int:
    """Minutes from one time of day to the next such time: 14:00 to 15:30 is 90."""
    return (minutes_of(end) - minutes_of(start)) % DAY


def shares(weights: list[int], total: int) -> list[int]:
    """Minutes in whole parts in proportion to the weights, the largest remainders rounded up."""
    whole = sum(weights)
    if total <= 0 or not whole:
        return [0] * len(weights)
    parts = [total * weight // whole for weight in weights]
    by_rest = sorted(range(len(weights)), key=lambda i: (-(total * weights[i] % whole), i))
    for index in by_rest[: total - sum(parts)]:
        parts[index] += 1
    return parts
