namespace Netzwerk.Domain;

/// <summary>How many sign-ups of one network an event accepts within an hour.</summary>
/// <param name="Key">Stands for network and event; the address cannot be read from it.</param>
public sealed record NetworkQuota(byte[] Key, int Most);
