"""Makes the invented people of the four cancer communities: who they are, who belongs, who came when.

Run it from anywhere: `python tests/demonstration/make_people.py`. It writes the part of people.yaml below
its marker, the four rolls and the attendance of the twelve convenings, and nothing else. The
same seed gives the same people. Names are drawn from lists; none is meant for anybody.
"""

import random
import re
from pathlib import Path
from textwrap import fill
from typing import NamedTuple

from copkit.yamlfile import read

COMMUNITIES = Path(__file__).resolve().parents[2] / "communities"
MARKER = "# Members of the four cancer communities, made by tests/demonstration/make_people.py\n"
TRUSTS = ("anytown-acute", "riverbank-acute", "hillview-acute")

NAMES: tuple[tuple[str, str], ...] = (
    (
        "Alison Andrew Bethan Brian Christine Claire Colin Daniel Deborah Elaine Emily Gareth Gemma Geoffrey "
        "Hazel Heather Ian Jacqueline Janet Jenny Karen Kirsty Laura Lorna Malcolm Marian Martin Neil Nicola "
        "Pamela Pauline Rebecca Rowan Ruby Sally Sandra Sean Sheila Stuart Susan Tessa Trevor Valerie Wendy",
        "Ackroyd Ashdown Barraclough Beddoes Birtwistle Bracewell Brockbank Capstick Carrick Claypole Cropper "
        "Dewhurst Duxbury Entwistle Farrow Gaskarth Gilroy Greenhalgh Hargreave Hesk Inskip Jessop Kilbride "
        "Leadbetter Lomax Macrae Maddock Nettleton Oldroyd Pargeter Pickup Quayle Ramsbottom Rigby "
        "Satterthwaite Shufflebottom Stainforth Thackray Threlfall Tranter Unsworth Venables Wolstenholme Yardley",
    ),
    (
        "Aisha Bushra Faisal Farah Haroon Iqra Kamran Khadija Mariam Nabeel Rabia Saima Shazia Tariq Zainab",
        "Bashir Butt Chaudhary Ghani Javed Latif Nawaz Rafiq Sabir Sarwar Tahir Yaqoob Zaman",
    ),
    (
        "Anita Bhavna Deepa Gurpreet Jaspreet Kavita Mandeep Manjit Meena Pooja Rakesh Rupinder Suresh Vijay",
        "Bhogal Chauhan Gill Kapadia Kaul Mistry Nair Parmar Sandhu Solanki Thakkar Trivedi Virdee",
    ),
    (
        "Abiola Ama Chidi Chioma Ebony Efua Emeka Folake Ifeoma Kofi Kojo Ngozi Olumide Tolu Yaa Yewande",
        "Acheampong Adebayo Agyeman Anyanwu Asante Boakye Ezekiel Fashola Nkrumah-Hall Obi Ofori Okafor Oyelaran",
    ),
    (
        "Beverley Camille Delroy Donovan Errol Jermaine Leroy Marcia Michelle Sonia Tamika Yvonne",
        "Bartley Bogle Cudjoe Dacosta Francis Hinds Joseph-Reid Nembhard Ottley Pinnock Samuels",
    ),
    (
        "Agnieszka Bogdan Dorota Elena Ioana Jakub Katarzyna Krzysztof Mihai Pawel Simona Tomasz Wioletta",
        "Adamczyk Baran Ciobanu Dumitru Jankowska Kowal Lis Marin Pawlak Sikora Stoica Wrona",
    ),
    (
        "Arlene Bernadette Cherry Ferdinand Jovelyn Maricel Rosalie Rowena Wilma",
        "Aquino Bautista Castillo Dizon Manalo Ocampo Pascual Salonga Villamor",
    ),
    (
        "Hui Jasmine Kelvin Mei Ming Phuong Tuan Winnie Yan",
        "Cheung Chu Fong Lau Leung Mak Nguyen Pham Tsang Yip",
    ),
    (
        "Aoife Brendan Ciaran Dermot Eilidh Fergus Grainne Mairead Niamh Orla Padraig Sinead",
        "Brannigan Conneely Devlin Farrelly Gallagher Heaney Kinsella McGarry McVeigh Nolan Rafferty Toland",
    ),
    ("Ayse Despina Hala Leila Mehmet Nadia Omar Rima Selin Stavros", "Aydin Christou Haddad Kyriacou Nassar Sahin"),
)
WEIGHTS = (44, 9, 10, 9, 6, 7, 5, 5, 7, 4)

Job = tuple[str, str, str, str]
"""The job, the kind of job, the profession, and what it brings."""


class Community(NamedTuple):
    """How a community is filled: named regulars come first, the others are invented."""

    size: int
    regulars: str
    extra: dict[str, str]
    sessions: dict[str, int]
    elsewhere: dict[str, int]
    jobs: tuple[Job, ...]


LIVED: Job = ("Patient partner", "lived experience", "", "lived-experience")
CARER: Job = ("Carer partner", "lived experience", "", "lived-experience")
VOLUNTARY: tuple[Job, ...] = (
    ("Support group leader", "voluntary sector", "", "lived-experience expertise"),
    ("Information and support worker", "voluntary sector", "", "expertise"),
    ("Volunteer co-ordinator", "voluntary sector", "", "expertise"),
)
ELSEWHERE: dict[str, tuple[Job, ...]] = {
    "cancer-voices": (LIVED, LIVED, CARER),
    "wellspring": VOLUNTARY,
    "hospice": (("Family support worker", "social care", "", "expertise"),),
    "cancer-alliance": (
        ("Project manager", "management", "", "expertise"),
        ("Inclusion manager", "management", "", "expertise authority"),
    ),
    "community-trust": (("Community physiotherapist", "therapies", "physiotherapist", "clinical"),),
    "gp-fed": (
        ("GP cancer lead", "medical", "doctor", "clinical authority"),
        ("Practice nurse", "nursing", "nurse", "clinical"),
    ),
    "imaging-academy": (
        ("Trainee sonographer", "imaging", "sonographer", "expertise"),
        ("Practice educator", "education", "sonographer", "expertise"),
    ),
    "borough": (("Leisure and wellbeing officer", "public health", "", "expertise"),),
    "university": (("Lecturer in radiography", "education", "radiographer", "expertise"),),
    "vcse": (("Community connector", "voluntary sector", "", "expertise"),),
}

PLANS: dict[str, Community] = {
    "patient-involvement": Community(
        75,
        "patience.owusu nasreen.akhtar beatrice.okoye gwen.tully stephen.arkwright lydia.fairbrother",
        {
            "2026-03-19": "margaret.lindqvist",
            "2026-06-18": "margaret.lindqvist",
            "2026-11-19": "rajiv.menon margaret.lindqvist",
        },
        {"2026-03-19": 46, "2026-06-18": 43, "2026-11-19": 47},
        {"cancer-voices": 11, "wellspring": 5, "cancer-alliance": 2, "vcse": 3, "hospice": 1},
        (
            ("Cancer nurse specialist", "nursing", "nurse", "clinical"),
            ("Patient experience officer", "patient experience", "", "expertise"),
            ("Ward manager in oncology", "nursing", "nurse", "clinical authority"),
            ("Chemotherapy nurse", "nursing", "nurse", "clinical"),
            ("Research nurse", "nursing", "nurse", "clinical expertise"),
            ("Equality and inclusion manager", "management", "", "expertise"),
            ("Consultant oncologist", "medical", "doctor", "clinical authority"),
            ("Volunteer services manager", "patient experience", "", "expertise"),
            ("Chaplain", "spiritual care", "", "expertise"),
            ("Interpreting services manager", "management", "", "expertise"),
            ("Cancer support worker", "support", "", "expertise"),
            ("Communications officer", "communications", "", "expertise"),
        ),
    ),
    "rehabilitation-and-personalised-care": Community(
        76,
        "isaac.bramwell harpreet.dhillon callum.drever lydia.fairbrother catriona.muir "
        "keith.ollerton stephen.arkwright",
        {"2026-03-11": "rajiv.menon", "2026-07-08": "rajiv.menon", "2026-10-14": "rajiv.menon"},
        {"2026-03-11": 47, "2026-07-08": 45, "2026-10-14": 46},
        {"cancer-voices": 6, "wellspring": 5, "community-trust": 4, "borough": 2, "hospice": 2},
        (
            ("Physiotherapist", "therapies", "physiotherapist", "clinical"),
            ("Occupational therapist", "therapies", "occupational therapist", "clinical"),
            ("Dietitian", "therapies", "dietitian", "clinical"),
            ("Speech and language therapist", "therapies", "speech and language therapist", "clinical"),
            ("Lymphoedema specialist", "therapies", "nurse", "clinical expertise"),
            ("Cancer support worker", "support", "", "expertise"),
            ("Cancer nurse specialist", "nursing", "nurse", "clinical"),
            ("Clinical psychologist", "psychology", "psychologist", "clinical expertise"),
            ("Exercise instructor", "therapies", "", "expertise"),
            ("Therapies manager", "therapies", "", "authority"),
            ("Therapy assistant", "support", "", "expertise"),
            ("Consultant surgeon", "medical", "doctor", "clinical authority"),
            ("Therapeutic radiographer", "therapies", "radiographer", "clinical"),
        ),
    ),
    "ultrasound-imaging": Community(
        66,
        "angelica.santos leonard.shaw beatrice.okoye funmi.alabi oliver.standish moira.kettle",
        {
            "2026-02-24": "",
            "2026-06-23": "rajiv.menon isaac.bramwell",
            "2026-10-20": "isaac.bramwell callum.drever",
        },
        {"2026-02-24": 37, "2026-06-23": 39, "2026-10-20": 41},
        {"imaging-academy": 7, "cancer-voices": 4, "gp-fed": 4, "university": 2},
        (
            ("Sonographer", "imaging", "sonographer", "clinical"),
            ("Senior sonographer", "imaging", "sonographer", "clinical expertise"),
            ("Trainee sonographer", "imaging", "sonographer", "clinical"),
            ("Consultant radiologist", "medical", "doctor", "clinical authority"),
            ("Radiology booking co-ordinator", "operations", "", "expertise"),
            ("Imaging systems manager", "digital", "", "expertise"),
            ("Head of imaging", "imaging", "radiographer", "authority"),
            ("Radiology nurse", "nursing", "nurse", "clinical"),
            ("Imaging support worker", "support", "", "expertise"),
            ("Medical physicist", "science", "clinical scientist", "expertise"),
        ),
    ),
    "operational-teams": Community(
        82,
        "joanne.tattersall magda.zielinska callum.drever winston.grant eleri.vaughan barry.hindle",
        {
            "2026-02-05": "margaret.lindqvist",
            "2026-06-04": "margaret.lindqvist",
            "2026-09-03": "stephen.arkwright margaret.lindqvist",
        },
        {"2026-02-05": 52, "2026-06-04": 48, "2026-09-03": 49},
        {"cancer-voices": 5, "cancer-alliance": 3, "gp-fed": 2},
        (
            ("MDT co-ordinator", "operations", "", "expertise"),
            ("Pathway navigator", "operations", "", "expertise"),
            ("Cancer data analyst", "operations", "", "expertise"),
            ("Booking team leader", "operations", "", "expertise"),
            ("Medical secretary", "operations", "", "expertise"),
            ("Assistant service manager", "operations", "", "authority"),
            ("Pathology operations manager", "operations", "biomedical scientist", "expertise"),
            ("Radiotherapy booking co-ordinator", "operations", "", "expertise"),
            ("Clinic receptionist", "operations", "", "expertise"),
            ("Cancer nurse specialist", "nursing", "nurse", "clinical"),
            ("Endoscopy scheduler", "operations", "", "expertise"),
        ),
    ),
}
JOINED = {
    "patient-involvement": "2026-02-16",
    "rehabilitation-and-personalised-care": "2026-02-09",
    "ultrasound-imaging": "2026-01-28",
    "operational-teams": "2026-01-27",
}
IN_TWO = 9
"""How many people of each community also belong to the next one."""
TOUCHED = "touched: [{date: %s}]"


class Invented(NamedTuple):
    """A person whom this script has made up."""

    id: str
    line: str


class Register:
    """Hands out names and ids that nobody has yet."""

    def __init__(self, rng: random.Random, taken: set[str]) -> None:
        self.rng = rng
        self.taken = set(taken)
        self.surnames: dict[str, int] = {}

    def invent(self, organisation: str, job: Job) -> Invented:
        """A new person in that organisation and job."""
        while True:
            first, last = (self.rng.choice(part.split()) for part in self.rng.choices(NAMES, WEIGHTS)[0])
            found = re.sub(r"[^a-z.-]", "", f"{first}.{last}".lower())
            if found not in self.taken and self.surnames.get(last, 0) < 4:
                break
        self.taken.add(found)
        self.surnames[last] = self.surnames.get(last, 0) + 1
        title, family, profession, brings = job
        said = f", profession: {profession}" if profession else ""
        return Invented(
            found,
            f"{found}: {{name: {first} {last}, organisation: {organisation}, job: {title}, job_family: {family}"
            f"{said}, brings: [{', '.join(brings.split())}]}}",
        )


def _fill_community(plan: Community, register: Register, borrowed: int) -> list[Invented]:
    """The invented members of a community, from the three trusts and from elsewhere."""
    made = [
        register.invent(organisation, ELSEWHERE[organisation][n % len(ELSEWHERE[organisation])])
        for organisation, count in plan.elsewhere.items()
        for n in range(count)
    ]
    room = plan.size - len(plan.regulars.split()) - borrowed - len(made)
    made += [register.invent(TRUSTS[n % 3], plan.jobs[(n // 3 + n) % len(plan.jobs)]) for n in range(room)]
    return made


def _attendance(plan: Community, roll: list[str], rng: random.Random) -> dict[str, list[str]]:
    """Who came to each convening. The circle widens, and three of the roll have not come yet."""
    regulars = plan.regulars.split()
    named = {who for extra in plan.extra.values() for who in extra.split()}
    others = [who for who in roll if who not in regulars and who not in named]
    waiting = rng.sample(others, len(others) - 3)
    known: list[str] = []
    came = {}
    for n, (session, count) in enumerate(plan.sessions.items()):
        sure = [*regulars, *plan.extra[session].split()]
        left = len(plan.sessions) - n
        new = count - len(sure) if n == 0 else -(-len(waiting) // left)
        again = rng.sample(known, max(0, count - len(sure) - new))
        fresh, waiting = waiting[:new], waiting[new:]
        came[session] = [*sure, *sorted([*fresh, *again])]
        known += fresh
    return came


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def _present(path: Path, people: list[str]) -> None:
    """Put the attendance into a notes file, in the place of the one that it has."""
    wrapped = fill(", ".join(people), 100, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False)
    text = path.read_text(encoding="utf-8")
    new = re.sub(r"^present: \[[^\]]*\]", lambda _: f"present: [\n{wrapped}\n]", text, count=1, flags=re.M)
    _write(path, new)


def _first_seen(came: dict[str, list[str]], who: str) -> int:
    return next((n for n, people in enumerate(came.values()) if who in people), 0)


def _roll(name: str, roll: list[str], came: dict[str, list[str]]) -> str:
    """The members file, in order of joining, and when somebody was in touch with those who joined later."""
    sessions = list(came)
    first, later = [], []
    for who in roll:
        seen = _first_seen(came, who)
        if seen == 0:
            first.append(f"- {{who: {who}, joined: {JOINED[name]}}}")
            continue
        month = sessions[seen][:7]
        touched = TOUCHED % f"{month}-02"
        later.append((month, f"- {{who: {who}, joined: {month}-01, {touched}}}"))
    lines = [*first, *(line for _, line in sorted(later, key=lambda item: item[0]))]
    return "\n".join(["# Who belongs, since when. Made by tests/demonstration/make_people.py.", *lines]) + "\n"


def make(communities: Path) -> None:
    """Make everybody again, in that folder of communities."""
    rng = random.Random(20260112)
    register_file = communities / "programme" / "people.yaml"
    hand = register_file.read_text(encoding="utf-8").split(MARKER)[0].rstrip("\n") + "\n"
    typed = read(hand.encode(), "people.yaml").data
    assert isinstance(typed, dict)
    register = Register(rng, set(typed))
    made: list[Invented] = []
    borrowed: list[str] = []
    for name, plan in PLANS.items():
        fresh = _fill_community(plan, register, len(borrowed))
        named = [*plan.regulars.split(), *(who for extra in plan.extra.values() for who in extra.split())]
        roll = list(dict.fromkeys([*named, *borrowed, *sorted(person.id for person in fresh)]))
        came = _attendance(plan, roll, rng)
        folder = communities / name
        for session, people in came.items():
            _present(folder / "sessions" / f"{session}.notes.yaml", people)
        _write(folder / "members.yaml", _roll(name, roll, came))
        made += fresh
        borrowed = rng.sample([person.id for person in fresh], IN_TWO)
    _write(register_file, hand + "\n" + MARKER + "\n".join(person.line for person in sorted(made)) + "\n")


if __name__ == "__main__":
    make(COMMUNITIES)
