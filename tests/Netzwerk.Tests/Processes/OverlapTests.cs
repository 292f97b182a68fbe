using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Organizer.Events;
using Netzwerk.Features.Organizer.Reminders;
using Netzwerk.Mail;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Processes;

/// <summary>The same at both processes at the same moment: nothing is stored twice, nobody is told of an error that is none.</summary>
public sealed class OverlapTests
{
    [Fact]
    public async Task A_hundred_at_once_at_both_for_fifty_seats_leave_exactly_fifty()
    {
        await using var pair = Pair.Start();
        await pair.One.ChangeEventAsync(ev => ev.Seats = 50);
        var id = (await pair.One.EventAsync()).Id;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 100).Select(number => Task.Run(() => AskAsync(number % 2 == 0 ? pair.One : pair.Other, id, number))));

        Assert.Equal(50, outcomes.Count(outcome => outcome is AdmissionOutcome.Admitted));
        Assert.All(outcomes.Where(outcome => outcome is not AdmissionOutcome.Admitted), outcome => Assert.Equal(new AdmissionOutcome.Refused(Refusal.Full), outcome));
        Assert.Equal((50, 50), ((await pair.One.EventAsync()).SeatsTaken, (await pair.Other.RegistrationsAsync()).Sum(registration => registration.Party.Seats)));
    }

    [Fact]
    public async Task Forms_sent_to_both_at_once_are_all_answered_in_words()
    {
        await using var pair = Pair.Start();
        await pair.One.ChangeEventAsync(ev => ev.Seats = 8);
        var forms = new List<FilledForm>();
        for (var i = 0; i < 16; i++)
        {
            var app = i % 2 == 0 ? pair.One : pair.Other;
            forms.Add(Forms.Fill(await app.ToCheckAsync(new Parent($"Nr{i}", "Viele", $"nr{i}@example.org", null)), new Dictionary<string, string>(StringComparer.Ordinal), "Jetzt anmelden"));
        }

        // Each a second time at the other one, as a proxy repeats what a dead process left unanswered.
        var answers = await Task.WhenAll(forms.SelectMany((form, i) => new[] { form.SendAsync(), form.SendAsync((i % 2 == 0 ? pair.Other : pair.One).Browser()) }));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        Assert.Equal(8, (await pair.One.RegistrationsAsync()).Count);
        Assert.Equal(16, answers.Count(answer => answer.Heading == "Sie sind angemeldet"));
        Assert.Equal(8, await pair.One.DbAsync(db => db.Set<OutboxMail>().CountAsync()));
    }

    [Fact]
    public async Task Events_of_one_name_get_addresses_of_their_own_and_a_second_click_makes_none()
    {
        await using var pair = Pair.Start();
        var key = Guid.CreateVersion7();

        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(() => DraftAsync(number % 2 == 0 ? pair.One : pair.Other, number < 4 ? key : Guid.CreateVersion7()))));

        Assert.Single(made.Take(4).Distinct(StringComparer.Ordinal));
        Assert.Equal(5, made.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Settings_that_are_saved_at_once_are_all_stored_and_noted()
    {
        await using var pair = Pair.Start();

        await Task.WhenAll(Enumerable.Range(0, 10).Select(number => Task.Run(() => SaveAsync(number % 2 == 0 ? pair.One : pair.Other, $"Landkreis {number}"))));

        Assert.Equal(1, await pair.One.DbAsync(db => db.Settings.CountAsync(setting => setting.Key == "Legal:Operator")));
        Assert.Equal(10, await pair.One.DbAsync(db => db.Audit.CountAsync(entry => entry.Act == AuditAct.SettingsChanged)));
    }

    [Fact]
    public async Task Two_organisers_who_take_each_other_away_at_once_leave_one()
    {
        await using var pair = Pair.Start();
        var colleague = Cast.Organizer with { Email = "kora@netzwerk.test", Name = "Kora Probe" };
        using var karin = await pair.One.SignInAsync(Cast.Organizer);
        using var kora = await pair.Other.SignInAsync(colleague);
        var removals = new List<FilledForm>();
        foreach (var (who, whom) in new[] { (karin, colleague), (kora, Cast.Organizer) })
            removals.Add(Forms.Fill(await who.OpenAsync($"/verwaltung/konten/{await pair.One.AccountAsync(whom)}/entfernen"), new Dictionary<string, string>(StringComparer.Ordinal), "Ja, entfernen"));

        var answers = await Task.WhenAll(removals.Select(form => Task.Run(() => form.SendAsync())));

        Assert.All(answers, answer => Assert.True((int)answer.Status < 500, answer.Where));
        Assert.Equal(1, await pair.One.DbAsync(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task Entries_of_one_name_that_come_at_once_are_all_kept()
    {
        await using var pair = Pair.Start();
        var before = await pair.One.DbAsync(db => db.GuideTopics.CountAsync());
        var forms = new List<FilledForm>();
        foreach (var desk in new[] { await pair.One.SignInAsync(Cast.Organizer), await pair.Other.SignInAsync(Cast.Organizer) })
        {
            for (var i = 0; i < 3; i++)
                forms.Add(Forms.Fill(await desk.OpenAsync("/verwaltung/einstellungen/wegweiser/neu"), new Dictionary<string, string>(StringComparer.Ordinal) { ["Anliegen"] = "Wohnen", ["Begründung"] = "Weil es drängt" }));
        }

        var answers = await Task.WhenAll(forms.Select(form => Task.Run(() => form.SendAsync())));

        Assert.All(answers, answer => Assert.True((int)answer.Status < 400, answer.Where));
        Assert.Equal(before + 6, await pair.One.DbAsync(db => db.GuideTopics.CountAsync()));
    }

    [Fact]
    public async Task Reminders_that_both_write_at_once_reach_each_family_once()
    {
        await using var pair = Pair.Start();
        await pair.One.RegisterAsync(Cast.Anna);
        await pair.One.RegisterAsync(Cast.Bernd);
        pair.Advance(new DateTimeOffset(2022, 11, 9, 12, 0, 0, TimeSpan.Zero) - pair.One.Clock.GetUtcNow());

        var written = await Task.WhenAll(Enumerable.Range(0, 4).Select(number => Task.Run(() => RemindAsync(number % 2 == 0 ? pair.One : pair.Other))));

        Assert.Equal(2, written.Sum());
        Assert.Equal(2, await pair.One.DbAsync(db => db.Set<OutboxMail>().CountAsync(mail => mail.Kind == MailKind.Reminder)));
    }

    private static async Task<AdmissionOutcome> AskAsync(TestApp app, Guid eventId, int number)
    {
        var request = new SignUpRequest(Guid.CreateVersion7(), app.Clock.GetUtcNow().UtcDateTime, $"Nr{number}", "Viele", $"nr{number}@example.org");
        return (await app.Services.GetRequiredService<SignUps>().DecideAsync(eventId, request, (_, _) => null))!;
    }

    private static async Task<string> DraftAsync(TestApp app, Guid key)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var draft = (await app.EventAsync()).CopyTo(new DateOnly(2023, 6, 1), key);
        return await scope.ServiceProvider.GetRequiredService<NewEvents>().AddAsync(draft, AuditAct.EventCopied, "Karin Probe");
    }

    private static async Task SaveAsync(TestApp app, string text)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SettingEdits>().SaveAsync(
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["Legal:Operator"] = text }, new AuditEntry { At = app.Clock.GetUtcNow().UtcDateTime, Act = AuditAct.SettingsChanged, By = "Karin Probe" });
    }

    private static async Task<int> RemindAsync(TestApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DueReminders>().SendDueAsync();
    }
}
