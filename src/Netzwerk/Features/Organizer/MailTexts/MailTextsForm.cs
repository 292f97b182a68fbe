using FluentValidation;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Forms;

namespace Netzwerk.Features.Organizer.MailTexts;

/// <summary>The two texts as typed, and as they stood when the form was fetched: so the second of two editors finds out and loses nothing.</summary>
public sealed record MailTextsForm
{
    public string? Confirmation { get; init; }

    public string? Reminder { get; init; }

    public string? SeenConfirmation { get; init; }

    public string? SeenReminder { get; init; }

    public static MailTextsForm Of(string confirmation, string reminder) =>
        new() { Confirmation = confirmation, Reminder = reminder, SeenConfirmation = confirmation, SeenReminder = reminder };

    /// <summary>What was typed, on top of what is stored by now: a text that this editor left alone takes the other editor's words.</summary>
    public MailTextsForm Onto(MailTextsForm now) => now with
    {
        Confirmation = IsSame(Confirmation, SeenConfirmation) ? now.Confirmation : Confirmation,
        Reminder = IsSame(Reminder, SeenReminder) ? now.Reminder : Reminder,
    };

    /// <summary>What another editor changed since this form was fetched.</summary>
    public IReadOnlyList<ChangedText> ChangedMeanwhile(MailTextsForm now) =>
    [
        .. IsSame(SeenConfirmation, now.Confirmation) ? [] : (ChangedText[])[new(Labels.Confirmation, now.Confirmation!)],
        .. IsSame(SeenReminder, now.Reminder) ? [] : (ChangedText[])[new(Labels.Reminder, now.Reminder!)],
    ];

    private static bool IsSame(string? one, string? other) => TypedText.Clean(one) == TypedText.Clean(other);

    public sealed class Validator : AbstractValidator<MailTextsForm>
    {
        public Validator()
        {
            foreach (var rule in (IRuleBuilderInitial<MailTextsForm, string?>[])[RuleFor(form => form.Confirmation), RuleFor(form => form.Reminder)])
            {
                rule.Cascade(CascadeMode.Stop)
                    .Must(text => TypedText.Clean(text).Length <= MailText.Longest).WithMessage($"Der Text ist zu lang. Höchstens {MailText.Longest} Zeichen haben Platz. Kürzen Sie ihn bitte")
                    .Must(text => TypedText.IsVisible(TypedText.Clean(text))).WithMessage((_, text) => $"Der Text enthält {InvalidCharacter.Describe(text)}. Löschen Sie es oder tippen Sie den Text neu");
            }
        }

        /// <summary>Only the event knows what can be filled, so the controller asks for this sentence.</summary>
        public static string CannotFill(MailTextFault fault) => fault.Trouble switch
        {
            MailTextTrouble.NotClosed => $"Bei „{fault.Near}“ fehlt die Klammer am Ende. Schreiben Sie Platzhalter so: {{{MailText.GivenName}}}",
            MailTextTrouble.NotOpened => $"Bei „{fault.Near}“ fehlt die Klammer am Anfang. Schreiben Sie Platzhalter so: {{{MailText.GivenName}}}",
            MailTextTrouble.Empty => $"Für „{fault.Near}“ ist bei dieser Veranstaltung nichts eingetragen. Nehmen Sie den Platzhalter heraus, oder ergänzen Sie die Veranstaltung",
            _ => $"Den Platzhalter „{fault.Near}“ gibt es nicht. Möglich sind: {string.Join(", ", MailText.Names.Select(name => $"{{{name}}}"))}",
        };
    }
}

/// <summary>Names of the fields as people read them, in the form and in the audit.</summary>
public static class Labels
{
    public const string Confirmation = "Text der Anmeldebestätigung";
    public const string Reminder = "Text der Erinnerung";
}

public sealed record ChangedText(string Label, string Now);
