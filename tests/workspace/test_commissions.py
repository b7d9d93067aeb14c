"""What the files of one commission say together."""

from hypothesis import given
from hypothesis import strategies as st

from copkit.models.community import Commission
from copkit.workspace.commissions import commission_key, terms_of

TYPED = st.fixed_dictionaries(
    {}, optional={"months": st.integers(1, 3), "convenings_each": st.integers(1, 3), "area": st.sampled_from("aAb")}
)


@given(st.lists(TYPED, min_size=1, max_size=4))
def test_each_term_is_as_every_file_that_gives_it_says_or_unclear(files: list[dict[str, object]]) -> None:
    terms = terms_of([Commission.model_validate(one) for one in files])
    for name in ("months", "convenings_each", "area"):
        said = {str(one[name]).casefold() for one in files if name in one}
        assert (name in terms.unclear) is (len(said) > 1)
        if len(said) == 1:
            assert str(getattr(terms.agreed, name)).casefold() in said


def test_a_number_of_communities_and_a_list_of_them_are_the_same_term() -> None:
    assert not terms_of([Commission(communities=2), Commission(communities=("a", "b"))]).unclear
    assert terms_of([Commission(communities=3), Commission(communities=("a", "b"))]).unclear == {
        "communities": ("2", "3")
    }


def test_who_commissioned_is_the_same_in_any_capitals() -> None:
    assert commission_key(Commission(by="The Alliance ")) == commission_key(Commission(by="the alliance"))
