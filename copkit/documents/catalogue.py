"""Every document that copkit prints, a line or two each. A new one is a line here, a module and a template."""

from collections.abc import Iterable
from typing import Final

from copkit.documents.registry import Document
from copkit.documents.source import Audience

ALL: Final[tuple[Audience, ...]] = ("members", "public", "team")
INSIDE: Final[tuple[Audience, ...]] = ("members", "team")
TEAM: Final[tuple[Audience, ...]] = ("team",)
PERIOD = ("from_", "to")
EMPTY = "It is empty and asks for nothing sensitive."


def registered(documents: Iterable[Document]) -> dict[str, Document]:
    """Documents by name; a name used twice is refused, so that no document can hide another."""
    found: dict[str, Document] = {}
    for one in documents:
        if found.setdefault(one.name, one) is not one:
            raise ValueError(f"two documents are named {one.name}")
    return found


DOCUMENTS: Final = registered((
    Document("agenda", "session", ALL,
             "Print the agenda of a session: members' version, or the public one. Clock times are worked out "
             "from the minutes of each item."),
    Document("invite", "session", ALL,
             "Print the invitation; for a session that was moved or cancelled, the notice of the change. With "
             "--addresses it prints the members' addresses from the private folder on one line, to paste into "
             "Bcc.",
             ("addresses",)),
    Document("change", "session", ALL,
             "Print the notice of a change, for a session that was moved or cancelled: what changed and why."),
    Document("plan", "session", TEAM,
             "Print the facilitator's plan: what each item is for, the steps, who, and what if late."),
    Document("moderator", "session", TEAM,
             "Print the moderator's page of the plan: prompts, and who comes for the first time."),
    Document("brief", "session", TEAM,
             "Print the brief for the senior leader who speaks: how long, to whom, about what, and what "
             "follows."),
    Document("tables", "session", INSIDE,
             "Print a table plan that mixes organisations and sectors and spreads newcomers. The number of "
             "tables is the plan's, else enough for 8 or fewer at each. The same members give the same plan."),
    Document("sign-in", "session", ALL, f"Print the sign-in sheet. {EMPTY}"),
    Document("table-sheet", "session", ALL, f"Print the sheet that lies on each table. {EMPTY}"),
    Document("story-sheet", "session", ALL, f"Print the sheet for a story of value. {EMPTY}"),
    Document("feedback-sheet", "session", ALL, f"Print the feedback sheet. {EMPTY}"),
    Document("follow-up-sheet", "session", ALL,
             "Print the sheet for three months later, which asks what people used."),
    Document("notes", "session", ALL,
             "Print a session's notes: the members' version, or the public one. The public version names "
             "nobody and no organisation, and has no owners. Lines that name somebody are held back and "
             "counted; plain notes are held back too, unless the notes say “publish: yes”.", session="last"),
    Document("actions", "actions", INSIDE,
             "Print the open actions, a page an owner, with what is overdue first.", ("overdue", "owner")),
    Document("welcome", "newcomer", INSIDE,
             "Print the welcome page for a member: how we meet, the dates of the year, and whom to ask."),
    Document("blueprint", "community", ALL,
             "Print the blueprint: how a community works, so that others can carry it on or begin one like it."
             " It can be used without copkit. Beside it lies blueprint-COMMUNITY.yaml, the settings as data, "
             "for “copkit new community NAME --like FILE”: no people, no dates, no organisations. With --ready it "
             "only lists what is still in somebody's head, with its file.", ("ready", "as_json")),
    Document("group", "group", ("members", "public"),
             "Print the report of a task-and-finish group on one page, finished or not: its question, who and "
             "from where, what it did, found and asks, and what happens now. Without a group, one for each. "
             "The public version names nobody and leaves out what was reported to members.",
             by="group_report:group_report", page="group_report"),
    Document("exemplar", "initiative", ("public", "members"),
             "Print Exemplar Hub entries: an initiative on one page, for somebody who may want to take it up. "
             "Without an initiative, one for each at the stage of exemplar, spreading or embedded. One that is"
             " named is printed at any stage, and the page says that it is no exemplar yet. The public version"
             " names people only where they agreed; --for members names who carries it and who can help.",
             by="exemplar:entry"),
    Document("exemplar-index", "hub", ("public", "members"),
             "Print the index of the Exemplar Hub: every initiative by its stage.", by="exemplar.index:index"),
    Document("synthesis", "year", ALL,
             "Print the annual synthesis: what the year came to, in figures that say where they come from. "
             "What people wrote in the year's review is printed as theirs; what is missing is said. Beside the"
             " report stands its evidence: a page with every table and figure explained, a spreadsheet, and a "
             "data file with the records behind every figure. With --one-page it is a page for a board.",
             ("one_page", *PERIOD)),
    Document("one-page", "year", ALL,
             "Print the board's page: the year of a community on one side of A4.", PERIOD,
             by="synthesis.one_page:build", page="synthesis_page"),
    Document("evidence", "year", ALL,
             "Print the evidence of the annual synthesis: every table behind the report, and what each figure is"
             " and was counted from. “copkit synthesis” writes it beside the report.", PERIOD,
             by="synthesis.evidence_page:build"),
    Document("health", "years", ALL,
             "Print the signs of health: each a figure beside its rule. Signs are never added up, communities "
             "are never ranked, and no sign looks at one person. “copkit health” shows them on the screen.",
             PERIOD),
    Document("evaluation", "commission", ("public", "members", "team"),
             "Print the evaluation report for a commissioner: planned against delivered, and what came of it. "
             "It names nobody who did not agree to it: a commissioner was not in the room. The period is the "
             "commission's unless a year, or --from and --to, say otherwise. With --commission it is of all "
             "communities of the commission; where there are several commissions, name a community of the one "
             "that you mean.",
             ("commission", *PERIOD), by="evaluation.view:report"),
    Document("portfolio", "programme year", ALL,
             "Print the portfolio: all communities together in a year, with the evidence beside the report.",
             PERIOD, by="portfolio.report:report"),
    Document("portfolio-page", "programme year", ALL,
             "Print the portfolio's page for a board: all communities together on one side of A4.", PERIOD,
             by="portfolio.view:one_page"),
    Document("portfolio-evidence", "programme year", ALL,
             "Print the evidence of the portfolio: every table by community, and every figure explained.", PERIOD,
             by="portfolio.view:evidence_page"),
    Document("certificate", "attendance", TEAM,
             "Print a person's CPD certificate or attendance statement, for a session or, where a year is "
             "named, for the year; without a person, for everybody who asked (“certificate:” in members.yaml)."
             " A certificate is for those who were there for three quarters of the time, by the minutes in the"
             " notes, where a body has accredited the session (“accredited:” in community.yaml or the plan). "
             "All else is an attendance statement, and says that it is not accredited. It is for the person "
             "named and the team.",
             ("statement",), "last", by="certificate:certificate"),
    Document("certificate-year", "attendance", TEAM,
             "Print a person's statement of a year: each session that the person was at, and the hours.",
             by="certificate:year_statement"),
    Document("privacy-notice", "programme", ("public", "team"),
             "Print the privacy notice on one page: what is kept on people, why, who sees it, for how long, and "
             "their rights. For the public it is printed when the information governance lead of the host has "
             "confirmed it (“lawful_basis_confirmed:” in programme.yaml); --for team prints the draft to show.",
             by="privacy_notice:notice"),
    Document("privacy-export", "person", TEAM,
             "Write all that is held on a person: every mention with its file and line, as a page and as JSON."
             " The names of other people are taken out of the lines. The files go to the private folder, "
             "unless --out names another; --json prints the data and writes nothing. Read it before you send "
             "it.", ("as_json",), by="privacy_export:export"),
))  # fmt: skip
NAMES: Final = tuple(DOCUMENTS)
SETS: Final = {"sheets": ("sign-in", "table-sheet", "story-sheet", "feedback-sheet")}
"""What is printed together under one name: what lies on the tables of a session."""
