"""Which network addresses are in the open, and which lead to this machine's own network (pure)."""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

# What Python's own tables let through, or did in some version.
INSIDE = [
    ip_network(one)
    for one in (
        "0.0.0.0/8",
        "100.64.0.0/10",  # a provider's own network; some clouds answer for themselves in it
        "168.63.129.16/32",  # Azure speaks to its own machines here
        "192.0.0.0/24",
        "192.88.99.0/24",
        "198.18.0.0/15",
        "240.0.0.0/4",
        "::/96",
        "64:ff9b:1::/48",
        "100::/64",
        "fc00::/7",  # among them fd00:ec2::254, where Amazon tells a machine its secrets
        "fe80::/10",
        "fec0::/10",
    )
]
NAT64 = ip_network("64:ff9b::/96")


def is_outside(address: str) -> bool:
    """Whether an IP address is one of the open internet, whatever it is wrapped in."""
    try:
        found = ip_address(address)
    except ValueError:
        return False
    return all(_is_open(one) for one in (found, *_wrapped(found)))


def _is_open(address: IPv4Address | IPv6Address) -> bool:
    if any(address in network for network in INSIDE if network.version == address.version):
        return False
    closed = address.is_private or address.is_loopback or address.is_link_local
    closed = closed or address.is_multicast or address.is_reserved or address.is_unspecified
    return address.is_global and not closed if address not in NAT64 else True


def _wrapped(address: IPv4Address | IPv6Address) -> list[IPv4Address]:
    """The IPv4 addresses that an IPv6 address leads to by translation or tunnel."""
    if address.version == 4:
        return []
    found = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    if address in NAT64:
        found.append(IPv4Address(int(address) & 0xFFFFFFFF))
    return [one for one in found if one is not None]
