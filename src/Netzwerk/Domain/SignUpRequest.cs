using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Netzwerk.Domain;

/// <summary>What a family sent, checked for its shape: the question to the event "may we come?".</summary>
/// <param name="Key">The idempotency key, made with the first step; becomes the registration's id.</param>
/// <param name="ArrivedAt">When the last POST's body had been read (UTC).</param>
public sealed record SignUpRequest(Guid Key, DateTime ArrivedAt, string GivenName, string FamilyName, string Email)
{
    public PhoneNumber? Phone { get; init; }

    public int FurtherAdults { get; init; }

    public IReadOnlyList<ChildInCare> Children { get; init; } = [];

    public string? Question { get; init; }

    /// <summary>To the event's own questions; voluntary ones without an answer are left out.</summary>
    public IReadOnlyList<Answer> Answers { get; init; } = [];

    /// <summary>Name of the account that takes it in by hand.</summary>
    public string? TakenInBy { get; init; }

    /// <summary>The conscious tick: let in although registration is closed.</summary>
    public bool Knowingly { get; init; }

    /// <summary>Null where nobody counts: staff, named offices, the machine itself.</summary>
    public NetworkQuota? Network { get; init; }

    public Party Party => new(1 + FurtherAdults, Children.Count);

    /// <inheritdoc cref="FamilyIdentity"/>
    public string FamilyKey => FamilyIdentity.KeyOf(Email, GivenName, FamilyName);

    /// <summary>SHA-256 over all that the family wrote; moment and key are left out, and how the event words its questions.</summary>
    public byte[] Fingerprint() => SHA256.HashData(Encoding.UTF8.GetBytes(
        JsonSerializer.Serialize(new { Key, GivenName, FamilyName, Email, Phone?.Typed, FurtherAdults, Children, Question, Answers = Answers.Select(answer => new { answer.QuestionId, answer.Text }) })));
}

public sealed record ChildInCare(string FirstName, int Age, bool CallRequested);
