"""Print what the engine finds: python -m tests.markers [--slow] [--all]."""

import sys
import tempfile
from pathlib import Path

from tests.markers.engine import once
from tests.markers.marking import bears_markers, every_field
from tests.markers.reporting import by_way


def main(slow: bool, every: bool) -> None:
    """The figures, the leaks, the fields that reach nobody; with --all each field by command, audience, format."""
    with tempfile.TemporaryDirectory() as folder:
        made = once(Path(folder), slow=slow)
    report, outputs, fields = made.report, made.outputs, every_field()
    with_room = sum(bears_markers(name, field) for name, field in fields.items())
    print(f"{len(fields)} fields, of which {with_room} hold words; {len(made.planted.markers)} markers planted")
    print(f"{len({one.line for one in outputs})} command lines of {len({one.command for one in outputs})} commands")
    print(f"for {', '.join(sorted({one.audience for one in outputs}))}")
    print(f"{len(outputs)} outputs in {', '.join(sorted({one.form for one in outputs}))}: "
          f"{report.bytes_read:,} bytes read")  # fmt: skip
    print(f"\nReach whom they must not ({len(by_way(report.leaks))} ways):")
    for (why, command, audience), names in sorted(by_way(report.leaks).items()):
        print(f"  {command} for {audience}: {why}: {' '.join(sorted(names))}")
    if not slow:
        _say_nobody(report.nobody)
    if every:
        print("\nfield\twhy\tcommand\taudience\tformat")
        for one in sorted(report.reached):
            print("\t".join(one[:5]))


def _say_nobody(names: set[str]) -> None:
    """The fields that reach nobody, by what their models declare."""
    declared: dict[str, list[str]] = {}
    for name in sorted(names):
        why = every_field()[name].about.unprinted
        said = "not declared" if why is None else f"{why.issue}: {why.why}" if why.issue else f"internal: {why.why}"
        declared.setdefault(said, []).append(name)
    print(f"\nReach nobody ({len(names)}):")
    for said, those in sorted(declared.items()):
        print(f"  {said} ({len(those)}): {' '.join(those)}")


if __name__ == "__main__":
    main("--slow" in sys.argv, "--all" in sys.argv)
