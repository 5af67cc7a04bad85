"""From where a server can be reached: its processes' ports, asked at every address of this machine."""

import contextlib
import socket

import psutil

LOOPBACK = ("127.0.0.1", "::1")
SECOND_LOOPBACK = "127.0.0.2"  # answers for whoever listens on 0.0.0.0, refuses for whoever listens on 127.0.0.1
ANSWERING = 3  # seconds: an address of this machine answers or refuses at once, but on Windows refusing takes two


def listening(pid):
    """Return the (address, port) pairs on which a process and those that it started listen."""
    process, found = psutil.Process(pid), set()
    for each in (process, *process.children(recursive=True)):
        with contextlib.suppress(psutil.NoSuchProcess):  # a helper of a moment, which has ended meanwhile
            sockets = each.net_connections("tcp")
            found |= {(one.laddr.ip, one.laddr.port) for one in sockets if one.status == psutil.CONN_LISTEN}
    return sorted(found)


def reached(address, port):
    """Connect to an address of either family, with its scope where it has one (``fe80::1%eth0``)."""
    try:
        (family, kind, protocol, _name, place), *_more = socket.getaddrinfo(address, port, type=socket.SOCK_STREAM)
        with socket.socket(family, kind, protocol) as asking:
            asking.settimeout(ANSWERING)
            asking.connect(place)
    except OSError:
        return False
    return True


def from_outside():
    """Return the addresses of this machine, IPv4 and IPv6, at which a server that listens to everyone is reached."""
    cards = psutil.net_if_addrs().values()
    families = (socket.AF_INET, socket.AF_INET6)
    own = {one.address for card in cards for one in card if one.family in families} | {SECOND_LOOPBACK}
    found = []
    for family, everyone in ((socket.AF_INET, "0.0.0.0"), (socket.AF_INET6, "::")):
        try:
            with socket.create_server((everyone, 0), family=family) as control:
                port = control.getsockname()[1]
                found += [address for address in own - {*LOOPBACK} if reached(address, port)]
        except OSError:  # a machine without IPv6
            continue
    return sorted(set(found))


def assert_this_machine_alone(places):
    """Fail where one of the ``(address, port)`` on which something listens is open to more than this machine.

    What the system says of the sockets is read first; then each port is asked at every address of the machine: all
    must refuse, loopback must answer.
    """
    assert places, "nothing listens: there is nothing to ask"
    assert {address for address, _port in places} <= {*LOOPBACK}
    outside = from_outside()
    for address, port in places:
        assert reached(address, port)
        assert [each for each in outside if reached(each, port)] == []
