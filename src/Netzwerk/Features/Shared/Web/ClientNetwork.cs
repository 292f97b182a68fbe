using System.Net;
using System.Net.Sockets;

namespace Netzwerk.Features.Shared.Web;

/// <summary>Whom every limit counts as one: an IPv4 address, or an IPv6 /56, which is what a household or a small office gets.</summary>
public static class ClientNetwork
{
    private const int PrefixBytes = 7;

    /// <returns>
    /// Null for requests from the machine itself, which no limit counts; in Production they only come when no proxy is known, and then
    /// nothing comes at all.
    /// </returns>
    public static IPAddress? Of(HttpContext? http) => http?.Connection.RemoteIpAddress is { } address && !IPAddress.IsLoopback(Plain(address)) ? Of(address) : null;

    public static IPAddress Of(IPAddress address)
    {
        address = Plain(address);
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return address;
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(PrefixBytes).Clear();
        return new IPAddress(bytes);
    }

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
