"""What names somebody stays out of a public blueprint, and a shared mailbox does not."""

from dataclasses import replace

from tests.documents.blueprint.making import changed, demonstrated, printed


def test_an_address_is_printed_in_public_only_where_it_is_a_shared_mailbox() -> None:
    source = demonstrated()
    notes = source.files.other["blueprint"]["blueprint"]
    risks = ("Ring joe.private@mail.example", "Write to exemplars@anytown.example")
    other = {**source.files.other, "blueprint": {"blueprint": changed(notes, risks=risks)}}
    public = replace(source, files=replace(source.files, other=other), audience="public")
    text = printed(public).decode()
    assert "joe.private" not in text
    assert "exemplars@anytown.example" in text
