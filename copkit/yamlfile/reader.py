"""Reading one file: decode, look through the raw text, build, and say in plain words what is wrong."""

from copkit.findings import Finding, Position, Severity
from copkit.visible import HIDDEN, has_hidden
from copkit.yamlfile.decode import decode
from copkit.yamlfile.document import Document
from copkit.yamlfile.marks import Lines
from copkit.yamlfile.scan import hidden_characters, merge_conflicts

MAX_BYTES = 20_000_000
_MARKERS = ("<<<<<<<", ">>>>>>>", "|||||||")


def read(data: bytes, path: str) -> Document:
    """A file's bytes as data with places and findings; `path` is the name to give in them. Never raises."""
    if len(data) > MAX_BYTES:
        return Document(path, None, None, (too_large(path),), "")
    text, trouble = decode(data, path)
    if trouble is not None:
        return Document(path, None, None, (trouble,), text)
    return parse(text, path)


def parse(text: str, path: str) -> Document:
    """The same from text that is already decoded."""
    from yaml import YAMLError

    from copkit.yamlfile.build import Builder, Stop
    from copkit.yamlfile.events import next_event
    from copkit.yamlfile.problems import explain

    found: list[Finding] = []
    clean = text
    if has_hidden(text):
        found += hidden_characters(Lines.of(text), path)
        clean = HIDDEN.sub("\ufffd", text)
    conflicts = merge_conflicts(Lines.of(text), path) if any(sign in text for sign in _MARKERS) else []
    builder = Builder(clean, path)
    try:
        builder.run(next_event(clean))
    except Stop:
        found += builder.findings
    except (YAMLError, ValueError) as error:
        found += builder.findings
        told = {finding.position.line for finding in found if finding.severity is Severity.ERROR}
        broken = explain(error, Lines.of(text), path)
        if broken.position.line not in told and not conflicts:
            found.append(broken)
    else:
        found += builder.findings
    found += conflicts
    return Document(path, builder.data, builder.marks, in_order(found), text, gaps=builder.gaps or bool(found))


def too_large(path: str) -> Finding:
    """The error for a file over the limit, which the loader can give before it reads the file."""
    message = f"this file is larger than {MAX_BYTES // 1_000_000} MB"
    return Finding("REF-08", Severity.ERROR, Position(path), message, "Split it into smaller files.")


def in_order(found: list[Finding]) -> tuple[Finding, ...]:
    """Findings as they are printed."""
    return tuple(sorted(found, key=lambda finding: finding.order)) if found else ()
