"""How three shells take one command line apart. bash is asked itself; the others by their written rules.

Only what one command with plain words needs is known here. Whatever a shell would do more (variables, pipes,
arrays, a second command) raises `Special`: a hint that needs it would not be the same line everywhere.
"""

import re
import subprocess

PROGRAMS = ("copkit", "git", "cd", "pipx", "uv", "python")
"""What the lines start with that copkit and its pages print."""


class Special(Exception):
    """The shell would do something with the line besides taking it apart."""


def in_bash(line: str) -> list[str]:
    """The words as bash hands them to a command: of this line alone, with nothing run."""
    script = 'say() { printf "%s\\0" "$@"; }; ' + "".join(f'{name}() {{ say {name} "$@"; }}; ' for name in PROGRAMS)
    script += f"set -uf; {line}"
    nothing = {"PATH": "/nowhere", "LC_ALL": "C.UTF-8"}
    ran = subprocess.run(["/bin/bash", "-c", script], capture_output=True, encoding="utf-8",
                         timeout=30, env=nothing)  # fmt: skip
    if ran.returncode or ran.stderr or "\n" in line:
        raise Special(ran.stderr)
    return ran.stdout.split("\0")[:-1]


_DOUBLE, _SINGLE = '"“”„', "'‘’‚‛"
"""PowerShell takes typographic quotes for quotes."""
_POWERSHELL_OUTSIDE = frozenset("$;|&<>(){},")


def in_powershell(line: str) -> list[str]:
    """The words as PowerShell 5 and later hand them to a program (about_Quoting_Rules, about_Parsing)."""
    words, at = list[str](), 0
    while at < len(line):
        if line[at].isspace():
            at += 1
            continue
        if line[at] == "#":
            break  # a remark
        word, at = _powershell_word(line, at)
        if '"' in word or not word or re.match(r"-\w+[.:]", word):
            raise Special(f"PowerShell 5 hands on {word!r} as something else")
        words.append(word)
    return words


def _powershell_word(line: str, at: int) -> tuple[str, int]:
    word = ""
    while at < len(line) and not line[at].isspace():
        char = line[at]
        if char in _DOUBLE or char in _SINGLE:
            text, at = _powershell_quoted(line, at + 1, _DOUBLE if char in _DOUBLE else _SINGLE)
            word += text
            continue
        if char in _POWERSHELL_OUTSIDE or char == "`" or (char == "@" and not word):
            raise Special(f"{char} means something to PowerShell")
        word, at = word + char, at + 1
    return word, at


def _powershell_quoted(line: str, at: int, marks: str) -> tuple[str, int]:
    text = ""
    while at < len(line):
        char = line[at]
        if char in marks and line[at + 1 : at + 2] and line[at + 1] in marks:
            text, at = text + char, at + 2  # doubled, it stands for itself
        elif char in marks:
            return text, at + 1
        elif marks == _DOUBLE and char in "$`":
            raise Special(f"{char} means something in PowerShell's double quotes")
        else:
            text, at = text + char, at + 1
    raise Special("a quote is not closed")


_CMD_OUTSIDE = frozenset("&|<>^()")


def in_cmd(line: str) -> list[str]:
    """The words as cmd.exe, and then the C library, give them to a program: only `"` is a quote."""
    words, word, quoted, begun, at = list[str](), "", False, False, 0
    while at < len(line):
        char = line[at]
        if char in "%!" or (not quoted and char in _CMD_OUTSIDE):
            raise Special(f"{char} means something to cmd")
        slashes = re.match(r'(\\+)"', line[at:])
        if slashes:
            raise Special("a backslash before a quote is one quote more, or one less")
        if char == '"':
            quoted, begun = not quoted, True
        elif char in " \t" and not quoted:
            words, word, begun = ([*words, word] if begun else words), "", False
        else:
            word, begun = word + char, True
        at += 1
    if quoted:
        raise Special("a quote is not closed")
    return [*words, word] if begun else words


SHELLS = {"bash": in_bash, "PowerShell": in_powershell, "cmd": in_cmd}
