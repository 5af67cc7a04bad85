"""TensorBoard's pages in a browser: drawn without anything from the internet."""

import pytest

pytest.importorskip("playwright")


@pytest.fixture(scope="module")
def board(tmp_path_factory):
    import tensorflow as tf

    from helpers.training import start_tensorboard

    folder = tmp_path_factory.mktemp("logs")

    @tf.function(input_signature=[tf.TensorSpec((None, 2), tf.float32)])
    def network(x):
        with tf.name_scope("hidden"):
            return tf.tanh(x @ tf.ones((2, 3)))

    with tf.summary.create_file_writer(str(folder / "first_run")).as_default() as writer:
        for step in range(10):
            tf.summary.scalar("loss", 1 / (step + 1), step)
        tf.summary.graph(network.get_concrete_function().graph)
        writer.close()
    board = start_tensorboard(folder)
    yield board
    board.stop()


@pytest.mark.parametrize(
    ("page", "words"), [("#scalars", ["first_run", "loss"]), ("#graphs", ["hidden", "Main Graph"])]
)
def test_a_page_of_tensorboard_is_drawn_from_this_machine_alone(browser, board, page, words):
    window, elsewhere = browser.new_page(), []
    window.on("request", lambda request: elsewhere.append(request.url))
    window.goto(board.url + page)
    for word in words:
        window.get_by_text(word, exact=True).first.wait_for(state="attached", timeout=120_000)
    assert elsewhere
    fonts = f"http://127.0.0.1:{board.port}/font-roboto/"  # asked for beside the board's path
    assert [url for url in elsewhere if not url.startswith((board.url, fonts, "data:", "blob:"))] == []
    window.close()
