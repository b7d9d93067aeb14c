"""What the programme keeps and sends out: library, events, challenges, cohorts, opportunities, letters."""

from typing import Annotated, Literal

from copkit.models.accreditation import Accreditation
from copkit.models.base import Amount, Count, Date, Part, Record, YesNo, for_all, for_members, for_nobody, for_team


class Link(Part, frozen=True, kw_only=True):
    """A page somewhere else."""

    title: Annotated[str, for_all("What it is.")] = ""
    link: Annotated[str, for_all("Where it is.")] = ""


class Picture(Part, frozen=True, kw_only=True):
    """A picture and what it shows."""

    file: Annotated[str, for_all("The picture file.")] = ""
    alt: Annotated[str, for_all("What it shows, in words.")] = ""


class Resource(Record, frozen=True, kw_only=True):
    """Something worth keeping: a report, a toolkit, a podcast."""

    id: Annotated[str, for_all("A short name.")] = ""
    title: Annotated[str, for_all("Its title.")] = ""
    kind: Annotated[str, for_all("What kind of thing it is.", of="resource")] = ""
    by: Annotated[str, for_all("Who made it.")] = ""
    role: Annotated[str, for_all("What the author does.")] = ""
    year: Annotated[Count | None, for_all("The year.")] = None
    published: Annotated[str, for_all("When it came out: 2019-06 or a date.")] = ""
    link: Annotated[str, for_all("Where it is.")] = ""
    links: Annotated[tuple[str | Link, ...], for_all("Where to read more.")] = ()
    part_of: Annotated[str, for_all("The work that it belongs to.")] = ""
    why: Annotated[str, for_all("Why it is worth the time.")] = ""
    note: Annotated[str, for_all("A remark.")] = ""
    for_: Annotated[tuple[str, ...], for_all("For whom.")] = ("anyone",)
    skills: Annotated[tuple[str, ...], for_all("Skills that it serves.", of="skills")] = ()
    tags: Annotated[tuple[str, ...], for_all("Words to find it by.")] = ()
    cost: Annotated[str, for_all("What it costs.")] = ""
    licence: Annotated[str, for_all("How it may be used.")] = ""
    minutes: Annotated[Count | None, for_all("How long it takes.")] = None
    transcript: Annotated[str, for_all("Where the transcript is.")] = ""
    captions: Annotated[YesNo | None, for_all("Whether a video has captions.")] = None
    image: Annotated[Picture | None, for_all("A picture of it.")] = None
    community: Annotated[str, for_all("The community that made it.", of="community")] = ""
    from_: Annotated[str, for_all("The session that it came from.", of="session")] = ""
    checked: Annotated[Date | None, for_all("When the link was last checked.")] = None


class Event(Record, frozen=True, kw_only=True):
    """A dialogic event held elsewhere: who went, what was taken, what came back."""

    name: Annotated[str, for_all("Its name.")] = ""
    kind: Annotated[str, for_all("What kind of event.", of="event")] = ""
    date: Annotated[Date | None, for_all("When.")] = None
    community: Annotated[str, for_all("The community that went.", of="community")] = ""
    from_us: Annotated[tuple[str, ...], for_members("Who went.", personal="name", of="person")] = ()
    took: Annotated[str, for_all("What was taken.")] = ""
    brought_back: Annotated[str, for_all("What came back.")] = ""


class ChallengeEntry(Part, frozen=True, kw_only=True):
    """An idea sent in to an innovation challenge."""

    title: Annotated[str, for_all("Its title.")] = ""
    by: Annotated[str, for_all("The organisation.", of="organisation")] = ""
    initiative: Annotated[str, for_all("The initiative behind it.", of="initiative")] = ""
    scores: Annotated[dict[str, Amount], for_all("The panel's mean score, 1 to 5, by criterion.")] = {}
    scored_by: Annotated[tuple[str, ...], for_members("Organisations of the panel.", of="organisation")] = ()


class Challenge(Record, frozen=True, kw_only=True):
    """An innovation challenge: an open call, chosen against criteria."""

    name: Annotated[str, for_all("Its name.")] = ""
    opens: Annotated[Date | None, for_all("When it opens.")] = None
    closes: Annotated[Date | None, for_all("When it closes.")] = None
    criteria: Annotated[dict[str, Amount], for_all("Each criterion and its weight.")] = {}
    entries: Annotated[tuple[ChallengeEntry, ...], for_all("What was sent in.")] = ()
    selected: Annotated[tuple[str, ...], for_all("Titles that were selected.")] = ()
    our_say: Annotated[str, for_all("How members influenced the choice.")] = ""


class Cohort(Record, frozen=True, kw_only=True):
    """A course for people who run communities."""

    name: Annotated[str, for_all("Its name.")] = ""
    kind: Annotated[Literal["leadership", "train-the-trainer", "storytelling"], for_all("What kind of course.")] = (
        "leadership"
    )
    starts: Annotated[Date | None, for_all("When it starts.")] = None
    ends: Annotated[Date | None, for_all("When it ends.")] = None
    accredited: Annotated[Accreditation | None, for_all("Who accredited it.")] = None
    framework: Annotated[str, for_all("The framework that it follows.")] = ""
    started: Annotated[Count, for_all("How many people started.")] = 0
    completed: Annotated[Count, for_all("How many people completed.")] = 0
    people: Annotated[tuple[str, ...], for_members("Who took part.", personal="name", of="person")] = ()
    feedback: Annotated[str, for_all("What they said.")] = ""
    communities_started: Annotated[
        tuple[str, ...], for_all("Communities that its people started.", of="community")
    ] = ()
    commissioned_again: Annotated[YesNo | None, for_all("Whether it was asked for again.")] = None


class Opportunity(Record, frozen=True, kw_only=True):
    """A talent or leadership opportunity for members, their teams or organisations."""

    name: Annotated[str, for_all("Its name.")] = ""
    text: Annotated[str, for_all("What it offers.")] = ""
    for_: Annotated[Literal["person", "team", "organisation"], for_all("For whom.")] = "person"
    by: Annotated[str, for_all("Who offers it.")] = ""
    opens: Annotated[Date | None, for_all("From when.")] = None
    closes: Annotated[Date | None, for_all("Until when.")] = None
    link: Annotated[str, for_all("Where to apply.")] = ""
    contact: Annotated[str, for_all("A shared mailbox.")] = ""
    taken_up: Annotated[Count | None, for_all("How many took it up.")] = None


class Request(Record, frozen=True, kw_only=True):
    """Somebody asks for a community on a topic."""

    topic: Annotated[str, for_all("The topic.")] = ""
    asked_by: Annotated[str, for_members("Who asks.", personal="name", of="person")] = ""
    organisation: Annotated[str, for_members("For which organisation.", of="organisation")] = ""
    date: Annotated[Date | None, for_members("When.")] = None
    status: Annotated[Literal["new", "talking", "started", "declined"], for_members("How it stands.")] = "new"
    community: Annotated[str, for_all("The community that came of it.", of="community")] = ""
    note: Annotated[str, for_members("A remark.")] = ""


class Neighbour(Record, frozen=True, kw_only=True):
    """A network or community next door."""

    name: Annotated[str, for_all("Its name.")] = ""
    kind: Annotated[Literal["network", "community", "movement", "alliance"], for_all("What it is.")] = "network"
    what: Annotated[str, for_all("What it does.")] = ""
    link: Annotated[str, for_all("Where to find it.")] = ""
    shared_themes: Annotated[tuple[str, ...], for_all("Themes in common.")] = ()
    people: Annotated[tuple[str, ...], for_members("Who is in both.", personal="name", of="person")] = ()


class Heard(Part, frozen=True, kw_only=True):
    """What a person said in an inquiry, with consent and without the name."""

    said: Annotated[str, for_all("The words.")] = ""
    role: Annotated[str, for_all("The role, not the name.")] = ""
    consent: Annotated[Date | None, for_team("When consent was given.")] = None


class InquiryFinding(Part, frozen=True, kw_only=True):
    """Something that an inquiry found."""

    id: Annotated[str, for_all("A short name.")]
    found: Annotated[str, for_all("What was found.")] = ""


class Activity(Part, frozen=True, kw_only=True):
    """Something done because of a finding."""

    what: Annotated[str, for_all("What was done.")] = ""
    topic: Annotated[str, for_all("Engagement, trust, sustaining and so on.")] = ""
    date: Annotated[Date | None, for_all("When.")] = None
    because_of: Annotated[str, for_all("The finding behind it.")] = ""


class Inquiry(Record, frozen=True, kw_only=True):
    """Finding out what enables people to connect, and what was done about it."""

    name: Annotated[str, for_all("Its name.")] = ""
    question: Annotated[str, for_all("What it asked.")] = ""
    driver: Annotated[str, for_all("Why it was done.")] = ""
    outcomes: Annotated[tuple[str, ...], for_all("What it hopes for.")] = ()
    starts: Annotated[Date | None, for_all("When it started.")] = None
    ends: Annotated[Date | None, for_all("When it ended.")] = None
    channels: Annotated[tuple[str, ...], for_all("Channels that exist already.")] = ()
    groups: Annotated[tuple[str, ...], for_all("Groups that exist already.")] = ()
    voices: Annotated[tuple[Heard, ...], for_all("What people said.")] = ()
    findings: Annotated[tuple[InquiryFinding, ...], for_all("What was found.")] = ()
    activities: Annotated[tuple[Activity, ...], for_all("What was done about it.")] = ()
    report: Annotated[str, for_all("Where the report is.")] = ""


class Opening(Part, frozen=True, kw_only=True):
    """A quotation to open with."""

    words: Annotated[str, for_all("The words.")] = ""
    by: Annotated[str, for_all("Who said them.")] = ""


class NewsletterItem(Part, frozen=True, kw_only=True):
    """One item of a newsletter."""

    kind: Annotated[str, for_all("news, ask, offer, opportunity, podcast, story, date or resource.")] = "news"
    title: Annotated[str, for_all("Its title.")] = ""
    text: Annotated[str, for_all("What it says.")] = ""
    by: Annotated[str, for_members("Who sent it in.", personal="name", of="person")] = ""
    for_: Annotated[str, for_all("For whom.")] = ""
    date: Annotated[Date | None, for_all("When.")] = None
    closes: Annotated[Date | None, for_all("Until when.")] = None
    link: Annotated[str, for_all("Where to read more.")] = ""
    contact: Annotated[str, for_all("A shared mailbox.")] = ""
    minutes: Annotated[Count | None, for_all("How long it takes.")] = None
    transcript: Annotated[str, for_all("Where the transcript is.")] = ""


class Newsletter(Record, frozen=True, kw_only=True):
    """One issue of the newsletter."""

    title: Annotated[str, for_all("The newsletter's title.")] = ""
    issue: Annotated[Count | None, for_all("The number of the issue.")] = None
    date: Annotated[Date | None, for_all("When it goes out.")] = None
    opening: Annotated[Opening, for_all("A quotation.")] = Opening()
    this_week: Annotated[str, for_all("The week in one line.")] = ""
    items: Annotated[tuple[NewsletterItem, ...], for_all("What is in it.")] = ()
    question: Annotated[str, for_all("A question for the reader.")] = ""


class Meeting(Part, frozen=True, kw_only=True):
    """Somebody for a new leader to meet."""

    who: Annotated[str, for_team("The person.", personal="name", of="person")] = ""
    kind: Annotated[Literal["citizen", "colleague", "partner"] | None, for_team("Whose shoes.")] = None
    by: Annotated[Date | None, for_team("By when.")] = None
    met: Annotated[Date | None, for_team("When they met.")] = None
    learned: Annotated[str, for_nobody("What was learned.", personal="opinion")] = ""
    again: Annotated[Date | None, for_team("When to meet again.")] = None


class SkillScore(Part, frozen=True, kw_only=True):
    """A leader's own view of a skill, 1 to 4."""

    now: Annotated[Count | None, for_nobody("Now.", personal="opinion")] = None
    aim: Annotated[Count | None, for_nobody("In six months.", personal="opinion")] = None


class Onboarding(Record, frozen=True, kw_only=True):
    """A new system leader's first hundred days."""

    who: Annotated[str, for_team("The person.", personal="name", of="person")] = ""
    role: Annotated[str, for_team("The role.", personal="work")] = ""
    starts: Annotated[Date | None, for_team("The first day.", personal="work")] = None
    buddy: Annotated[str, for_team("A peer from another organisation.", personal="name", of="person")] = ""
    common_purpose: Annotated[str, for_team("What all have most to gain from.")] = ""
    meet: Annotated[tuple[Meeting, ...], for_team("Whom to meet.")] = ()
    skills: Annotated[
        dict[str, SkillScore], for_nobody("A self-check of the seven skills.", personal="opinion")
    ] = {}
    reading: Annotated[tuple[str, ...], for_team("What to read first.")] = ()
    notes: Annotated[str, for_nobody("The leader's own notes.", personal="opinion")] = ""


class Issued(Part, frozen=True, kw_only=True):
    """What people hold of a session in their calendars. Written by `copkit calendar` alone."""

    uid: Annotated[str, for_all("The entry's id, which never changes.")]
    sequence: Annotated[Count, for_all("How often it has changed.")] = 0
    issued: Annotated[Date | None, for_all("The day of the last change.")] = None
    start: Annotated[str, for_all("When it starts: `2026-06-09T10:00`.")] = ""
    end: Annotated[str, for_all("When it ends.")] = ""
    place: Annotated[str, for_all("Where it is.")] = ""
    status: Annotated[Literal["confirmed", "cancelled"], for_all("Whether it happens.")] = "confirmed"
