"""What is read back of a PDF: how many pages it has, and which words stand on them."""

from collections.abc import Mapping
from html import unescape

from copkit.patterns import when_used

_HEADING = when_used(r'<h2 id="([\w-]+)">([^<]*)</h2>')
_PAGE = when_used(rb"/Type\s*/Page(?![a-zA-Z])")


def pages(data: bytes) -> int:
    """The number of pages of a PDF that copkit made: their objects stand in it uncompressed."""
    return len(_PAGE.findall(data))


def words_of(data: bytes, margin: float = 0) -> str:
    """What stands on the paper, page by page, within a margin in points; not what runs off it."""
    return "\n".join(pages_of(data, margin))


def pages_of(data: bytes, margin: float = 0) -> list[str]:
    """The same, a text a page."""
    import pypdfium2  # type: ignore[import-untyped]

    texts = (
        page.get_textpage().get_text_bounded(bottom=margin, top=page.get_height() - margin)
        for page in pypdfium2.PdfDocument(data)
    )
    # PDFium gives a hyphen at the end of a line as one of two letters of its own.
    return [text.replace("\ufffe", "-").replace("\x02", "-") for text in texts]


def headings(page: str) -> dict[str, str]:
    """The headings of a page's parts that have an id, by it."""
    return {found[1]: unescape(found[2]) for found in _HEADING.finditer(page)}


def run_over(data: bytes, titles: Mapping[str, str]) -> tuple[str, ...]:
    """The parts of a PDF that take more than a page, by their titles in order; each begins a page of its own."""
    texts = [" ".join(text.split()) for text in pages_of(data)]
    starts, first = [], 0
    for name, title in titles.items():
        said = " ".join(title.split())
        first = next((number for number, text in enumerate(texts) if number >= first and said in text), first)
        starts.append((name, first))
    ends = [place for _, place in starts[1:]] + [len(texts)]
    return tuple(name for (name, start), end in zip(starts, ends, strict=True) if end - start > 1)
