using System.Globalization;
using Netzwerk.Domain;

namespace Netzwerk.Features.Organizer.Events.Editing;

/// <summary>The way from the event into the form and back.</summary>
public sealed partial record EventForm
{
    /// <summary>A new one begins with what the last one had in common with every other.</summary>
    public static EventForm Fresh(Event? last, string name, string email) => new()
    {
        StartsAt = "15:00",
        EndsAt = "17:00",
        Place = last?.Place,
        Host = last?.Host,
        Audience = last?.Audience,
        AccessNotes = last?.AccessNotes,
        OffersChildcare = true,
        ContactName = name,
        ContactEmail = email,
        Reminds = true,
        ChildrenKeptDays = "7",
        RegistrationsKeptDays = "30",
    };

    public static EventForm Of(Event ev) => new()
    {
        Title = ev.Title,
        ShortTitle = ev.ShortTitle,
        Slug = ev.IsDraft ? ev.Slug : null,
        Date = Text(ev.Date),
        StartsAt = Text(ev.StartsAt),
        EndsAt = Text(ev.EndsAt),
        EndsOn = ev.EndsOn is { } endDay ? Text(endDay) : "",
        Place = ev.Place,
        Lead = ev.Lead,
        Deadline = Text(ev.DeadlineDay),
        Seats = Text(ev.Seats),
        OffersChildcare = ev.OffersChildcare,
        ChildcareSeats = Text(ev.ChildcareSeats),
        OpensOn = ev.OpensAt is { } opens ? Text(BerlinTime.DateOf(opens)) : "",
        OpensAt = ev.OpensAt is { } hour ? Text(TimeOnly.FromDateTime(BerlinTime.FromUtc(hour))) : "",
        ChildcareDeadline = ev.ChildcareDay is { } lastDay ? Text(lastDay) : "",
        Description = ev.Description,
        Audience = ev.Audience,
        Host = ev.Host,
        Price = ev.Price,
        IsFestive = ev.IsFestive,
        Programme = [.. ev.Programme.Select(item => new ProgrammeForm { Title = item.Title, Text = item.Text, IsHighlight = item.IsHighlight })],
        AccessNotes = ev.AccessNotes,
        ContactName = ev.ContactName,
        ContactEmail = ev.ContactEmail,
        ContactPhone = ev.ContactPhone,
        Reminds = ev.Reminds,
        ChildrenKeptDays = Text(ev.ChildrenKeptDays),
        RegistrationsKeptDays = Text(ev.RegistrationsKeptDays),
    };

    public Event ToDraft(Guid key, DateOnly today)
    {
        var draft = new Event
        {
            Id = key,
            Slug = "",
            IsDraft = true,
            Title = "Ohne Titel",
            ShortTitle = "Ohne Titel",
            Lead = "",
            Audience = "",
            Host = "",
            Place = "",
            Date = today,
            StartsAt = new TimeOnly(15, 0),
            EndsAt = new TimeOnly(17, 0),
            DeadlineBound = BerlinTime.EndOfDay(today),
            ContactName = "",
            ContactEmail = "",
        };
        WriteTo(draft);
        return draft;
    }

    /// <summary>What cannot be read (a preview may ask for it) stays as it was.</summary>
    public void WriteTo(Event ev)
    {
        var date = Day(Date) ?? ev.Date;
        ev.Move(new Meeting(date, Clock(StartsAt) ?? ev.StartsAt, Clock(EndsAt) ?? ev.EndsAt, TypedText.Clean(Place), Day(EndsOn) is { } endDay && endDay > date ? endDay : null));
        if (ev.IsDraft && TypedText.OrNull(Slug) is { } slug) ev.Slug = slug;
        ev.Name(TypedText.OrNull(Title) ?? ev.Title, TypedText.OrNull(ShortTitle) ?? ev.ShortTitle, PastedText.Name(ContactName, ev.ContactName), EmailAddress.Read(ContactEmail));
        (ev.Lead, ev.Audience, ev.Host) = (TypedText.Clean(Lead), TypedText.Clean(Audience), TypedText.Clean(Host));
        (ev.Description, ev.AccessNotes, ev.Price) = (TypedText.OrNull(Description), TypedText.OrNull(AccessNotes), TypedText.OrNull(Price));
        ev.ContactPhone = PastedText.Phone(ContactPhone) is { Length: > 0 } phone ? phone : null;
        (ev.OffersChildcare, ev.IsFestive, ev.Reminds) = (OffersChildcare, IsFestive, Reminds);
        (ev.Seats, ev.ChildcareSeats) = (Number(Seats), Number(ChildcareSeats));
        ev.DeadlineBound = Day(Deadline) is { } lastDay ? BerlinTime.EndOfDay(lastDay) : ev.DeadlineBound;
        ev.ChildcareDeadlineBound = Day(ChildcareDeadline) is { } lastDayForChildren ? BerlinTime.EndOfDay(lastDayForChildren) : null;
        ev.OpensAt = Day(OpensOn) is { } day ? BerlinTime.ToUtc(day, Clock(OpensAt) ?? TimeOnly.MinValue) : null;
        (ev.ChildrenKeptDays, ev.RegistrationsKeptDays) = (Number(ChildrenKeptDays) ?? ev.ChildrenKeptDays, Number(RegistrationsKeptDays) ?? ev.RegistrationsKeptDays);
        WriteProgrammeTo(ev);
    }

    private void WriteProgrammeTo(Event ev)
    {
        List<ProgrammeItem> items = [.. Programme.Where(row => !row.IsEmpty).Select(row => new ProgrammeItem(TypedText.Clean(row.Title), TypedText.OrNull(row.Text), row.IsHighlight))];
        // Writing the same again would look like a change to the database.
        if (ev.Programme.SequenceEqual(items)) return;
        ev.Programme.Clear();
        ev.Programme.AddRange(items);
    }

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
