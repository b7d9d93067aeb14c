"""Who may be named: one rule of consent for quotes, stories and every list in public."""

from datetime import date

from copkit.models.programme import Person


def has_agreed(on: date | None, today: date) -> bool:
    """Whether somebody has agreed by now: a day to come is when they are to be asked."""
    return on is not None and on <= today


def may_be_named(person: Person | None) -> bool:
    """Whether somebody may be named in public: only who is in the register and agreed to it (`publish: yes`)."""
    return person is not None and person.publish == "yes"


def may_be_listed(person: Person, today: date) -> bool:
    """Whether somebody may be named to members beside whom they met."""
    agreed = person.consent
    return agreed.list_name == "yes" and (agreed.date is None or has_agreed(agreed.date, today))


def credit(show: str, person: Person | None, *, public: bool) -> str:
    """What may be shown of who said something, or tells a story: `name`, `role`, or nothing.

    `show` is what they agreed to for these words. In public a name needs the register's word too.
    """
    if show == "name":
        return "name" if not public or may_be_named(person) else ""
    return "role" if show == "role" else ""
