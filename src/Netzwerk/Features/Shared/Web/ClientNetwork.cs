using System.ComponentModel.DataAnnotations;
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

    /// <summary>Is it one of these addresses (203.0.113.7) and networks (203.0.113.0/24)?</summary>
    public static bool IsIn(IPAddress network, string list) => Parts(list).Any(part => Parse(part) is { } one && (one.Contains(network) || Of(one.BaseAddress).Equals(network)));

    public static ValidationResult? Check(string? list, ValidationContext context) => Parts(list).FirstOrDefault(part => Parse(part) is null) is { } wrong
        ? new ValidationResult($"Limits:Offices enthält „{wrong}“, das ist keine Adresse und kein Netz. Schreiben Sie zum Beispiel 203.0.113.7 oder 203.0.113.0/24. Siehe README, Abschnitt Einstellungen.", [context.MemberName!])
        : ValidationResult.Success;

    public static bool AreAll(string? list) => Parts(list).All(part => Parse(part) is not null);

    private static string[] Parts(string? list) => (list ?? "").Split([',', ' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries);

    private static System.Net.IPNetwork? Parse(string part) =>
        System.Net.IPNetwork.TryParse(part, out var network) ? network : IPAddress.TryParse(part, out var address) ? new System.Net.IPNetwork(address, address.GetAddressBytes().Length * 8) : null;

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
