"""Which column is which: the headers of attendance reports, as Teams, Zoom, Meet and people write them."""

import re
from collections.abc import Mapping, Sequence

NAME, FIRST, LAST, EMAIL, UPN = "name", "first", "last", "email", "upn"
JOIN, LEAVE, MINUTES, SECONDS = "join", "leave", "minutes", "seconds"
ACTION, WHEN, UTC = "action", "when", "utc"
WAITING, ATTENDED, TOPIC, START, END, COUNT = "waiting", "attended", "topic", "start", "end", "count"
CHOOSABLE = (NAME, FIRST, LAST, EMAIL, JOIN, LEAVE, MINUTES, ACTION, WHEN, ATTENDED)
"""What a person may name a column for."""

_HEADERS = {
    NAME: """name|full name|name original name|participant|participant name|attendee|attendee name|display name
        |user name|username|who|person|delegate|delegate name|member|member name|your name|name of attendee
        |vollständiger name|vollstaendiger name|teilnehmer|teilnehmername|nom complet|nom|nombre completo|nombre
        |volledige naam|naam|nome completo|nome|enw llawn|enw""",
    FIRST: "first name|firstname|forename|given name|christian name|vorname|prénom|nombre de pila|voornaam",
    LAST: "last name|lastname|surname|family name|nachname|nom de famille|apellidos|apellido|achternaam",
    EMAIL: """email|e mail|email address|e mail address|user email|user e mail|mail|email id|work email|your email
        |e mail adresse|adresse e mail|courriel|correo electrónico|correo|e mailadres|ebost""",
    UPN: "participant id upn|upn|teilnehmer id upn|id de participant upn|id de participante upn",
    JOIN: """join time|joined|joined at|time joined|first join|first join time|first joined|arrived|arrival
        |arrival time|time in|time arrived|beitrittszeit|beitrittszeitpunkt|erster beitritt|erste teilnahme
        |première participation|heure de participation|heure d arrivée|hora de unión|primera unión
        |hora de ingreso|deelnametijd|eerste deelname""",
    LEAVE: """leave time|left|left at|time left|last leave|last leave time|time exited|exited|exit time|departed
        |departure|departure time|time out|verlassen um|letztes verlassen|austrittszeit|zeitpunkt des verlassens
        |letzter austritt|dernière sortie|dernier départ|heure de départ|heure de sortie|hora de salida
        |última salida|vertrektijd|laatste vertrek""",
    MINUTES: """duration|duration minutes|in meeting duration|total duration|total duration minutes|minutes|mins
        |time in meeting|time in session|time in meeting minutes|time in session minutes|attendance duration
        |minutes attended|dauer|besprechungsdauer|dauer der teilnahme|dauer in besprechung|durée
        |durée de la réunion|durée de participation|duración|duración en la reunión|duur|hyd""",
    SECONDS: "duration seconds|total attendance in seconds|seconds|total seconds",
    ACTION: """user action|action|benutzeraktion|aktion|action de l utilisateur|acción del usuario
        |gebruikersactie|azione utente""",
    WHEN: """timestamp|time stamp|event timestamp|zeitstempel|horodatage|horodateur|marca de tiempo|tijdstempel
        |timestamp evento""",
    UTC: "utc event timestamp|utc timestamp|timestamp utc",
    WAITING: "in waiting room|waiting room",
    ATTENDED: "attended|present|attendance|attendance status|attended yes no|checked in|here|came",
    TOPIC: "topic|meeting id|meeting title|thema|id de réunion",
    START: "start time|meeting start time|startzeit|heure de début|hora de inicio",
    END: "end time|meeting end time|endzeit|heure de fin|hora de finalización",
    COUNT: "attended participants|total number of participants|participants|number of participants",
}


def plain(header: str) -> str:
    """A header for comparing: small letters, words and single spaces."""
    return " ".join(re.findall(r"\w+", header.replace("_", " ").casefold()))


_FIELD = {plain(name): field for field, names in _HEADERS.items() for name in names.split("|")}


def field_of(header: str, chosen: Mapping[str, str]) -> str | None:
    """What a column holds: as the person says (`chosen` by plain header), or as its header is known."""
    bare = plain(header)
    return chosen.get(bare) or (None if chosen else _FIELD.get(bare))


def fields_of(row: Sequence[str], chosen: Mapping[str, str]) -> dict[str, int]:
    """The column of each field in a row of headers; of two columns for one field, the first."""
    found: dict[str, int] = {}
    for column, header in enumerate(row):
        field = field_of(header, chosen) if header else None
        if field is not None:
            found.setdefault(field, column)
    if FIRST in found and LAST not in found and NAME in found:  # a French “Nom” beside a “Prénom”
        found[LAST] = found.pop(NAME)
    return found


def is_header(fields: Mapping[str, int]) -> bool:
    """Whether a row heads a table of people."""
    return bool({NAME, FIRST, LAST} & set(fields)) or (EMAIL in fields and TOPIC not in fields)


def is_summary(fields: Mapping[str, int]) -> bool:
    """Whether a row heads a line about the meeting as a whole."""
    return TOPIC in fields and not {NAME, FIRST, LAST} & set(fields) and len(fields) > 1
