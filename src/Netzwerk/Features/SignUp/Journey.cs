using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Forms;

namespace Netzwerk.Features.SignUp;

/// <summary>
/// What the steps so far brought. It travels in each page as one encrypted, tamper-proof field, so that no visit is stored before
/// „Jetzt anmelden“, and an old tab, the back button, a restart or another process lose nothing.
/// </summary>
/// <param name="Key">The idempotency key; made with the first step's POST.</param>
/// <param name="Slug">A journey to one event is none to another.</param>
public sealed record Journey(Guid Key, string Slug, WhoForm Who, ChildrenForm Children)
{
    public static Journey Begin(string slug, WhoForm who) => new(Guid.CreateVersion7(), slug, who, ChildrenForm.OneEmptyRow);

    public Party Party => new(1 + (Typed.Number(Who.FurtherAdults) ?? 0), ChildrenInCare.Count);

    /// <summary>Children typed in before „Nein“ was chosen stay in the journey and out of the registration.</summary>
    public IReadOnlyList<ChildForm> ChildrenInCare => Who.WantsChildcare ? Children.Children : [];

    public SignUpRequest ToRequest(DateTime arrivedAt) => Who.ToRequest(Key, arrivedAt, Children.Children);
}

/// <summary>
/// The receipt is the address of the last page: encrypted, so that it survives reload and bookmark without opening anything. It holds
/// what was typed and no child's name.
/// </summary>
public sealed record Receipt(string Slug, string Reference, string Email, Party Party, bool WantsCall);

/// <summary>Closes and opens what travels through the visitor's hands.</summary>
public sealed class Seal(IDataProtectionProvider protection)
{
    private readonly IDataProtector _journeys = protection.CreateProtector("Netzwerk.SignUp.Journey.1");
    private readonly IDataProtector _receipts = protection.CreateProtector("Netzwerk.SignUp.Receipt.1");

    public string Close(Journey journey) => Close(_journeys, journey);

    public string Close(Receipt receipt) => Close(_receipts, receipt);

    /// <returns>Null when it is not ours, was changed on the way, is a year old, or belongs to another event.</returns>
    public Journey? OpenJourney(string? field, string slug) => Open<Journey>(_journeys, field) is { } journey && journey.Slug == slug && FormKey.IsPlausible(journey.Key) ? journey : null;

    public Receipt? OpenReceipt(string? field, string slug) => Open<Receipt>(_receipts, field) is { } receipt && receipt.Slug == slug ? receipt : null;

    private static string Close<T>(IDataProtector protector, T value) =>
        System.Buffers.Text.Base64Url.EncodeToString(protector.Protect(JsonSerializer.SerializeToUtf8Bytes(value)));

    private static T? Open<T>(IDataProtector protector, string? field)
        where T : class
    {
        if (string.IsNullOrEmpty(field)) return null;
        try
        {
            return JsonSerializer.Deserialize<T>(protector.Unprotect(System.Buffers.Text.Base64Url.DecodeFromChars(field)));
        }
        catch (Exception foreign) when (foreign is CryptographicException or FormatException or JsonException)
        {
            return null;
        }
    }
}
