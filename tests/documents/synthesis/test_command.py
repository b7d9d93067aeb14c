"""`copkit synthesis` as a user types it."""

from pathlib import Path

import pytest

from tests.shell import ROOT, copkit


def made(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_a_report_and_the_evidence_beside_it(tmp_path: Path) -> None:
    ran = copkit(
        "synthesis", "systems", "2026-27", "--format", "md", "--format", "txt", "--out", tmp_path, root=ROOT
    )
    assert ran.code == 0
    assert made(tmp_path) == [
        "2026-27-systems-leadership-evidence.csv",
        "2026-27-systems-leadership-evidence.html",
        "2026-27-systems-leadership-evidence.json",
        "2026-27-systems-leadership-synthesis.md",
        "2026-27-systems-leadership-synthesis.txt",
    ]
    again = copkit("synthesis", "systems", "2026-27", "--format", "md,txt", "--out", tmp_path, root=ROOT)
    assert again.out.count("unchanged:") == 5


@pytest.mark.parametrize(
    ("options", "name"),
    [
        (("--one-page",), "2026-27-systems-leadership-one-page.md"),
        (("--one-page", "--for", "public"), "2026-27-systems-leadership-one-page-public.md"),
        (("--for", "public"), "2026-27-systems-leadership-synthesis-public.md"),
        (("--for", "team"), "2026-27-systems-leadership-synthesis-team.md"),
        (
            ("--from", "2026-06-01", "--to", "2026-09-30"),
            "2026-06-01-to-2026-09-30-systems-leadership-synthesis.md",
        ),
    ],
)
def test_each_version_has_a_name_of_its_own(tmp_path: Path, options: tuple[str, ...], name: str) -> None:
    ran = copkit("synthesis", "systems-leadership", *options, "--format", "md", "--out", tmp_path, root=ROOT)
    assert ran.code == 0
    assert name in made(tmp_path)


def test_a_year_alone_means_every_community(tmp_path: Path) -> None:
    assert copkit("synthesis", "2026-27", "--one-page", "--format", "txt", "--out", tmp_path, root=ROOT).code == 0
    assert len(made(tmp_path)) == 6
    assert "2026-27-ultrasound-imaging-one-page.txt" in made(tmp_path)
    refused = copkit("synthesis", "--format", "md", "--out", tmp_path / "one.md", root=ROOT)
    assert refused.code == 2
    assert "one.md is one file, and there are 6 to write" in refused.err


def test_the_screen_gets_the_report_and_nothing_else() -> None:
    ran = copkit("synthesis", "systems-leadership", "--format", "md", "--out", "-", root=ROOT)
    assert ran.code == 0
    begins = "Systems Leadership Community of Practice\n\nAnnual synthesis 2026-27, counted up to "
    assert ran.out.startswith(begins)
    assert "copkit-evidence" not in ran.out


def test_what_is_typed_wrongly_is_answered() -> None:
    for words, said in (
        (("synthesis", "systems-leadership", "26/27"), "Write 2026-27"),
        (("synthesis", "nobody"), "nobody"),
        (("synthesis", "systems-leadership", "--for", "board"), "There are members, public, team."),
        (("synthesis", "systems-leadership", "--format", "ppt"), "There are html"),
        (("synthesis", "systems-leadership", "--from", "2026-09-01", "--to", "2026-08-01"), "before it starts"),
    ):
        ran = copkit(*words, root=ROOT)
        assert ran.code == 2, words
        assert said in ran.err, words


def test_a_house_template_may_replace_one_section(tmp_path: Path) -> None:
    from tests.shell import demonstration, trust

    root = demonstration(tmp_path)
    (root / "templates").mkdir()
    (root / "templates" / "synthesis.html.j2").write_text(
        '{% extends "copkit/synthesis.html.j2" %}{% block ways %}<h2 id="ways">Ours</h2>{% endblock %}'
    )
    trust(root)
    ran = copkit("synthesis", "systems-leadership", "2026-27", "--format", "md", "--out", "-", root=root)
    assert "## Ours" in ran.out
    assert "## Next year, and how far to trust this" in ran.out
