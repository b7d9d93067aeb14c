"""The marks of host and partners on what is printed: one that cannot be shown is said, and stops nothing."""

import shutil
from pathlib import Path

import pytest
from docx import Document
from pypdfium2 import PdfDocument

from copkit.render.accenting import BLUES, accented
from tests.documents.making import WORKSPACE
from tests.render.test_given import BAD, GOOD
from tests.shell import copkit


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(WORKSPACE, tmp_path / "work")
    return tmp_path / "work"


def agenda(root: Path, picture: bytes, name: str) -> tuple[str, str]:
    """What is said, and the HTML; all formats are made."""
    (root / name).write_bytes(picture)
    settings = root / "communities/programme/programme.yaml"
    settings.write_text(settings.read_text("utf-8") + f"logo: {name}\nlogo_alt: Seaport ICS\n", "utf-8")
    ran = copkit("agenda", "--format", "pdf", "--format", "docx", "--format", "html", root=root)
    assert ran.code == 0, ran.err
    return ran.err, next((root / "build").rglob("*agenda.html")).read_text("utf-8")


@pytest.mark.parametrize(("name", "kind"), [("wide.png", "png"), ("wide.jpg", "jpeg"), ("tall.svg", "svg+xml")])
def test_a_logo_is_known_by_what_it_holds(root: Path, name: str, kind: str) -> None:
    said, page = agenda(root, GOOD[name], "logo.picture")
    assert (said, f'src="data:image/{kind};base64,' in page) == ("", True)


@pytest.mark.parametrize("why", ["is cut off", "cannot be drawn", "<script>", "no PNG, JPEG or SVG"])
def test_one_that_cannot_be_shown_is_said_and_stops_nothing(root: Path, why: str) -> None:
    said, page = agenda(root, BAD[why], "logo.png")
    assert "the logo logo.png cannot be shown: it" in said
    assert "data:image" not in page


def test_one_that_is_not_sharp_in_print_is_said(root: Path) -> None:
    said, page = agenda(root, GOOD["tiny.png"], "logo.png")
    assert "the logo logo.png has 2 dots to the inch in print, and 150 are needed" in said
    assert "data:image/png" in page


def test_a_letter_that_no_font_has_is_said_once_with_its_place(root: Path) -> None:
    plan = root / "communities/night-care/sessions/2026-07-01.yaml"
    plan.write_text(plan.read_text("utf-8").replace("travel: Tram", "travel: 😀 🎉 Tram"), "utf-8")
    ran = copkit("agenda", "--format", "pdf", root=root)
    assert (ran.code, ran.err.count("no font for the PDF has “😀” (U+1F600)")) == (0, 1)
    assert "printed as [grinning face]. So it is with 1 more of its characters." in " ".join(ran.err.split())


def beside(root: Path, partners: str, host: str = "icb") -> str:
    """The agenda where there are partners, all with one logo; the host has one of its own."""
    (root / "partner.svg").write_bytes(GOOD["tiny.svg"])
    settings = root / "communities/programme/programme.yaml"
    settings.write_text(f"{settings.read_text('utf-8')}host: {host}\npartners:\n{partners}", "utf-8")
    said, page = agenda(root, GOOD["wide.png"], "logo.png")
    assert said == ""
    return page


def mark(organisation: str) -> str:
    return f"  - {{organisation: {organisation}, logo: partner.svg, logo_alt: The mark of {organisation}}}\n"


def test_six_partners_stand_by_their_logos_at_the_foot_of_the_first_page_and_others_by_name(root: Path) -> None:
    page = beside(root, "".join(map(mark, "abcdefgh")) + "  - {organisation: i}\n")
    assert page.count('class="partner"') == 6
    assert "With g, h and i" in page
    pdf = next((root / "build").rglob("*agenda.pdf"))
    first, *later = PdfDocument(pdf)
    assert "With g, h and i" in first.get_textpage().get_text_range()
    assert not any("With g" in one.get_textpage().get_text_range() for one in later)
    shapes = Document(str(next((root / "build").rglob("*agenda.docx")))).inline_shapes
    assert len(shapes) == 7
    assert all(one.width.mm <= 25.5 and one.height.mm <= 9.5 for one in list(shapes)[1:])


def test_a_page_has_one_nhs_logo(root: Path) -> None:
    partners = mark("NHS One") + mark("nhs-two") + mark("The Hospice")
    page = beside(root, partners, "NHS Nowhere")
    assert page.count('class="partner"') == 1
    assert "With NHS One and nhs-two" in page


def test_a_host_outside_the_nhs_leaves_room_for_one(root: Path) -> None:
    page = beside(root, mark("NHS One") + mark("nhs-two") + mark("The Hospice"), "seaport-council")
    assert page.count('class="partner"') == 2
    assert "With nhs-two" in page


def coloured(root: Path, accent: str) -> tuple[str, Path]:
    """What is said where there is an accent, and the folder of the agenda in each format."""
    settings = root / "communities/programme/programme.yaml"
    settings.write_text(f'{settings.read_text("utf-8")}accent: "{accent}"\n', "utf-8")
    formats = [word for form in ("pdf", "docx", "html") for word in ("--format", form)]
    ran = copkit("agenda", *formats, "--out", root / "made", root=root)
    assert ran.code == 0, ran.err
    return ran.err, root / "made"


def test_an_accent_is_the_one_colour_in_each_format(root: Path) -> None:
    said, made = coloured(root, "#7A1F5C")
    assert said == ""
    page = next(made.glob("*.html")).read_text("utf-8")
    assert "#7a1f5c" in page
    assert not any(blue in page.lower() for blue in BLUES)
    word = Document(str(next(made.glob("*.docx"))))
    assert f"{word.styles['Heading 1'].font.color.rgb}" == "7A1F5C"
    sheet = PdfDocument(next(made.glob("*.pdf")))[0].render(scale=2).to_pil()
    colours = {colour for _, colour in sheet.getcolors(1_000_000)}
    assert (0x7A, 0x1F, 0x5C) in colours
    assert not colours & {(0x00, 0x5E, 0xB8), (0x00, 0x30, 0x87)}


@pytest.mark.parametrize(
    ("accent", "words"),
    [("#ffb81c", "is too light to read: the nearest shade that is not is #8b640f"), ("plum", "is no colour")],
)
def test_an_accent_that_does_not_read_is_said_and_not_taken(root: Path, accent: str, words: str) -> None:
    said, made = coloured(root, accent)
    assert words in " ".join(said.split())
    assert BLUES[0] in next(made.glob("*.html")).read_text("utf-8")


def test_what_people_typed_of_a_colour_stays() -> None:
    page = '<style>a { color: #005EB8 }</style><body><p>Ours is fill=&#34;#005eb8&#34;</p><svg fill="#005eb8"/>'
    assert accented(page, "#7a1f5c") == (
        '<style>a { color: #7a1f5c }</style><body><p>Ours is fill=&#34;#005eb8&#34;</p><svg fill="#7a1f5c"/>'
    )
