using Netzwerk.Domain;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Home;

public sealed class ArchiveTests
{
    [Fact]
    public async Task The_start_page_shows_the_latest_ten_and_the_archive_all_by_year()
    {
        await using var app = new TestApp();
        await AddAsync(app, [.. Enumerable.Range(1, 11).Select(n => On(new DateOnly(2010 + n, 6, 1)))]);

        var start = await app.OpenAsync("/");
        Assert.Contains("Fest 2012", start.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Fest 2011", start.Text, StringComparison.Ordinal);
        var archive = await start.FollowAsync("Alle vergangenen Veranstaltungen");

        Assert.Equal(Enumerable.Range(2011, 11).Reverse().Select(year => $"{year}"), archive.Document.QuerySelectorAll("h2").Select(Page.Words));
        Assert.Contains("Fest 2011", archive.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Jubiläumsfeier", archive.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drafts_are_nowhere_archived_ones_in_the_archive_and_cancelled_ones_marked()
    {
        await using var app = new TestApp();
        var (draft, putAway, cancelled) = (On(new DateOnly(2023, 6, 1)), On(new DateOnly(2024, 6, 1)), On(new DateOnly(2021, 6, 1)));
        (draft.IsDraft, putAway.ArchivedAt, cancelled.CancelledAt) = (true, putAway.DeadlineBound, cancelled.DeadlineBound);
        await AddAsync(app, draft, putAway, cancelled);

        var (start, archive, feed) = (await app.OpenAsync("/"), await app.OpenAsync("/archiv"), await app.OpenAsync("/veranstaltungen.ics"));

        Assert.All([start.Text, archive.Text, feed.Html], text => Assert.DoesNotContain("2023", text, StringComparison.Ordinal));
        Assert.Equal(["Jubiläumsfeier: 11 Jahre Netzwerk „Wirksame Hilfen für Alleinerziehende“"], start.Document.QuerySelectorAll(".nw-event-card h3").Select(Page.Words));
        Assert.Contains("Fest 2024, ", archive.Text, StringComparison.Ordinal);
        Assert.Contains("1.\u00A0Juni\u00A02021 (abgesagt)", archive.Text, StringComparison.Ordinal);
    }

    internal static Event On(DateOnly date)
    {
        var ev = Kit.Events.Anniversary($"fest-{date.Year}", BerlinTime.EndOfDay(date.AddDays(-7)));
        (ev.Date, ev.Title, ev.ShortTitle) = (date, $"Fest {date.Year}", $"Fest {date.Year}");
        return ev;
    }

    internal static Task<int> AddAsync(TestApp app, params Event[] events) => app.DbAsync(db =>
    {
        db.AddRange(events);
        return db.SaveChangesAsync();
    });
}
