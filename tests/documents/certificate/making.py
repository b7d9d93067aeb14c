"""Make certificates and statements of the workspace that the tests of the hub use too."""

from typing import Any

from copkit.documents.certificate import TeamCertificate, TeamYear, certificate, year_statement
from copkit.metrics.stay import Stay, stays
from copkit.render import FORMATS, html
from tests.documents.exemplar.making import night_care

HELD = "2026-06-03"


def of_session(who: str, session: str = HELD) -> TeamCertificate:
    """The certificate of a person for a session."""
    return certificate(night_care("team"), who, stay(who, session))


def of_year(who: str) -> TeamYear:
    """The statement of a person for the year."""
    of = night_care("team")
    return year_statement(of, who, stays(of.facts)[who])


def stay(who: str, session: str = HELD) -> Stay:
    """How long a person was at a session."""
    return next(one for one in stays(night_care("team").facts)[who] if one.session.id == session)


def certificates(form: str) -> dict[str, bytes]:
    """A certificate, a statement and a year's statement in a format."""
    made: dict[str, tuple[str, Any]] = {
        "certificate": ("certificate", of_session("wren.adair")),
        "statement": ("certificate", of_session("viktor.hale")),
        "year": ("certificate_year", of_year("una.okafor")),
    }
    return {name: FORMATS[form](html(template, view), view.meta) for name, (template, view) in made.items()}
