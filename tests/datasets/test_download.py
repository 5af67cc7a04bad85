"""Every way a download can go, against a real server on loopback."""

import pytest

from helpers.datasets import DataUnavailableError, download


def asked_ranges(server):
    return [asked for _, asked in server.asked]


def test_a_good_download_is_kept_and_silent(thing, server, content, cache, capfd):
    assert not thing.cached()
    assert thing.load_data() == [content]
    assert thing.source == "real"
    assert thing.cached()
    assert (cache / "box" / "thing.bin").read_bytes() == content
    assert thing.load_data() == [content]
    assert len(server.asked) == 1
    assert capfd.readouterr() == ("", "")


def test_a_cut_download_is_resumed(thing, server, content, capfd):
    server.plan = ["cut", "whole"]
    assert thing.load_data() == [content]
    assert asked_ranges(server) == [None, f"bytes={len(content) // 2}-"]
    assert capfd.readouterr() == ("", "")


def test_a_cut_download_starts_again_where_the_server_cannot_resume(thing, server, content):
    server.plan, server.ranges = ["cut", "whole"], False
    assert thing.load_data() == [content]
    assert len(server.asked) == 2


def test_always_cut_ends_after_a_few_tries(thing, server, capsys):
    server.plan, server.ranges = ["cut"], False
    thing.load_data()
    assert thing.source == "practice"
    assert len(server.asked) == download.TRIES
    assert said(capsys).startswith("The download of box/thing.bin broke off")


@pytest.mark.parametrize("plan", ["wrong", "wrong size"])
def test_wrong_bytes_are_never_used(thing, server, cache, capsys, plan):
    server.plan = [plan]
    thing.load_data()
    assert thing.source == "practice"
    assert said(capsys).startswith("What 127.0.0.1 sen")
    assert not (cache / "box" / "thing.bin").exists()


def test_a_wrong_answer_then_the_right_one(thing, server, content):
    server.plan = ["wrong", "whole"]
    assert thing.load_data() == [content]
    assert asked_ranges(server) == [None, None]


@pytest.mark.parametrize("plan", ["another part", "416"])
def test_a_rest_that_does_not_fit_is_dropped(thing, server, content, plan):
    server.plan = ["cut", plan, "whole"]
    assert thing.load_data() == [content]
    assert asked_ranges(server)[2] is None


def test_wrong_bytes_before_the_cut_are_not_built_upon(thing, server, content):
    server.plan = ["cut", "wrong", "whole"]
    assert thing.load_data() == [content]
    assert asked_ranges(server)[2] is None


def test_a_file_that_the_server_marks_as_packed_is_kept_as_sent(thing, server, content):
    server.plan = ["marked as gzip"]
    assert thing.load_data() == [content]


def test_a_missing_file_gives_practice_data_at_once(thing, server, capsys):
    server.plan = ["404"]
    thing.load_data()
    assert said(capsys) == (
        "127.0.0.1 answered 404 for box/thing.bin: practice data instead of Thing (drawn here from a seed). "
        "Results will differ from the real set."
    )
    assert len(server.asked) == 1


def test_a_busy_server_is_asked_again(thing, server, content):
    server.plan = ["500", "503", "whole"]
    assert thing.load_data() == [content]


def test_a_server_that_stays_busy_is_given_up(thing, server, capsys):
    server.plan = ["500"]
    thing.load_data()
    assert said(capsys).startswith("127.0.0.1 answered 500")
    assert len(server.asked) <= 4


def test_without_a_server_practice_data_come_in_one_line(thing_elsewhere, capfd, caplog):
    thing = thing_elsewhere("http://127.0.0.1:9")
    thing.load_data()
    out, err = capfd.readouterr()
    assert thing.source == "practice"
    assert out == (
        "No network (127.0.0.1 does not answer): practice data instead of Thing (drawn here from a seed). "
        "Results will differ from the real set.\n"
    )
    assert err == ""
    assert caplog.records == [], "outside of tests a warning of urllib3 goes to stderr"


@pytest.mark.parametrize("address", ["nonsense", "http://[nonsense", "ftp://127.0.0.1", "http://", "http://.x"])
def test_an_address_that_makes_no_sense_gives_practice_data(thing_elsewhere, address, capsys):
    thing_elsewhere(address).load_data()
    assert "practice data" in said(capsys)


def test_the_mirror_is_asked_first(thing_elsewhere, server, content, monkeypatch):
    monkeypatch.setenv("WATCH_IT_LEARN_MIRROR", f"{server.url}/mirror/")
    assert thing_elsewhere("http://127.0.0.1:9").load_data() == [content]
    assert server.asked == [("/mirror/box/thing.bin", None)]


def test_a_mirror_is_checked_and_then_left(thing, server, content, monkeypatch):
    monkeypatch.setenv("WATCH_IT_LEARN_MIRROR", f"{server.url}/mirror")
    server.plan = ["wrong", "wrong", "whole"]
    assert thing.load_data() == [content]
    assert [path for path, _ in server.asked] == ["/mirror/box/thing.bin"] * 2 + ["/thing.bin"]


def test_real_on_request_raises_without_a_network(thing_elsewhere, monkeypatch):
    monkeypatch.setenv("WATCH_IT_LEARN_DATA", "real")
    thing = thing_elsewhere("http://127.0.0.1:9")
    with pytest.raises(DataUnavailableError, match=r"^No network .*: Thing cannot be loaded\.$") as caught:
        thing.load_data()
    assert caught.value.__suppress_context__
    assert thing.source is None


def test_practice_on_request_asks_nobody(thing, server, monkeypatch, capsys):
    monkeypatch.setenv("WATCH_IT_LEARN_DATA", "practice")
    first = thing.load_data()
    assert first == thing.load_data()
    assert thing.source == "practice"
    assert server.asked == []
    assert "As WATCH_IT_LEARN_DATA asks: practice data" in capsys.readouterr().out


def test_an_unknown_mode_is_refused(thing, monkeypatch):
    monkeypatch.setenv("WATCH_IT_LEARN_DATA", "rael")
    with pytest.raises(ValueError, match=r"must be one of auto, real, practice, not 'rael'"):
        thing.load_data()


def said(capsys):
    """The one line that was printed."""
    (line,) = capsys.readouterr().out.splitlines()
    return line
