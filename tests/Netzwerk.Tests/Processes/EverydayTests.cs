using System.Net;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Netzwerk.Domain;
using Netzwerk.Tests.Features.Organizer;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Processes;

/// <summary>What is decided or edited at one process holds at the other.</summary>
public sealed class EverydayTests
{
    private const string Operator = "/verwaltung/einstellungen/betreiber";

    [Fact]
    public async Task A_family_walks_through_both_and_gets_one_mail()
    {
        await using var pair = Pair.Start();
        using var phone = pair.Browser();

        var done = await pair.One.SignUpAsync(Cast.Anna, phone, children: new ChildInCare("Mia", 4, false));
        Assert.Equal("Sie sind angemeldet", done.Heading);
        var sent = await Task.WhenAll(Task.Run(pair.One.DeliverMailAsync), Task.Run(pair.Other.DeliverMailAsync));

        Assert.Equal(1, sent.Sum());
        var mail = Assert.Single(pair.One.Inbox.Mails.Concat(pair.Other.Inbox.Mails));
        Assert.All(new[] { pair.One, pair.Other }, app => Assert.Equal("Ihre Anmeldung", app.OpenAsync(mail.PersonalLink!).GetAwaiter().GetResult().Heading));
    }

    [Fact]
    public async Task Closed_at_one_the_very_next_request_at_the_other_is_refused_and_within_a_second_every_page_says_so()
    {
        await using var pair = Pair.Start();
        var check = Forms.Fill(await pair.Other.ToCheckAsync(Cast.Bernd), new Dictionary<string, string>(StringComparer.Ordinal), "Jetzt anmelden");
        var room = await Rooms.OpenAsync(pair.One, Cast.Staff, Rooms.Event);
        Assert.True((await pair.Other.OpenAsync(Answers.FormPath)).HasField("Vorname"));

        await Forms.SubmitAsync(room, "Anmeldung schließen");

        Assert.NotEqual("Sie sind angemeldet", (await check.SendAsync()).Heading);
        Assert.Empty(await pair.One.RegistrationsAsync());
        pair.Advance(TimeSpan.FromSeconds(1));
        Assert.False((await pair.Other.OpenAsync(Answers.FormPath)).HasField("Vorname"));
    }

    [Fact]
    public async Task Opened_at_one_nobody_is_sent_away_by_the_next_request_at_the_other()
    {
        await using var pair = Pair.Start();
        var form = Forms.Fill(await pair.Other.OpenAsync(Answers.FormPath), Answers.Of(Cast.Bernd), "Weiter");
        var room = await Forms.SubmitAsync(await Rooms.OpenAsync(pair.One, Cast.Staff, Rooms.Event), "Anmeldung schließen");
        pair.Advance(TimeSpan.FromSeconds(1));
        Assert.NotEqual("Prüfen und absenden", (await form.SendAsync()).Heading);

        await Forms.SubmitAsync(room, "Anmeldung öffnen");

        Assert.Equal("Prüfen und absenden", (await form.SendAsync()).Heading);
    }

    [Fact]
    public async Task A_setting_counts_at_the_other_within_a_second()
    {
        await using var one = new TestApp();
        await using var other = new WorkingApp(("Site:DataDirectory", one.DataFolder));
        using var karin = await one.SignInAsync(Cast.Organizer);
        Assert.Contains("Landkreis Probe", (await other.OpenAsync("/impressum")).Text, StringComparison.Ordinal);
        Assert.True((await other.OpenAsync(Answers.FormPath)).HasField("Vorname"));

        await SaveAsync(await karin.OpenAsync(Operator), "Betreiber", "Landkreis Anders");
        // The clock of the test stands still: what is cached goes only because the change was noticed.
        await UntilAsync(async () => (await other.OpenAsync("/impressum")).Text.Contains("Landkreis Anders", StringComparison.Ordinal));
        await SaveAsync(await karin.OpenAsync(Operator), "Betreiber", "");

        await UntilAsync(async () => (await other.OpenAsync(Answers.FormPath)).Status == HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task Two_that_start_on_nothing_at_the_same_moment_end_with_one_key()
    {
        await using var one = new TestApp();
        await using var other = new TestApp(("Site:DataDirectory", one.DataFolder));

        var keys = await Task.WhenAll(new[] { one, other }.Select(app => Task.Run(() => app.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test"))));

        Assert.Equal("hin", keys[1].Unprotect(keys[0].Protect("hin")));
        Assert.Equal("her", keys[0].Unprotect(keys[1].Protect("her")));
        Assert.Equal(1, PostgresServer.IsWanted ? await one.DbAsync(db => db.DataProtectionKeys.CountAsync()) : Directory.GetFiles(Path.Combine(one.DataFolder, "keys"), "key-*.xml").Length);
    }

    private static Task<Page> SaveAsync(Page page, string label, string value) => Forms.SubmitAsync(page, new Dictionary<string, string>(StringComparer.Ordinal) { [label] = value }, "Speichern");

    /// <summary>A second is what is promised; a busy machine of the tests gets some more.</summary>
    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var tries = 0; tries < 100; tries++)
        {
            if (await holds()) return;
            await Task.Delay(100);
        }
        Assert.Fail("The other process never noticed");
    }
}
