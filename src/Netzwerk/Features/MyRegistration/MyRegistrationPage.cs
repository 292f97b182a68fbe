using FluentValidation;
using Microsoft.Extensions.Localization;
using Netzwerk.Domain;
using Netzwerk.Features.Shared;
using Netzwerk.Features.Shared.Forms;
using Netzwerk.Features.Shared.Web;
using Netzwerk.Languages;

namespace Netzwerk.Features.MyRegistration;

public sealed record MyRegistrationPage(
    EventFacts Event, string Token, string Reference, string FullName, string Email, string? Phone, Party Party,
    IReadOnlyList<ChildRow> Children, string? Question, bool IsActive, bool MayCancel, bool MaySignUpAgain, bool IsOver,
    DateOnly ChildrenGoOn, DateOnly GoesOn)
{
    /// <summary>The cancellation could not be stored just now.</summary>
    public bool StorageDown { get; init; }

    /// <summary>To the event's own questions.</summary>
    public required IReadOnlyList<Answer> Answers { get; init; }

    /// <summary>A place that this family gives back helps another one.</summary>
    public bool OthersMayTake { get; init; }

    public DateTime? CalledAt { get; init; }

    public string Path => $"/anmeldung/{Token}";

    /// <summary>Nobody is called about a child that does not come.</summary>
    public CallState CallOf(ChildRow child) => !child.CallRequested ? CallState.None
        : CalledAt is not null ? CallState.Done
        : MayCancel && Event.CancelledAt is null ? CallState.Due : CallState.Off;

    /// <param name="isLive">Does the site take sign-ups at all?</param>
    public static MyRegistrationPage Of(Registration registration, Event ev, DateTime now, string token, bool isLive = true) => new(
        EventFacts.Of(ev), token, registration.Reference, registration.FullName, registration.Email!, registration.Phone, registration.Party,
        [.. registration.Children.OrderBy(child => child.Position).Select(child => new ChildRow(child.FirstName, child.Age, child.CallRequested))],
        registration.Question, registration.IsActive, registration.MayCancel(ev, now), isLive && ev.WhyNot(now, Party.Smallest) is null, now >= ev.Ends,
        BerlinTime.DateOf(Retention.ChildrenGoAt(ev, registration.CancelledAt)), BerlinTime.DateOf(Retention.RegistrationGoesAt(ev, registration.CancelledAt)))
    {
        Answers = registration.Answers,
        CalledAt = registration.CalledAt,
        OthersMayTake = ev.OthersMayTake(registration.Party, now),
    };
}

public sealed record ChildRow(string FirstName, int Age, bool CallRequested);

/// <summary>What became of the wish for a call.</summary>
public enum CallState
{
    None,
    Due,
    Done,
    Off,
}

public sealed record LinkRequestPage(LinkRequestForm Form, RequestTrouble? Trouble);

/// <summary>Asks for the personal link once more.</summary>
public sealed record LinkRequestForm
{
    public string? Email { get; init; }

    public sealed class Validator : AbstractValidator<LinkRequestForm>
    {
        public Validator(IStringLocalizer<Texts> t) => RuleFor(form => form.Email).EmailAddress(t);
    }
}
