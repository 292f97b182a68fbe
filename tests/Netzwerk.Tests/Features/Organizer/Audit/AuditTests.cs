using Netzwerk.Domain;
using Netzwerk.Features.Shared;
using Netzwerk.Tests.Features.Organizer.Attendees;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Organizer.Audit;

public sealed class AuditTests
{
    private const string Path = "/verwaltung/protokoll";

    [Fact]
    public void Every_act_has_a_German_name_and_stands_in_one_group()
    {
        Assert.All(Enum.GetValues<AuditAct>(), act =>
        {
            Assert.NotEqual("Geändert", AuditWords.Of(act));
            Assert.Single(AuditWords.Groups, group => group.Acts.Contains(act));
        });
    }

    [Fact]
    public async Task It_shows_who_did_what_newest_first_and_never_what_stood_in_a_field()
    {
        await using var app = new TestApp();
        await app.SignUpAsync(Cast.Anna, children: new ChildInCare("Mia", 4, true));
        var anna = (await app.RegistrationsAsync()).Single();
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        var desk = await app.SignInAsync(Cast.Organizer);
        await desk.OpenAsync(Desk.PathOf(anna));
        var page = await desk.OpenAsync(Path);

        var lines = page.Document.QuerySelectorAll(".nw-items li").Select(Page.Words).ToList();
        Assert.Equal(2, lines.Count);
        Assert.StartsWith($"Angaben zu Kindern angesehen, {anna.Reference}", lines[0], StringComparison.Ordinal);
        Assert.EndsWith($"10:05\u00A0Uhr, {Cast.Organizer.Name}", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("Angemeldet", lines[1], StringComparison.Ordinal);
        Assert.EndsWith("10:00\u00A0Uhr, die Familie", lines[1], StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector($"a[href='{Desk.PathOf(anna)}']"));
        Assert.DoesNotContain("Mia", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Öztürk", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Looking_into_it_is_noted_too()
    {
        await using var app = new TestApp();
        var desk = await app.SignInAsync(Cast.Organizer);
        Assert.Contains("Nichts gefunden", (await desk.OpenAsync(Path)).Text, StringComparison.Ordinal);

        Assert.Contains($"Protokoll angesehen 10:00\u00A0Uhr, {Cast.Organizer.Name}", (await desk.OpenAsync(Path)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("veranstaltung=jubilaeum-2022", 2)]
    [InlineData("veranstaltung=gibt-es-nicht", 0)]
    [InlineData("art=einsicht", 1)]
    [InlineData("art=anmeldungen", 1)]
    [InlineData("art=konten", 0)]
    [InlineData("wer=Karin+Probe", 1)]
    [InlineData("von=2022-10-25", 1)]
    [InlineData("bis=2022-10-24", 1)]
    [InlineData("von=25.10.2022&bis=25.10.2022", 1)]
    [InlineData("von=unsinn&seite=99", 2)]
    public async Task It_is_filtered_by_event_kind_person_and_day(string filter, int found)
    {
        await using var app = new TestApp();
        await app.SignUpAsync(Cast.Anna);
        app.Clock.Advance(TimeSpan.FromDays(1));
        var desk = await app.SignInAsync(Cast.Organizer);
        await desk.OpenAsync(Rooms.AttendeeSheet);

        Assert.Equal(found, (await desk.OpenAsync($"{Path}?{filter}")).Document.QuerySelectorAll(".nw-items li").Length);
    }

    [Fact]
    public async Task A_long_protocol_has_pages()
    {
        await using var app = new TestApp();
        await app.DbAsync(async db =>
        {
            for (var i = 0; i < 130; i++) db.Add(new AuditEntry { At = app.Clock.GetUtcNow().UtcDateTime, Act = AuditAct.ListPrinted, By = "Stefan Probe", Fields = $"Feld {i}" });
            return await db.SaveChangesAsync();
        });
        var page = await Rooms.OpenAsync(app, Cast.Organizer, Path + "?wer=Stefan+Probe");
        Assert.Contains("1–100 von 130", page.Text, StringComparison.Ordinal);
        Assert.Contains("101–130 von 130", (await page.FollowAsync("Ältere Einträge")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_look_at_children_and_every_file_is_noted()
    {
        await using var app = new TestApp();
        var anna = await app.RegisterAsync(Cast.Anna, 0, new ChildInCare("Mia", 4, true));
        var bernd = await app.RegisterAsync(Cast.Bernd);
        var desk = await app.SignInAsync(Cast.Organizer);
        foreach (var path in (string[])[Desk.PathOf(anna), Desk.PathOf(bernd), Desk.Path + "?betreuung=anruf", Desk.Path, Rooms.ChildrenSheet, Rooms.AttendeeSheet, Rooms.Csv, Rooms.Xlsx]) await desk.GetAsync(path);
        await (await app.SignInAsync(Cast.Staff)).OpenAsync(Desk.PathOf(anna));
        await (await app.SignInAsync(Cast.Carer)).OpenAsync(Rooms.ChildrenSheet);

        Assert.Equal(
            [(anna.Id, Cast.Organizer.Name), (null, Cast.Organizer.Name), (null, Cast.Organizer.Name), (null, Cast.Carer.Name)],
            (await Rooms.AuditAsync(app, AuditAct.ChildrenListed)).Select(entry => (entry.RegistrationId, entry.By!)));
        Assert.Single(await Rooms.AuditAsync(app, AuditAct.ListPrinted));
        Assert.Equal(2, (await Rooms.AuditAsync(app, AuditAct.ListExported)).Count);
    }
}
