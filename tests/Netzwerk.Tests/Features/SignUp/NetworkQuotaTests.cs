using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Organizer.Privacy;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.SignUp;

/// <summary>One address cannot fill an event; a village that shares one loses nothing that it typed.</summary>
public sealed class NetworkQuotaTests
{
    private const string Here = "203.0.113.7", Elsewhere = "198.51.100.1";

    [Fact]
    public async Task Beyond_the_quota_the_form_stays_filled_and_says_when_it_goes_on_and_whom_to_ask()
    {
        await using var app = new ClockedApp(("Limits:SignUpsPerNetworkAndHour", "2"));
        await SignUpAsync(app, Here, 2);

        var page = await app.SignUpAsync(Cast.Anna, app.Browser(from: Here));

        Assert.Equal((HttpStatusCode.TooManyRequests, "Prüfen und absenden"), (page.Status, page.Heading));
        Assert.Contains(BerlinTime.Moment(app.SystemClock.GetUtcNow().UtcDateTime.AddHours(1)), page.Text, StringComparison.Ordinal);
        Assert.Contains(Cast.Anna.FullName, page.Text, StringComparison.Ordinal);
        Assert.Contains("kl.holthaus@lkclp.de", page.Text, StringComparison.Ordinal);
        Assert.Equal(2, (await app.RegistrationsAsync()).Count);
        app.SystemClock.Advance(TimeSpan.FromHours(1));
        Assert.Equal("Sie sind angemeldet", (await Forms.SubmitAsync(page, "Jetzt anmelden")).Heading);
    }

    [Fact]
    public async Task Who_signs_up_an_address_all_day_does_not_hold_back_the_confirmation_of_its_owner()
    {
        await using var app = new TestApp(("Limits:MailsPerRecipientAndDay", "2"));
        foreach (var name in (string[])["Eins", "Zwei", "Drei", "Vier"]) await app.SignUpAsync(Cast.Anna with { FamilyName = name }, app.Browser(from: Here));
        await app.DeliverMailAsync();
        Assert.InRange(app.Inbox.To(Cast.Anna.Email).Count, 2, 3);

        await app.SignUpAsync(Cast.Anna, app.Browser(from: Elsewhere));
        await app.DeliverMailAsync();

        Assert.Contains(app.Inbox.To(Cast.Anna.Email), mail => mail.Text.Contains(Cast.Anna.FullName, StringComparison.Ordinal));
        Assert.Contains(await app.DbAsync(db => db.Set<Netzwerk.Mail.OutboxMail>().ToListAsync()), mail => mail.Delay is not null);
    }

    [Fact]
    public async Task Many_networks_lift_the_daily_limit_of_an_address_by_a_few_mails_only()
    {
        await using var app = new TestApp(("Limits:MailsPerRecipientAndDay", "2"));
        for (var number = 1; number <= 12; number++)
            await app.SignUpAsync(Cast.Anna with { FamilyName = "Fremd" + new string('e', number) }, app.Browser(from: $"192.0.{number}.1"));

        await app.DeliverMailAsync();

        Assert.InRange(app.Inbox.To(Cast.Anna.Email).Count, 2, 2 + Netzwerk.Features.SignUp.ConfirmationOrigins.PerAddress);
    }

    [Fact]
    public async Task Thirty_are_accepted_from_one_address_where_nothing_is_set()
    {
        await using var app = new TestApp();
        var event1 = await app.EventAsync();
        var outcomes = await DecideAsync(app, event1.Id, Enumerable.Range(0, 40).Select(number => Request(app, number, Quota(app, Here, 30))));

        Assert.Equal(30, new Netzwerk.Features.Shared.Web.LimitOptions().SignUpsPerNetworkAndHour);
        Assert.Equal(30, outcomes.Count(outcome => outcome is AdmissionOutcome.Admitted));
        Assert.Equal(10, outcomes.Count(outcome => outcome is AdmissionOutcome.NetworkFull));
        Assert.Equal(30, (await app.RegistrationsAsync()).Count);
    }

    [Fact]
    public async Task Repeats_count_double_clicks_do_not_and_refused_ones_do_not()
    {
        await using var app = new TestApp(("Limits:SignUpsPerNetworkAndHour", "3"));
        var browser = app.Browser(from: Here);
        var check = await app.ToCheckAsync(Cast.Anna, browser);
        var form = Forms.Fill(check, new Dictionary<string, string>(), "Jetzt anmelden");
        for (var i = 0; i < 3; i++) Assert.Equal("Sie sind angemeldet", (await form.SendAsync()).Heading);
        var late = await app.ToCheckAsync(Cast.Dilan, browser);
        await app.ChangeEventAsync(ev => ev.Seats = 1);
        Assert.Equal("Prüfen und absenden", (await Forms.SubmitAsync(late, "Jetzt anmelden")).Heading);
        await app.ChangeEventAsync(ev => ev.Seats = 100);

        Assert.Equal("Sie sind angemeldet", (await app.SignUpAsync(Cast.Anna, browser)).Heading);
        Assert.Equal("Sie sind angemeldet", (await app.SignUpAsync(Cast.Anna, browser)).Heading);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await app.SignUpAsync(Cast.Bernd, browser)).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await app.SignUpAsync(Cast.Anna, browser)).Status);
    }

    [Fact]
    public async Task Another_network_another_event_and_a_named_office_are_not_held_up()
    {
        await using var app = new TestApp(("Limits:SignUpsPerNetworkAndHour", "1"), ("Limits:Offices", "192.0.2.0/28, 2001:db8:5::/48"));
        var other = Kit.Events.Anniversary("sommerfest-2023");
        await app.DbAsync(db =>
        {
            db.Add(other);
            return db.SaveChangesAsync();
        });
        await SignUpAsync(app, Here, 1);

        Assert.Equal("Sie sind angemeldet", (await app.SignUpAsync(Cast.Anna, app.Browser(from: Elsewhere))).Heading);
        Assert.IsType<AdmissionOutcome.Admitted>(Assert.Single(await DecideAsync(app, other.Id, [Request(app, 77, Quota(app, Here, 1, other.Id))])));
        await SignUpAsync(app, "192.0.2.9", 3, from: 10);
        await SignUpAsync(app, "2001:db8:5:1::1", 3, from: 20);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await app.SignUpAsync(Cast.Bernd, app.Browser(from: Here))).Status);
    }

    [Fact]
    public async Task Of_the_network_only_a_keyed_hash_is_kept_and_goes_when_the_hour_is_over()
    {
        await using var app = new ClockedApp();
        await SignUpAsync(app, Here, 1);

        var kept = Assert.Single(await app.DbAsync(db => db.NetworkCounts.AsNoTracking().ToListAsync()));
        Assert.Equal((32, 1), (kept.Key.Length, kept.Count));
        Assert.DoesNotContain(app.Log.Lines, line => line.Contains(Here, StringComparison.Ordinal));
        app.SystemClock.Advance(TimeSpan.FromMinutes(61));
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<RetentionRun>().RunAsync();
        Assert.Equal(0, await app.DbAsync(db => db.NetworkCounts.CountAsync()));
    }

    [Fact]
    public async Task Two_processes_count_together()
    {
        await using var one = new TestApp();
        await using var other = new TestApp(("Site:DataDirectory", one.DataFolder));
        var id = (await one.EventAsync()).Id;
        var outcomes = await Task.WhenAll(new[] { one, other }.Select((app, index) => DecideAsync(app, id, Enumerable.Range(0, 20).Select(number => Request(app, (100 * index) + number, Quota(app, Here, 30))))));

        Assert.Equal(30, outcomes.SelectMany(some => some).Count(outcome => outcome is AdmissionOutcome.Admitted));
    }

    private static NetworkQuota Quota(TestApp app, string address, int most, Guid? eventId = null) =>
        new(app.Services.GetRequiredService<NetworkCounts>().KeyOf($"sign-up {eventId ?? Guid.Empty:N}", address), most);

    private static SignUpRequest Request(TestApp app, int number, NetworkQuota quota) =>
        new(Guid.CreateVersion7(), app.Services.GetRequiredService<EventClock>().Now, $"Nr{number}", "Viele", $"nr{number}@example.org") { Network = quota };

    private static Task<AdmissionOutcome?[]> DecideAsync(TestApp app, Guid eventId, IEnumerable<SignUpRequest> requests) =>
        Task.WhenAll(requests.Select(request => Task.Run(() => app.Services.GetRequiredService<SignUps>().DecideAsync(eventId, request, (_, _) => null))));

    private static async Task SignUpAsync(TestApp app, string address, int count, int from = 0)
    {
        for (var i = from; i < from + count; i++)
            Assert.Equal("Sie sind angemeldet", (await app.SignUpAsync(new Parent($"Nr{i}", "Viele", $"nr{i}@example.org", null), app.Browser(from: address))).Heading);
    }
}
