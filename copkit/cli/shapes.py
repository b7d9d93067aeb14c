"""The shape of what each command prints with `--json`, and the JSON Schema that it makes."""

import json
from typing import Any, Final

from copkit.cli.say_json import VERSION

_PLACE = {"path": "text", "line": "whole", "column": "whole"}
_WHO = {"typed": "text", "id": "text?", "name": "text?"}
_CHECK = {
    "code": "text",
    "title": "text",
    "why": "text",
    "severity": "text",
    "gravity": "text?",
    "bad": "text?",
    "good": "text?",
    "thresholds": {"*": "whole"},
}
_TERM = {"name": "text", "meaning": "text", "others": ["text"]}
_THREAD = {
    "community": "text",
    "id": "text",
    "who": "text?",
    "what": "text",
    "sessions": "whole",
    "position": "text",
}
_FINDING = {"code": "text", "severity": "text", **_PLACE, "message": "text", "fix": "text", "title": "text"}
_FIGURE = {
    "code": "text",
    "label": "text",
    "said": "text",
    "value": "number?",
    "high": "number?",
    "numerator": "number?",
    "denominator": "number?",
    "percent": "whole?",
    "unit": "text",
    "form": "text",
    "period": {"from": "text", "to": "text"},
    "left_out": ["text"],
    "hidden": "flag",
    "kind": "text",
    "counted": [{**_PLACE, "what": "text"}],
    "among": [{**_PLACE, "what": "text"}],
}
_LEFT = {"what": "text", "why": "text"}
_RECEIPT = {
    "sheet": "text",
    "sheets_left": [_LEFT],
    "columns": {"*": "text"},
    "not_read": ["text"],
    "decided": [{"what": "text", "taken": "text", "why": "text"}],
    "left_out": [_LEFT],
    "unknown": ["text"],
}
SHAPES: Final[dict[str, dict[str, Any]]] = {
    "actions": {
        "actions": [
            {
                "community": "text",
                "id": "text",
                "owner": "text?",
                "owner_name": "text?",
                "what": "text",
                "due": "text?",
                "first_due": "text?",
                "status": "text",
                "days_overdue": "whole",
                "sessions": "whole",
                "position": "text",
            }
        ]
    },
    "actions --asks": {"asks": [{**_THREAD, "offers": [{**_THREAD, "shared": ["text"]}]}]},
    "attend": {
        "community": "text",
        "session": "text",
        "source": "text?",
        "present": ["text"],
        "minutes": {"*": "whole"},
        "minutes_unknown": ["text"],
        "apologies": ["text"],
        "present_and_apologies": ["text"],
        "others": "whole?",
        "added": ["text"],
        "left_out": "whole",
        "receipt": _RECEIPT,
        "written": ["text"],
    },
    "blueprint --ready": {
        "communities": {"*": [{"part": "text", "what": "text", "where": "text", "empty": "flag"}]}
    },
    "check": {
        "today": "text",
        "summary": {"error": "whole", "warning": "whole", "info": "whole", "files": "whole"},
        "unknown": ["text"],
        "findings": [_FINDING],
    },
    "doctor": {"lines": [{"what": "text", "state": "text", "found": "text", "do": "text", "vital": "flag"}]},
    "explain": {"checks": [_CHECK], "terms": [_TERM]},
    "explain CODE": _CHECK,
    "explain FAMILY": {"checks": [_CHECK]},
    "explain TERM": _TERM,
    "explain METHOD": {
        "method": "text",
        "title": "text",
        "least": "whole",
        "usual": "whole?",
        "most": "whole?",
        "people": "text",
        "steps": [{"what": "text", "minutes": "whole"}],
        "note": "text",
        "others": ["text"],
    },
    "explain THRESHOLD": {"name": "text", "number": "whole", "meaning": "text"},
    "explain thresholds": {"thresholds": [{"name": "text", "number": "whole", "meaning": "text"}]},
    "export": {"folder": "text", "files": ["text"], "rows": {"*": "whole"}},
    "feedback": {
        "community": "text",
        "session": "text",
        "forms": "whole",
        "unread": {"*": "whole"},
        "texts_to_read": "whole",
        "receipt": _RECEIPT,
        "written": ["text"],
    },
    "health": {
        "communities": [
            {
                "community": "text",
                "from": "text",
                "to": "text",
                "signs": [
                    {
                        "sign": "text",
                        "question": "text",
                        "code": "text?",
                        "label": "text?",
                        "said": "text?",
                        "side": "text?",
                        "threshold": "whole?",
                        "setting": "text?",
                        "standing": "text",
                        "why": "text",
                    }
                ],
            }
        ]
    },
    "import replies": {
        "community": "text",
        "session": "text",
        "coming": ["text"],
        "maybe": ["text"],
        "not_coming": ["text"],
        "others": "whole",
        "access": {"*": "whole"},
        "meals": {"*": "whole"},
        "receipt": _RECEIPT,
        "written": ["text"],
    },
    "import members": {
        "community": "text",
        "rows": "whole",
        "people": ["text"],
        "roll": ["text"],
        "addresses": "whole",
        "remarks": [{"row": "whole", "text": "text", "bad": "flag"}],
        "receipt": _RECEIPT,
        "written": ["text"],
    },
    "list": {
        "noun": "text",
        "records": [{"community?": "text?", "name": "text?", "id": "text", "position": "text"}],
    },
    "next": {
        "communities": [
            {
                "community": "text",
                "next": "text?",
                "date": "text?",
                "begin": [{"field": "text", "what": "text", "path": "text"}],
                "year": ["text"],
                "year_how": ["text"],
                "tasks": [
                    {
                        "session": "text",
                        "due": "text",
                        "late": "flag",
                        "role": "text",
                        "who": "text",
                        "what": "text",
                    }
                ],
            }
        ],
        "programme": [{"date": "text?", "what": "text", "path": "text"}],
    },
    "notes show": {
        "community": "text",
        "session": "text",
        "date": "text",
        "path": "text",
        "by_lines": "flag",
        "present": [_WHO],
        "apologies": [_WHO],
        "minutes_unknown": [_WHO],
        "doubts": ["any"],
        "findings": ["any"],
        "looks_like": [{"line": "whole", "kind": "text", "new": "text"}],
        "summary": "text",
        "lines": [
            {
                "line": "whole",
                "id": "text?",
                "kind": "text",
                "typed": "text",
                "meaning": "text",
                "people": [_WHO],
                "what": "text",
                "detail": "text",
                "due": "text?",
                "closes": "text?",
                "themes": ["text"],
            }
        ],
    },
    "print privacy-export": {
        "person": "text",
        "name": "text",
        "made": "text",
        "facts": [{"heading": "text", "text": "text", "path": "text", "line": "whole?"}],
        "searched": {"files": "whole", "made": "whole", "commits": "whole?"},
        "not_searched": [{"path": "text", "why": "text"}],
        "mentions": [{"path": "text", "number": "whole", "text": "text", "how": "text", "doubt": "text"}],
    },
    "privacy due": {"due": ["any"]},
    "review show": {
        "path": "text",
        "year": "text",
        "answered": ["text"],
        "blank": ["text"],
        "promises_without_outcome": ["text"],
        "agreed_by": ["text"],
        "final": "flag",
    },
    "schedule": {
        "years": [
            {
                "community": "text",
                "name": "text",
                "year": "text",
                "from": "text",
                "to": "text",
                "problems": ["any"],
                "notes": ["any"],
                "sessions": [
                    {
                        "session": "text?",
                        "number": "whole?",
                        "date": "text",
                        "start": "text",
                        "end": "text",
                        "minutes": "whole",
                        "place": "text",
                        "state": "text",
                        "replaces": "text",
                        "kept": "text",
                        "clashes": ["any"],
                        "notes": ["text"],
                        "keeps_clear_of": ["text"],
                        "free": ["any"],
                    }
                ],
                "gone": ["any"],
            }
        ],
        "against?": {
            "file": "text",
            "from": "text",
            "to": "text",
            "entries": "whole",
            "passed_over": "whole",
            "not_placed": [{"title": "text", "why": "text"}],
        },
    },
    "show": {"noun": "text", "found": {"name": "text?", "id": "text", "position": "text"}, "record": {"*": "any"}},
    "templates list": {"templates": [{"name": "text", "from": "text", "blocks": ["text"]}]},
    "why": {"metrics": [{"code": "text", "name": "text", "of": "text"}]},
    "why CODE": {
        "code": "text",
        "name": "text",
        "definition": "text",
        "counted_from": "text",
        "after": "text",
        "of": "text",
        "figures": [_FIGURE],
        "others": [{"label": "text", "said": "text"}],
    },
}
"""By the line that prints it. A key with `?` may be left out, a value with `?` may be null, `*` is any key."""
_TYPES: Final = {"text": "string", "whole": "integer", "number": "number", "flag": "boolean"}


def schema(line: str) -> dict[str, Any]:
    """The JSON Schema of what a line prints. A key may be added in time; none goes or changes its meaning."""
    made = _schema({"version": "whole", **SHAPES[line]})
    made["properties"]["version"] = {"const": VERSION}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"copkit {line} --json", **made}


def all_schemas() -> str:
    """Every schema in one file, by the line that prints what it is of."""
    return f"{json.dumps({line: schema(line) for line in SHAPES}, indent=1, ensure_ascii=False)}\n"


def _schema(shape: Any) -> dict[str, Any]:
    if isinstance(shape, list):
        return {"type": "array", "items": _schema(shape[0])}
    if isinstance(shape, dict):
        return _object(shape)
    if shape == "any":
        return {}
    kind = _TYPES[shape.rstrip("?")]
    return {"type": [kind, "null"] if shape.endswith("?") else kind}


def _object(shape: dict[str, Any]) -> dict[str, Any]:
    if set(shape) == {"*"}:
        return {"type": "object", "additionalProperties": _schema(shape["*"])}
    return {
        "type": "object",
        "properties": {key.rstrip("?"): _schema(value) for key, value in shape.items()},
        "required": [key for key in shape if not key.endswith("?")],
    }
