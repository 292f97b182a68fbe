using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Organizer.Events.LifeCycle;

namespace Netzwerk.Features.Organizer.Events.Editing;

/// <summary>Saves a form onto an event, unless somebody else was faster.</summary>
public sealed class EventEdit(NetzwerkDb db, EventTurn turn, ToldMeetings told, EventClock clock)
{
    private static readonly string[] Retentions = [Labels.ChildrenKeptDays, Labels.RegistrationsKeptDays];

    /// <param name="agreed">How many erasures the editor agreed to.</param>
    /// <returns>Null when there is no such event.</returns>
    public Task<EditOutcome?> SaveAsync(Guid eventId, EventForm typed, EventForm seen, int agreed, string by) =>
        turn.TakeAsync(eventId, ev => ChangeAsync(ev, typed, seen, agreed, by));

    private async Task<EditOutcome> ChangeAsync(Event ev, EventForm typed, EventForm seen, int agreed, string by)
    {
        // Not the revision: every sign-up counts that up, and none of them is a reason to bother an editor.
        var before = EventForm.Of(ev);
        if (EventField.Between(seen, before).ToList() is { Count: > 0 } changed)
            return new EditOutcome.Meanwhile(EventField.Merge(typed, seen, before), await ChangesAsync(ev, changed, seen, before));

        if (typed.Slug is { } slug && await db.Events.AnyAsync(other => other.Slug == slug && other.Id != ev.Id)) return new EditOutcome.SlugTaken();
        if (await ErasesAsync(ev, typed.ToDraft(ev.Id, ev.Date)) is var erases && erases.Count > agreed) return erases;
        typed.WriteTo(ev);
        if (ev.IsMovedBack && await told.CountOthersAsync(ev) == 0) ev.GuestsKnow();
        var fields = EventField.Between(before, EventForm.Of(ev)).Select(field => field.Label).ToList();
        Note(AuditAct.EventEdited, fields.Except(Retentions, StringComparer.Ordinal));
        Note(AuditAct.RetentionChanged, fields.Intersect(Retentions, StringComparer.Ordinal));
        return new EditOutcome.Saved(ev.Slug);

        void Note(AuditAct act, IEnumerable<string> labels)
        {
            if (string.Join(", ", labels) is { Length: > 0 } names) db.Add(new AuditEntry { At = clock.Now, Act = act, By = by, EventId = ev.Id, Fields = names });
        }
    }

    /// <summary>What is due with the new days and was not with the old ones: the next retention run takes it, and nobody gets it back.</summary>
    private async Task<EditOutcome.Erases> ErasesAsync(Event now, Event then)
    {
        // Counted by the database: loading a large event's registrations would hold up everybody who signs up meanwhile.
        var (at, stored) = (clock.Now, db.Registrations.Where(r => r.EventId == now.Id && r.ErasedAt == null));
        return new EditOutcome.Erases(
            await stored.Where(Retention.RegistrationsKept(now, at)).Where(Retention.RegistrationsDue(then, at)).CountAsync(),
            await stored.Where(r => r.Children.Any()).Where(Retention.ChildrenKept(now, at)).Where(Retention.ChildrenDue(then, at)).CountAsync());
    }

    private async Task<IReadOnlyList<MeantimeChange>> ChangesAsync(Event ev, List<EventField> changed, EventForm seen, EventForm now)
    {
        var edits = await db.Audit.AsNoTracking().Where(entry => entry.EventId == ev.Id && (entry.Act == AuditAct.EventEdited || entry.Act == AuditAct.RetentionChanged))
            .OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id).Take(100).Select(entry => new { entry.By, entry.Fields }).ToListAsync();
        return [.. changed.Select(field => new MeantimeChange(
            field, field.Read(seen), field.Read(now), edits.Find(edit => edit.Fields?.Split(", ").Contains(field.Label) is true)?.By))];
    }
}

/// <summary>What became of saving.</summary>
public abstract record EditOutcome
{
    private EditOutcome()
    {
    }

    public sealed record Saved(string Slug) : EditOutcome;

    /// <summary>Somebody else was faster; the form holds both people's work.</summary>
    public sealed record Meanwhile(EventForm Merged, IReadOnlyList<MeantimeChange> Changes) : EditOutcome;

    /// <summary>Saving would make something due at once, and nobody agreed to that yet.</summary>
    /// <param name="Registrations">Families of whom all goes.</param>
    /// <param name="Children">Families whose children go, with or without the rest.</param>
    public sealed record Erases(int Registrations, int Children) : EditOutcome
    {
        public int Count => Registrations + Children;
    }

    public sealed record SlugTaken : EditOutcome;
}

/// <summary>A field that another editor changed since this form was fetched.</summary>
public sealed record MeantimeChange(EventField Field, string Before, string Now, string? By);
