"""How many pages a PDF has, for documents that promise to be one."""


from copkit.patterns import when_used

_PAGE = when_used(rb"/Type\s*/Page(?![a-zA-Z])")


def pages(data: bytes) -> int:
    """The number of pages of a PDF that copkit made: their objects stand in it uncompressed."""
    return len(_PAGE.findall(data))
