"""Random YAML files as people write them: comments, blank lines, quotes, blocks, flow lists, every line end."""

from random import Random

WORDS = [
    "ann",
    "Frailty",
    "a b",
    "one, two",
    "x: y",
    "- z",
    "# no",
    "it's",
    '"so"',
    "NO",
    "10:00",
    "é",
    "a\nb\n",
    "c\n\nd",
    "",
]


def value(random: Random, depth: int = 0) -> object:
    """A random item to put in."""
    kind = random.randrange(6 if depth < 3 else 3)
    if kind < 3:
        return random.choice(WORDS)
    if kind == 3:
        return [value(random, depth + 1) for _ in range(random.randrange(3))]
    return {f"k{i} x"[: random.choice((2, 4))]: value(random, depth + 1) for i in range(random.randrange(1, 4))}


def scalar(random: Random, indent: str) -> str:
    """A scalar in any of YAML's styles, with what may stand after it."""
    tail = random.choice(["", "", "  # note", " # note"])
    plain = random.choice(
        ["word", "two words", "12:30", "'single: #1'", '"double \\" {"', "[]", "{}", "[a, 'b, c' , d]"]
    )
    block = f"\n{indent}  ".join(["|", "text: here", "# not a comment", "- nor an item"])
    more = random.choice(
        [f"{plain}{tail}", f"{plain}{tail}", block, block.replace("|", "|+") + "\n", f"plain\n{indent}    folded"]
    )
    return random.choice([more, more, more, f">-\n{indent}  a\n\n{indent}  b", ""])


def noise(random: Random, indent: str) -> str:
    """Comments and blank lines between things."""
    return random.choice(["", "", "", "\n", f"{indent}# own\n", f"{indent}  # deeper\n", "# left\n", "\n# a\n\n"])


def mapping(random: Random, indent: str, depth: int, names: str = "abcde") -> str:
    lines = []
    for name in random.sample(names, random.randrange(1, 4)):
        lines.append(noise(random, indent) + f"{indent}{name}:" + node(random, indent, depth))
    return "".join(lines)


def sequence(random: Random, indent: str, depth: int) -> str:
    lines = []
    for _ in range(random.randrange(1, 4)):
        inner = indent + "  "
        if depth < 3 and random.random() < 0.4:
            body = mapping(random, inner, depth + 1).lstrip("\n")
            while not body.startswith(inner) or body.lstrip().startswith("#"):
                body = mapping(random, inner, depth + 1)
            lines.append(noise(random, indent) + f"{indent}- " + body.removeprefix(inner))
        else:
            lines.append(noise(random, indent) + f"{indent}- {scalar(random, indent)}\n")
    return "".join(lines)


def node(random: Random, indent: str, depth: int) -> str:
    """What follows a key's colon."""
    if depth < 3 and random.random() < 0.25:
        return "\n" + mapping(random, indent + "  ", depth + 1)
    if depth < 3 and random.random() < 0.4:
        return "\n" + sequence(random, indent + random.choice(["", "  "]), depth + 1)
    return f" {scalar(random, indent)}\n"


def document(random: Random) -> bytes:
    """A whole file, which may be in any line end, with a byte order mark, without a last line end."""
    text = random.choice(["", "# head\n", "---\n"]) + mapping(random, "", 0) + noise(random, "")
    if random.random() < 0.2:
        text = text.rstrip("\n")
    data = text.replace("\n", random.choice(["\n", "\n", "\n", "\r\n", "\r"])).encode()
    return random.choice([b"", b"", b"", b"\xef\xbb\xbf"]) + data
