"""Methods, running orders, terms, role cards and rules of health of a workspace's own, where `init` made it."""

import json
from pathlib import Path

import pytest

from copkit.cli.app import run
from tests.cli.starting.helpers import command_line
from tests.shell import copkit

DAY, SESSION, COMMUNITY = "2026-05-01", "2026-06-09", "home-first"
METHODS = """\
fishbowl:
  title: Fishbowl
  least: 20
  steps: [{minutes: 15, what: Five chairs in the middle and one is empty}]
  also_known_as: [the-inner-circle]
troika:
  title: Troika, our way
  least: 35
"""
ORDERS = """\
winter-standard:
  items:
    - {minutes: 5, kind: welcome, what: Soup and our question, lead: convenor}
    - {minutes: 20, kind: briefing, what: Where we are this week, lead: speaker}
    - {minutes: 60, kind: dialogue, what: What would help tomorrow, lead: facilitator}
    - {minutes: 5, kind: check-out, what: One word each, lead: moderator}
online-standard:
  items:
    - {minutes: 90, kind: dialogue, what: We only talk, lead: facilitator}
"""
GLOSSARY = """\
- name: Home First
  meaning: People go home first and are assessed there (D2A).
  also_known_as: [discharge to assess]
- {name: Convenor, meaning: Our discharge lead.}
"""
CARDS = """\
welcomer: {title: Welcomer, before: Knows who is new, good: Who came once comes again}
curator: {title: Curator, before: Opens our own book}
"""
RULES = """\
stories:
  question: Do our stories have consent?
  metric: V1
  label: with consent
  side: at-least
  per_cent: 90
  advice: Ask each teller.
rhythm: {question: Did we meet at all?, metric: D1, side: at-least, per_cent: 10, advice: Meet.}
"""
OWN = {
    "methods": METHODS,
    "running-orders": ORDERS,
    "glossary": GLOSSARY,
    "role-cards": CARDS,
    "health-rules": RULES,
}


def write(root: Path, **files: str) -> Path:
    """Write files of the programme, `running_orders` for running-orders.yaml."""
    for name, text in files.items():
        path = root / "communities" / "programme" / f"{name.replace('_', '-')}.yaml"
        path.write_text(text, encoding="utf-8")
    return root


def plan(root: Path, text: str) -> Path:
    path = root / "communities" / COMMUNITY / "sessions" / f"{SESSION}.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"date: {SESSION}\nplace: online\nminutes: 90\nlink: https://meet.example/a\n{text}", "utf-8")
    return root


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """A workspace just made."""
    assert run(command_line(tmp_path / "w")) == 0
    return tmp_path / "w"


@pytest.fixture
def own(fresh: Path) -> Path:
    """The same with something of its own of every kind."""
    return write(fresh, **OWN)


def printed(root: Path, document: str) -> str:
    ran = copkit("print", document, COMMUNITY, SESSION, "--format", "html", "--out", "-", "--today", DAY, root=root)
    assert ran.code == 0, ran.err
    return " ".join(ran.out.split())


def found(root: Path, *codes: str) -> list[str]:
    """What check finds of some codes, each as it is printed in one line."""
    ran = copkit("check", "--only", ",".join(codes), "--format", "github", "--today", DAY, root=root)
    return [line for line in ran.out.split("\n") if line.startswith("::")]


def test_what_a_workspace_adds_is_no_finding(own: Path) -> None:
    before = copkit("check", "--json", "--today", DAY, root=own)
    paths = {one["path"] for one in json.loads(before.out)["findings"]}
    assert not {path for path in paths if Path(path).stem in OWN}


def test_a_method_of_ones_own_reaches_check_agenda_plan_and_explain(own: Path) -> None:
    plan(own, "methods: [the inner circle]\n")
    write(own, running_orders="")
    assert found(own, "REF-01", "AGE-09") == []
    assert "Fishbowl" in printed(own, "agenda")
    assert "Five chairs in the middle and one is empty" in printed(own, "plan")
    assert copkit("explain", "fishbowl", root=own).out.startswith("Fishbowl\nAlso: the-inner-circle\n20 minutes or")
    data = json.loads(copkit("explain", "the inner circle", "--json", root=own).out)
    assert (data["method"], data["steps"][0]["minutes"]) == ("fishbowl", 15)


def test_a_method_stands_in_for_the_one_of_its_name_and_the_others_stay(own: Path) -> None:
    plan(own, "methods: [troika]\nagenda: online-standard\n")
    write(own, running_orders=ORDERS.replace("minutes: 90", "minutes: 30") + "    - {minutes: 60, kind: other}\n")
    (line,) = found(own, "AGE-09")
    assert "Troika, our way needs 35 minutes" in line
    assert copkit("explain", "world-cafe", root=own).out.startswith("World Café\n")


def test_without_the_workspace_its_method_is_not_known(fresh: Path) -> None:
    plan(fresh, "methods: [fishbowl]\n")
    (line,) = found(fresh, "REF-01")
    assert "the method library has no “fishbowl”" in line
    assert copkit("explain", "fishbowl", root=fresh).code == 2


def test_a_running_order_that_a_plan_names_reaches_agenda_and_plan(own: Path) -> None:
    plan(own, "agenda: Winter Standard\n")
    assert found(own, "AGE-01", "REF-01") == []
    for document in ("agenda", "plan"):
        assert "Soup and our question" in printed(own, document)
    ran = copkit("calendar", COMMUNITY, "--today", DAY, root=own)
    made = (own / "build").rglob("*.ics")
    assert ran.code == 0
    assert any("Soup and our question" in path.read_text("utf-8").replace("\r\n ", "") for path in made)


def test_a_running_order_stands_in_for_the_standard_one_of_its_place(own: Path) -> None:
    plan(own, "")
    assert "We only talk" in printed(own, "agenda")
    plan(own, "agenda: winter-standart\n")
    (line,) = found(own, "AGE-01")
    assert "Did you mean “winter-standard”?" in line
    plan(own, "agenda: in-person-standard\n")
    assert "Introductions at mixed tables" in printed(own, "agenda")


def test_a_term_of_ones_own_reaches_explain_welcome_and_check(own: Path) -> None:
    assert copkit("explain", "discharge to assess", root=own).out.startswith("Home First\n")
    assert copkit("explain", "convenor", root=own).out == "Convenor\nOur discharge lead.\n"
    assert "Home First" in copkit("explain", root=own).out
    assert copkit("explain", "curator", root=own).out.startswith("Curator\nKeeps the theme")
    copkit("join", COMMUNITY, "Ben Ali", "--organisation", "NHS Anytown ICB", "--today", DAY, root=own)
    (welcome,) = (own / "build").rglob("*welcome*.html")
    assert "Our discharge lead." in welcome.read_text("utf-8")
    about = own / "communities" / COMMUNITY / "community.yaml"
    about.write_text(f"{about.read_text('utf-8')}\nstrapline: What D2A and XQZ need\n", "utf-8")
    said = " ".join(found(own, "DOC-03"))
    assert "XQZ" in said
    assert "D2A" not in said


def test_role_cards_of_ones_own_reach_the_blueprint(own: Path) -> None:
    ran = copkit("blueprint", COMMUNITY, "--format", "txt", "--out", "-", "--today", DAY, root=own)
    text = " ".join(ran.out.split())
    assert ran.code == 0, ran.err
    for words in (
        "Who came once comes again",
        "Opens our own book",
    ):
        assert words in text
    assert "Comes now and then, listens, and speaks last" not in text  # copkit's own are in its guide
    met(own)
    text = " ".join(
        copkit("blueprint", COMMUNITY, "--format", "txt", "--out", "-", "--today", DAY, root=own).out.split()
    )
    assert "Role card: curator" in text


def met(root: Path) -> None:
    """One session was held: before that nothing is judged."""
    path = root / "communities" / COMMUNITY / "sessions" / "2026-04-28.notes.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text("present: [amina.khan]\ncapture: |\n  success: we met\n", encoding="utf-8")


def test_a_rule_of_ones_own_reaches_health_and_its_threshold_is_a_setting(own: Path) -> None:
    met(own)
    said = copkit("health", COMMUNITY, "--today", DAY, root=own).out
    assert "Do our stories have consent?" in said
    assert "the rule is at least 90% (health.stories)" in " ".join(said.split())
    assert "Did we meet at all?" in said
    assert "Do we meet when we said we would?" not in said
    assert "Are all four roles filled?" in said
    settings = own / "communities" / "programme" / "programme.yaml"
    settings.write_text(f"{settings.read_text('utf-8')}\nthresholds: {{health.stories: 50}}\n", "utf-8")
    assert found(own, "REF-05") == []
    assert "at least 50%" in copkit("health", COMMUNITY, "--today", DAY, root=own).out
    assert "  health.stories: 90  " in copkit("explain", "thresholds", root=own).out


def test_a_rule_that_looks_at_no_share_says_so_and_is_not_judged(fresh: Path) -> None:
    rule = "ours: {{question: Q?, metric: {}, label: {}, side: at-least, per_cent: 5}}\n"
    met(fresh)
    write(fresh, health_rules=rule.format("V1", "with applause"))
    said = " ".join(copkit("health", COMMUNITY, "--today", DAY, root=fresh).out.split())
    assert "not judged: V1 has no share “with applause”" in said
    write(fresh, health_rules=rule.format("v1", ""))
    (line,) = found(fresh, "REF-01")
    assert "there is no metric “v1”" in line
    assert "Write V1." in line


UP = "ours: {question: Q?, metric: D1, per_cent: 5, side: up}\n"
WRONG = [
    ("methods", "fishbowl:\n  title: Fishbowl\n  least: long\n", 3, 3, "“long” is not a whole number", "troika"),
    ("methods", "fishbowl:\n  least: 20\n", 1, 1, "“title” is missing", "troika"),
    ("methods", "Our Way: {title: Ours, least: 5}\n", 1, 1, "an id has small letters", "troika"),
    ("methods", "- fishbowl\n", 1, 1, "expected methods here", "troika"),
    ("running-orders", "ours:\n  items:\n    - {what: Talk}\n", 3, 7, "“minutes” is missing", "troika"),
    ("running-orders", "ours:\n  items: [{minutes: 9, method: trojka}]\n", 2, 24, "has no “trojka”", "troika"),
    ("running-orders", "ours:\n  items: [{minutes: 9, lead: jo.ngg}]\n", 2, 24, "“jo.ngg” is not known", "troika"),
    ("glossary", "- {name: A, meaning: b}\n- name: C\n", 2, 3, "“meaning” is missing", "convenor"),
    ("glossary", "- {name: Ours, meaning: b}\n- {name: ours, meaning: c}\n", 2, 4, "on line 1 already", "convenor"),
    ("role-cards", "welcomer: Greets\n", 1, 1, "A text stands where fields are expected", "convenor"),
    ("health-rules", UP, 1, 47, "“up” is not one of the words", "health.rhythm"),
    ("health-rules", "a: [b\n", 1, 4, "[", "health.rhythm"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text", "line", "column", "message", "still"), WRONG)
def test_what_is_wrong_has_a_place_and_a_fix_and_what_is_copkits_still_works(
    fresh: Path, kind: str, text: str, line: int, column: int, message: str, still: str
) -> None:
    write(fresh, **{kind: text})
    ran = copkit("check", "--json", "--today", DAY, root=fresh)
    path = f"communities/programme/{kind}.yaml"
    (one,) = [each for each in json.loads(ran.out)["findings"] if each["path"] == path]
    assert (one["line"], one["column"]) == (line, column)
    assert message in one["message"]
    assert one["fix"]
    assert copkit("explain", still, root=fresh).code == 0
    plan(fresh, "agenda: online-standard\n")
    assert "Senior leader briefing" in printed(fresh, "agenda")


def test_in_public_what_names_somebody_is_held_back(fresh: Path) -> None:
    people = fresh / "communities" / "programme" / "people.yaml"
    people.write_text(
        f"{people.read_text('utf-8')}\nzoe.quint: {{name: Zoe Quint, organisation: nhs-anytown-icb}}\n"
    )
    write(
        fresh,
        role_cards="welcomer: {title: Welcomer, before: Asks Zoe Quint, good: Nobody is alone}\n",
        running_orders="online-standard: {items: [{minutes: 9, what: Zoe Quint}, {minutes: 1, what: We hum}]}\n",
        health_rules="ours: {question: Is Zoe Quint glad?, metric: D1, side: at-least, per_cent: 5}\n",
    )
    met(fresh)
    words = ("blueprint", COMMUNITY, "--format", "txt", "--out", "-", "--today", DAY)
    public, team = (
        copkit(*words, "--for", "public", root=fresh).out,
        copkit(*words, "--for", "team", root=fresh).out,
    )
    assert "Quint" not in public
    assert "Nobody is alone" in public
    assert "We hum" in public
    assert "Asks Zoe Quint" in " ".join(team.split())
    said = copkit("health", COMMUNITY, "--for", "public", "--today", DAY, root=fresh).out
    assert "Are all four roles filled?" in said
    assert "Quint" not in said
