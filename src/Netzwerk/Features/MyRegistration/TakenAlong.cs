using System.Text.Json.Serialization;
using Netzwerk.Domain;

namespace Netzwerk.Features.MyRegistration;

/// <summary>The file that a family takes along. Its keys are German, like the page; instants are ISO 8601 on the clock in Berlin.</summary>
public sealed record TakenAlong(
    [property: JsonPropertyName("erstelltAm")] DateTime MadeAt,
    [property: JsonPropertyName("veranstaltung")] TakenEvent Event,
    [property: JsonPropertyName("anmeldung")] TakenRegistration Registration,
    [property: JsonPropertyName("kinder")] IReadOnlyList<TakenChild> Children,
    [property: JsonPropertyName("antworten")] IReadOnlyList<TakenAnswer> Answers,
    [property: JsonPropertyName("weitereKennungen")] IReadOnlyList<TakenReference> OtherReferences,
    [property: JsonPropertyName("emails")] IReadOnlyList<TakenMail> Mails,
    [property: JsonPropertyName("verlauf")] IReadOnlyList<TakenStep> History)
{
    public static TakenAlong Of(
        Registration registration, Event ev, DateTime now, IReadOnlyList<TakenReference> others, IReadOnlyList<TakenMail> mails, IReadOnlyList<TakenStep> history) => new(
        now,
        new TakenEvent(ev.Title, ev.Date, ev.StartsAt, ev.LastDay, ev.EndsAt, ev.Place),
        new TakenRegistration(
            registration.Reference, registration.GivenName, registration.FamilyName, registration.Email, registration.Phone, registration.PhoneE164, registration.FurtherAdults,
            registration.ChildrenInCare, registration.Question, registration.ArrivedAt, registration.TakenInBy is not null, registration.CalledAt, registration.CancelledAt,
            Retention.ChildrenGoAt(ev, registration.CancelledAt), Retention.RegistrationGoesAt(ev, registration.CancelledAt)),
        [.. registration.Children.OrderBy(child => child.Position).Select(child => new TakenChild(child.FirstName, child.Age, child.CallRequested))],
        [.. registration.Answers.Select(answer => new TakenAnswer(answer.Label, answer.Text))], others, mails, history);
}

public sealed record TakenEvent(
    [property: JsonPropertyName("titel")] string Title,
    [property: JsonPropertyName("datum")] DateOnly Date,
    [property: JsonPropertyName("beginn")] TimeOnly StartsAt,
    [property: JsonPropertyName("letzterTag")] DateOnly LastDay,
    [property: JsonPropertyName("ende")] TimeOnly EndsAt,
    [property: JsonPropertyName("ort")] string Place);

public sealed record TakenRegistration(
    [property: JsonPropertyName("kennung")] string Reference,
    [property: JsonPropertyName("vorname")] string? GivenName,
    [property: JsonPropertyName("nachname")] string? FamilyName,
    [property: JsonPropertyName("email")] string? Email,
    [property: JsonPropertyName("telefon")] string? Phone,
    [property: JsonPropertyName("telefonInternational")] string? PhoneE164,
    [property: JsonPropertyName("weitereErwachsene")] int FurtherAdults,
    [property: JsonPropertyName("kinderInBetreuung")] int ChildrenInCare,
    [property: JsonPropertyName("frage")] string? Question,
    [property: JsonPropertyName("angemeldetAm")] DateTime ArrivedAt,
    [property: JsonPropertyName("vonHandAufgenommen")] bool TakenInByHand,
    [property: JsonPropertyName("angerufenAm")] DateTime? CalledAt,
    [property: JsonPropertyName("abgemeldetAm")] DateTime? CancelledAt,
    [property: JsonPropertyName("kinderWerdenGeloeschtAm")] DateTime ChildrenGoAt,
    [property: JsonPropertyName("wirdGeloeschtAm")] DateTime GoesAt);

public sealed record TakenChild(
    [property: JsonPropertyName("vorname")] string FirstName,
    [property: JsonPropertyName("alter")] int Age,
    [property: JsonPropertyName("anrufGewuenscht")] bool CallRequested);

public sealed record TakenAnswer([property: JsonPropertyName("frage")] string Question, [property: JsonPropertyName("antwort")] string Text);

public sealed record TakenReference([property: JsonPropertyName("kennung")] string Reference, [property: JsonPropertyName("eingegangenAm")] DateTime ArrivedAt);

public sealed record TakenMail(
    [property: JsonPropertyName("art")] string Kind,
    [property: JsonPropertyName("betreff")] string Subject,
    [property: JsonPropertyName("an")] string To,
    [property: JsonPropertyName("geschriebenAm")] DateTime WrittenAt,
    [property: JsonPropertyName("gesendetAm")] DateTime? SentAt);

/// <summary>Without who it was: colleagues are no part of the family's data.</summary>
public sealed record TakenStep(
    [property: JsonPropertyName("am")] DateTime At, [property: JsonPropertyName("was")] string Act, [property: JsonPropertyName("angaben")] string? Fields);
