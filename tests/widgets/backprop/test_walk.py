from helpers.widgets.backprop.expression import parse
from helpers.widgets.backprop.walk import walk

WALK = walk(parse("x * y + x"), {"x": 2, "y": -4}, 1.5)


def test_steps_are_values_then_seed_then_edges():
    assert WALK.last == 2 + 1 + 4
    assert [WALK.at(step).node for step in range(8)] == [None, 2, 3, 3, 3, 3, 2, 2]
    assert [WALK.at(step).sent for step in range(8)] == [0, 0, 0, 0, 1, 2, 3, 4]
    assert [WALK.at(step).seeded for step in range(8)] == [False] * 3 + [True] * 5
    assert WALK.at(99) == WALK.at(7)


def test_what_is_known_grows_node_by_node():
    assert [WALK.at(step).known for step in range(3)] == [[0, 1], [0, 1, 2], [0, 1, 2, 3]]


def test_what_arrives_adds_up_to_the_gradient():
    assert [WALK.at(step).arrived(0) for step in (3, 4, 5, 6, 7)] == [[], [], [1.5], [1.5, -6], [1.5, -6]]
    assert WALK.at(3).arrived(3) == [1.5]
    assert [sum(WALK.at(7).arrived(number)) for number in range(4)] == WALK.gradients.tolist()


def test_a_walk_through_a_single_variable_ends_with_its_seed():
    alone = walk(parse("x"), {"x": 3}, 2.0)
    assert alone.last == 1
    assert alone.at(1).arrived(0) == [2.0]
    assert alone.at(0).known == [0]


def test_a_result_is_given_the_gradient_one_unless_another_is_asked_for():
    assert walk(parse("3 * x"), {"x": 2}).gradients.tolist() == [2.0, 3.0, 1.0]  # of 3, x and 3 * x
