"""One person under two names: the id, and the pseudonym once they were erased."""

from hypothesis import given
from hypothesis import strategies as st

from claims.rules.identity import Person, how_many, pseudonym

SALT = b"of one server"
IDS = st.integers(1, 2**63 - 1)


@given(IDS)
def test_a_person_is_whoever_has_the_id_or_its_pseudonym(user_id):
    hidden = pseudonym(SALT, user_id)
    assert hidden < 0
    for known_as in (user_id, hidden):
        assert Person(known_as, SALT).is_(user_id)
        assert Person(known_as, SALT).is_(hidden)


@given(IDS, IDS)
def test_two_people_are_two(one, other):
    assert Person(one, SALT).is_(pseudonym(SALT, other)) is (one == other)
    assert Person(one, SALT).is_(other) is (one == other)


def test_nobody_is_no_person_and_the_operator_is_always_the_same():
    assert not Person(11, SALT).is_(None)
    assert not Person(11, SALT).is_(0)
    assert Person(0, SALT).is_(0)


def test_a_pseudonym_of_another_server_is_a_stranger():
    assert not Person(11, SALT).is_(pseudonym(b"of another", 11))


@given(st.sets(IDS, max_size=5), st.integers(0, 5))
def test_people_are_counted_once_under_whatever_names(ids, back):
    stored = [*ids, *(pseudonym(SALT, user_id) for user_id in list(ids)[:back])]
    assert how_many(SALT, stored) == len(ids)
