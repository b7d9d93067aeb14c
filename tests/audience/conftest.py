"""A workspace as `copkit init` makes it, to type things into."""

from tests.people.conftest import begun, fresh

__all__ = ["begun", "fresh"]
