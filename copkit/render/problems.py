"""What can be wrong with a template, or with the page that it wrote."""


class RenderProblem(Exception):
    """A document cannot be made; the text is one plain sentence that names the place."""


class TemplateProblem(RenderProblem):
    """A template cannot be read or run: its name, the line (0 where unknown) and what is wrong."""

    def __init__(self, template: str, line: int, what: str) -> None:
        super().__init__(template, line, what)
        self.template = template
        self.line = line
        self.what = what

    def __str__(self) -> str:
        place = f"{self.template}:{self.line}" if self.line else self.template
        return f"{place}: {self.what}"


class DocumentProblem(RenderProblem):
    """The page that a template wrote breaks a rule that keeps documents readable for everyone."""

    def __init__(self, what: str, place: str = "") -> None:
        super().__init__(what, place)
        self.what = what
        self.place = place

    def __str__(self) -> str:
        return f"{self.what} ({self.place})" if self.place else self.what
