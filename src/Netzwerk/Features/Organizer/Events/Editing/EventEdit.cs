using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;

namespace Netzwerk.Features.Organizer.Events.Editing;

/// <summary>Saves a form onto an event, unless somebody else was faster.</summary>
public sealed class EventEdit(NetzwerkDb db, EventTurn turn, EventClock clock)
{
    /// <returns>Null when there is no such event.</returns>
    public Task<EditOutcome?> SaveAsync(Guid eventId, EventForm typed, EventForm seen, string by) =>
        turn.TakeAsync(eventId, ev => ChangeAsync(ev, typed, seen, by));

    private async Task<EditOutcome> ChangeAsync(Event ev, EventForm typed, EventForm seen, string by)
    {
        // Not the revision: every sign-up counts that up, and none of them is a reason to bother an editor.
        var before = EventForm.Of(ev);
        if (EventField.Between(seen, before).ToList() is { Count: > 0 } changed)
            return new EditOutcome.Meanwhile(EventField.Merge(typed, seen, before), await ChangesAsync(ev, changed, seen, before));

        if (typed.Slug is { } slug && await db.Events.AnyAsync(other => other.Slug == slug && other.Id != ev.Id)) return new EditOutcome.SlugTaken();
        typed.WriteTo(ev);
        var fields = EventField.Between(before, EventForm.Of(ev)).Select(field => field.Label).ToList();
        if (fields.Count > 0) db.Add(new AuditEntry { At = clock.Now, Act = AuditAct.EventEdited, By = by, EventId = ev.Id, Fields = string.Join(", ", fields) });
        return new EditOutcome.Saved(ev.Slug);
    }

    private async Task<IReadOnlyList<MeantimeChange>> ChangesAsync(Event ev, List<EventField> changed, EventForm seen, EventForm now)
    {
        var edits = await db.Audit.AsNoTracking().Where(entry => entry.EventId == ev.Id && entry.Act == AuditAct.EventEdited)
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

    public sealed record SlugTaken : EditOutcome;
}

/// <summary>A field that another editor changed since this form was fetched.</summary>
public sealed record MeantimeChange(EventField Field, string Before, string Now, string? By);
