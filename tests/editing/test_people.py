"""Many entries are put into a file in one cut, also where it is empty."""

import pytest

from copkit.editing import people
from copkit.editing.people import add_entries, add_items, set_contacts
from copkit.yamlfile import read


@pytest.mark.parametrize("text", [b"", b"# nobody yet\n", b"a.b: {email: a@x.example}\n"])
def test_a_file_is_cut_into_once_however_many_come(text: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    cuts: list[int] = []
    whole = people.Source.proved

    def counted(source: object, *words: object) -> bytes:
        cuts.append(1)
        return whole(source, *words)  # type: ignore[arg-type]

    monkeypatch.setattr(people.Source, "proved", counted)
    data = set_contacts(text, {f"p{number}.q": f"p{number}@x.example" for number in range(40)})
    assert len(read(data, "").data or ()) == 40 + text.count(b"email")
    assert len(cuts) == 1
    assert data.startswith(text)


def test_an_empty_list_and_an_empty_register_are_begun() -> None:
    assert add_items(b"", [{"who": "a.b"}, {"who": "c.d"}]) == b"- who: a.b\n- who: c.d\n"
    assert read(add_entries(b"# people\n", {"a.b": {"name": "A"}}), "").data == {"a.b": {"name": "A"}}
