using System.Text.Encodings.Web;
using System.Text.Json;
using Netzwerk.Domain;

namespace Netzwerk.Features.Organizer.Events.Editing;

/// <summary>One field of the form: how it reads, and how one editor's form takes it from another's.</summary>
/// <param name="Name">The property of the form.</param>
/// <param name="Empty">What an empty one means.</param>
public sealed record EventField(string Name, string Label, Func<EventForm, string?> Value, Func<EventForm, EventForm, EventForm> Take, string Empty = "leer")
{
    /// <summary>Every field of the form, in its order. A test holds that none is missing.</summary>
    public static IReadOnlyList<EventField> All { get; } =
    [
        new(nameof(EventForm.Title), Labels.Title, form => form.Title, (mine, theirs) => mine with { Title = theirs.Title }),
        new(nameof(EventForm.ShortTitle), Labels.ShortTitle, form => form.ShortTitle, (mine, theirs) => mine with { ShortTitle = theirs.ShortTitle }),
        new(nameof(EventForm.Slug), Labels.Slug, form => form.Slug, (mine, theirs) => mine with { Slug = theirs.Slug }),
        new(nameof(EventForm.Date), Labels.Date, form => form.Date, (mine, theirs) => mine with { Date = theirs.Date }),
        new(nameof(EventForm.StartsAt), Labels.StartsAt, form => form.StartsAt, (mine, theirs) => mine with { StartsAt = theirs.StartsAt }),
        new(nameof(EventForm.EndsAt), Labels.EndsAt, form => form.EndsAt, (mine, theirs) => mine with { EndsAt = theirs.EndsAt }),
        new(nameof(EventForm.EndsOn), Labels.EndsOn, form => form.EndsOn, (mine, theirs) => mine with { EndsOn = theirs.EndsOn }, "am selben Tag"),
        new(nameof(EventForm.Place), Labels.Place, form => form.Place, (mine, theirs) => mine with { Place = theirs.Place }),
        new(nameof(EventForm.Lead), Labels.Lead, form => form.Lead, (mine, theirs) => mine with { Lead = theirs.Lead }),
        new(nameof(EventForm.Deadline), Labels.Deadline, form => form.Deadline, (mine, theirs) => mine with { Deadline = theirs.Deadline }),
        new(nameof(EventForm.Seats), Labels.Seats, form => form.Seats, (mine, theirs) => mine with { Seats = theirs.Seats }, "keine Grenze"),
        new(nameof(EventForm.OffersChildcare), Labels.OffersChildcare, form => YesNo(form.OffersChildcare), (mine, theirs) => mine with { OffersChildcare = theirs.OffersChildcare }),
        new(nameof(EventForm.ChildcareSeats), Labels.ChildcareSeats, form => form.ChildcareSeats, (mine, theirs) => mine with { ChildcareSeats = theirs.ChildcareSeats }, "keine Grenze"),
        new(nameof(EventForm.OpensOn), Labels.OpensOn, form => form.OpensOn, (mine, theirs) => mine with { OpensOn = theirs.OpensOn }, "sofort"),
        new(nameof(EventForm.OpensAt), Labels.OpensAt, form => form.OpensAt, (mine, theirs) => mine with { OpensAt = theirs.OpensAt }),
        new(nameof(EventForm.ChildcareDeadline), Labels.ChildcareDeadline, form => form.ChildcareDeadline, (mine, theirs) => mine with { ChildcareDeadline = theirs.ChildcareDeadline }, "wie für alle"),
        new(nameof(EventForm.Description), Labels.Description, form => form.Description, (mine, theirs) => mine with { Description = theirs.Description }),
        new(nameof(EventForm.Audience), Labels.Audience, form => form.Audience, (mine, theirs) => mine with { Audience = theirs.Audience }),
        new(nameof(EventForm.Host), Labels.Host, form => form.Host, (mine, theirs) => mine with { Host = theirs.Host }),
        new(nameof(EventForm.Price), Labels.Price, form => form.Price, (mine, theirs) => mine with { Price = theirs.Price }, "kostenlos"),
        new(nameof(EventForm.IsFestive), Labels.IsFestive, form => YesNo(form.IsFestive), (mine, theirs) => mine with { IsFestive = theirs.IsFestive }),
        new(nameof(EventForm.Programme), Labels.Programme, Programme, (mine, theirs) => mine with { Programme = theirs.Programme }),
        new(nameof(EventForm.AccessNotes), Labels.AccessNotes, form => form.AccessNotes, (mine, theirs) => mine with { AccessNotes = theirs.AccessNotes }),
        new(nameof(EventForm.ContactName), Labels.ContactName, form => form.ContactName, (mine, theirs) => mine with { ContactName = theirs.ContactName }),
        new(nameof(EventForm.ContactEmail), Labels.ContactEmail, form => form.ContactEmail, (mine, theirs) => mine with { ContactEmail = theirs.ContactEmail }),
        new(nameof(EventForm.ContactPhone), Labels.ContactPhone, form => form.ContactPhone, (mine, theirs) => mine with { ContactPhone = theirs.ContactPhone }),
        new(nameof(EventForm.Reminds), Labels.Reminds, form => YesNo(form.Reminds), (mine, theirs) => mine with { Reminds = theirs.Reminds }),
        new(nameof(EventForm.ChildrenKeptDays), Labels.ChildrenKeptDays, form => form.ChildrenKeptDays, (mine, theirs) => mine with { ChildrenKeptDays = theirs.ChildrenKeptDays }),
        new(nameof(EventForm.RegistrationsKeptDays), Labels.RegistrationsKeptDays, form => form.RegistrationsKeptDays, (mine, theirs) => mine with { RegistrationsKeptDays = theirs.RegistrationsKeptDays }),
    ];

    public static IEnumerable<EventField> Between(EventForm one, EventForm other) => All.Where(field => field.Read(one) != field.Read(other));

    /// <summary>What was typed, on top of what is stored by now: a field that this editor left alone takes the other editor's value.</summary>
    public static EventForm Merge(EventForm typed, EventForm seen, EventForm now) =>
        All.Where(field => field.Read(typed) == field.Read(seen)).Aggregate(typed, (merged, field) => field.Take(merged, now));

    public string Read(EventForm form) => TypedText.Clean(Value(form));

    private static string YesNo(bool yes) => yes ? "ja" : "nein";

    private static string Programme(EventForm form) => string.Join("\n", form.Programme.Where(row => !row.IsEmpty)
        .Select(row => $"{(row.IsHighlight ? "★ " : "")}{TypedText.Clean(row.Title)}{(TypedText.OrNull(row.Text) is { } text ? $": {text}" : "")}"));
}

/// <summary>
/// The form as it stood when it was fetched; it travels in the page. Whoever tampers with it fools only themselves: they may overwrite all
/// of it anyway.
/// </summary>
public static class SeenForm
{
    private static readonly JsonSerializerOptions Short = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Pack(EventForm form) => JsonSerializer.Serialize(form, Short);

    public static EventForm Unpack(string? packed)
    {
        try
        {
            return packed is null ? new EventForm() : JsonSerializer.Deserialize<EventForm>(packed) ?? new EventForm();
        }
        catch (JsonException)
        {
            return new EventForm();
        }
    }
}
