using Netzwerk.Features.Shared.Mails;

namespace Netzwerk.Features.Organizer.MailTexts;

/// <param name="Placeholders">Name and what a guest who does not exist would read.</param>
public sealed record MailTextsPage(string Slug, string ShortTitle, MailTextsForm Form, IReadOnlyDictionary<string, string> Placeholders, ReminderPlan Reminder)
{
    /// <summary>What another editor changed since this form was fetched; <see cref="Form"/> holds both people's work.</summary>
    public IReadOnlyList<ChangedText> Meanwhile { get; init; } = [];

    public string? ChangedBy { get; init; }

    public MailPreview? Confirmation { get; init; }

    public MailPreview? ReminderMail { get; init; }

    public Done? Done { get; init; }

    public string Room => $"/verwaltung/veranstaltungen/{Slug}";
}

/// <param name="IsOver">The event has begun or is called off: nobody is reminded any more.</param>
/// <param name="WaitsForDecision">Day, time or place changed, and nobody decided whether guests are told.</param>
public sealed record ReminderPlan(bool IsOn, DateTime DueAt, DateTime? SentAt, bool IsOver, bool WaitsForDecision);

/// <summary>What the request before this page, or this one, came to.</summary>
public enum Done
{
    Saved,

    /// <summary>A usual text stands in the form again and is not saved yet.</summary>
    UsualAgain,
}
