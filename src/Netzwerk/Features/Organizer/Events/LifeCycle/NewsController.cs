using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared;
using Netzwerk.Features.Shared.Access;
using Netzwerk.Features.Shared.Mails;

namespace Netzwerk.Features.Organizer.Events.LifeCycle;

/// <summary>Day, time or place changed: guests are told when an organiser says so, once for each change.</summary>
[Route("verwaltung/veranstaltungen/{slug}/benachrichtigen")]
[Allow(Role.Organizer)]
public sealed class NewsController(NetzwerkDb db, SignedIn signedIn, EventTurn turn, EventClock clock, EventMails mails, Announcements announcements, AnnouncementWorker worker,
    ToldMeetings told)
    : RoomController(db, signedIn)
{
    [HttpGet("")]
    public async Task<IActionResult> New()
    {
        if (Enter(RoomBar.Overview) is not { } ev) return NotFound();
        if (!ev.HasNews(clock.Now)) return Redirect(Overview);
        var changes = News.Of(ev);
        var mail = mails.Changed(ev, News.ExampleGuest(ev), changes);
        return View("News", new NewsPage(EventFacts.Of(ev), changes, ev.IsMovedBack ? await told.CountOthersAsync(ev) : await Db.GuestsOf(ev).CountAsync(), mail.Subject, News.Readable(mail), ev.Sequence));
    }

    /// <param name="sequence">What the page showed; a change in between is looked at first.</param>
    [HttpPost("")]
    public async Task<IActionResult> Send(int? sequence)
    {
        if (Enter(RoomBar.Overview) is not { } found) return NotFound();
        var by = await SignedIn.NameAsync();
        var ev = (await turn.TakeAsync(found.Id, async current =>
        {
            if (!current.HasNews(clock.Now) || current.Sequence != sequence) return current;
            var changes = News.Of(current);
            var announcement = Announcement.OfChange(current.GuestsBelieve!, current.Meeting, await Db.GuestsOf(current).CountAsync(), await announcements.FindAsync(current.Id));
            await announcements.StoreAsync(current, announcement, by);
            current.GuestsKnow();
            Db.Add(new AuditEntry { At = clock.Now, Act = AuditAct.GuestsTold, By = by, EventId = current.Id, Fields = string.Join(", ", changes.Select(change => change.What)) });
            return current;
        }))!;
        if (ev.HasNews(clock.Now)) return Redirect(Request.Path);
        await worker.BeginAsync(announcements, ev.Id);
        if (ev.CancelledAt is null) Tell(Done.GuestsTold);
        return Redirect(Overview);
    }

    [HttpGet("nicht")]
    public async Task<IActionResult> AskToDismiss()
    {
        if (Enter(RoomBar.Overview) is not { } ev) return NotFound();
        return ev.GuestsBelieve is null ? Redirect(Overview) : View("NotTold", new NotToldPage(EventFacts.Of(ev), await Db.GuestsOf(ev).CountAsync()));
    }

    [HttpPost("nicht")]
    public async Task<IActionResult> Dismiss()
    {
        if (Enter(RoomBar.Overview) is not { } ev) return NotFound();
        var by = await SignedIn.NameAsync();
        await turn.TakeAsync(ev.Id, async current =>
        {
            if (!current.HasNews(clock.Now)) return current;
            current.GuestsKnow();
            await announcements.ForgetAsync(current);
            Db.Add(new AuditEntry { At = clock.Now, Act = AuditAct.GuestsNotTold, By = by, EventId = current.Id });
            return current;
        });
        Tell(Done.GuestsNotTold);
        return Redirect(Overview);
    }
}

/// <param name="Guests">How many get the mail.</param>
/// <param name="Text">The mail as an example guest would read it.</param>
public sealed record NewsPage(EventFacts Event, IReadOnlyList<EventChange> Changes, int Guests, string Subject, string Text, int Sequence);

/// <param name="Guests">How many will not hear of the change.</param>
public sealed record NotToldPage(EventFacts Event, int Guests);
