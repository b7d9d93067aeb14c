"""What is read back of a PDF: how many pages it has, and which words stand on them."""


from copkit.patterns import when_used

_PAGE = when_used(rb"/Type\s*/Page(?![a-zA-Z])")


def pages(data: bytes) -> int:
    """The number of pages of a PDF that copkit made: their objects stand in it uncompressed."""
    return len(_PAGE.findall(data))


def words_of(data: bytes, margin: float = 0) -> str:
    """What stands on the paper, page by page, within a margin in points; not what runs off it."""
    import pypdfium2  # type: ignore[import-untyped]

    pages = [
        page.get_textpage().get_text_bounded(bottom=margin, top=page.get_height() - margin)
        for page in pypdfium2.PdfDocument(data)
    ]
    # PDFium gives a hyphen at the end of a line as one of two letters of its own.
    return "\n".join(pages).replace("\ufffe", "-").replace("\x02", "-")
