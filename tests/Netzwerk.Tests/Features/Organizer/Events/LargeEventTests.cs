using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Organizer.Privacy;
using Netzwerk.Features.Organizer.Reminders;
using Netzwerk.Features.Shared.Mails;
using Netzwerk.Mail;
using Netzwerk.Tests.Kit;
using Xunit.Abstractions;

namespace Netzwerk.Tests.Features.Organizer.Events;

/// <summary>
/// With 5,000 registrations no sign-up waits more than a quarter of a second longer than on a quiet site, whatever is done for all of them
/// meanwhile. (A busy machine makes sign-ups wait that nothing holds up.)
/// </summary>
[Collection(nameof(LargeEventTests))]
public sealed class LargeEventTests(ITestOutputHelper output)
{
    private const int Registered = 5_000;
    private static readonly TimeSpan Most = TimeSpan.FromMilliseconds(250), QuietTime = TimeSpan.FromSeconds(4);

    /// <summary>9 November 2022, 10:00 in Berlin.</summary>
    private static readonly DateTimeOffset ReminderDue = new(2022, 11, 9, 10, 0, 0, TimeSpan.FromHours(1));

    [Fact]
    public async Task Announcing_reminding_cancelling_and_erasing_keep_nobody_waiting()
    {
        await using var app = await StartAsync();
        var quiet = await QuietAsync(app);
        await app.ChangeEventAsync(ev => ev.Move(ev.Meeting with { Place = "Rathaus" }));
        await HoldsAsync(app, "announce", quiet, async () =>
        {
            await AnnouncementTests.AnnounceAsync(app);
            await AnnouncementTests.WriteDueAsync(app);
        });
        await AssertOnceAsync(app, MailKind.EventChanged);
        app.Clock.SetUtcNow(ReminderDue);
        await HoldsAsync(app, "remind", quiet, async () =>
        {
            await using var scope = app.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<DueReminders>().SendDueAsync();
        });
        await HoldsAsync(app, "cancel", quiet, async () =>
        {
            await Forms.SubmitAsync(await Rooms.OpenAsync(app, Cast.Organizer, Rooms.Event + "/absagen"), "Ja, absagen");
            await AnnouncementTests.WriteDueAsync(app);
        });
        await AssertOnceAsync(app, MailKind.EventCancelled);
        app.Clock.Advance(TimeSpan.FromDays(60));
        await HoldsAsync(app, "erase", quiet, async () =>
        {
            await using var scope = app.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<RetentionRun>().RunAsync();
        });
        Assert.DoesNotContain(await app.RegistrationsAsync(), registration => registration.Email is not null);
    }

    [Fact]
    public async Task All_mails_in_one_transaction_would_keep_somebody_waiting()
    {
        await using var app = await StartAsync();
        var (id, quiet) = ((await app.EventAsync()).Id, await QuietAsync(app));

        var longest = await LongestWaitAsync(app, async () =>
        {
            await using var scope = app.Services.CreateAsyncScope();
            var (db, mails) = (scope.ServiceProvider.GetRequiredService<NetzwerkDb>(), scope.ServiceProvider.GetRequiredService<EventMails>());
            await scope.ServiceProvider.GetRequiredService<EventTurn>().TakeAsync(id, async ev =>
            {
                foreach (var family in await db.Registrations.Where(r => r.EventId == id).ToListAsync()) db.Add(mails.Cancelled(ev, family, null));
                return ev;
            });
        });

        output.WriteLine($"all at once: {longest.TotalMilliseconds:N0} ms");
        Assert.True(longest - quiet > Most, $"{longest.TotalMilliseconds:N0} ms");
    }

    private static async Task<TestApp> StartAsync()
    {
        var app = new TestApp();
        await Families.AddAsync(app, Registered);
        // The first ones pay for a cold start.
        await LongestWaitAsync(app, () => Task.Delay(500));
        return app;
    }

    /// <summary>Those included who signed up in between.</summary>
    private static async Task AssertOnceAsync(TestApp app, string kind)
    {
        var mails = await Families.MailsAsync(app, kind);
        Assert.True(mails.Count >= Registered, $"{mails.Count}");
        Assert.Equal(mails.Count, mails.Select(mail => mail.RegistrationId).Distinct().Count());
    }

    private async Task<TimeSpan> QuietAsync(TestApp app)
    {
        var longest = await LongestWaitAsync(app, () => Task.Delay(QuietTime));
        output.WriteLine($"quiet: {longest.TotalMilliseconds:N0} ms");
        return longest;
    }

    private async Task HoldsAsync(TestApp app, string what, TimeSpan quiet, Func<Task> act)
    {
        var longest = await LongestWaitAsync(app, act);
        output.WriteLine($"{what}: {longest.TotalMilliseconds:N0} ms");
        Assert.True(longest - quiet <= Most, $"{what}: somebody waited {longest.TotalMilliseconds:N0} ms (quiet: {quiet.TotalMilliseconds:N0} ms)");
    }

    /// <summary>Sends sign-ups, one after the other, until the act is done.</summary>
    private static async Task<TimeSpan> LongestWaitAsync(TestApp app, Func<Task> act)
    {
        var id = (await app.EventAsync()).Id;
        var (signUps, mails) = (app.Services.GetRequiredService<SignUps>(), app.Services.GetRequiredService<RegistrationMails>());
        var running = Task.Run(act);
        var longest = TimeSpan.Zero;
        for (var number = 0; !running.IsCompleted; number++)
        {
            var begun = Stopwatch.GetTimestamp();
            await signUps.DecideAsync(id, new SignUpRequest(Guid.CreateVersion7(), app.Clock.GetUtcNow().UtcDateTime, "Nach", $"Zügler {Guid.NewGuid():N}", $"{Guid.NewGuid():N}@example.org"), (ev, outcome) => outcome is AdmissionOutcome.Admitted admitted ? mails.Confirmation(ev, admitted.Registration) : null);
            if (Stopwatch.GetElapsedTime(begun) is var waited && waited > longest) longest = waited;
            await Task.Delay(5);
        }
        await running;
        return longest;
    }
}

/// <summary>It measures how long somebody waits: alone.</summary>
[CollectionDefinition(nameof(LargeEventTests), DisableParallelization = true)]
public sealed class LargeEventsAlone;
