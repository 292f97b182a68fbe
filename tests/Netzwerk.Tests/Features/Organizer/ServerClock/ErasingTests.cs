using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Netzwerk.Data.Backup;
using Netzwerk.Domain;
using Netzwerk.Tests.Data.Backup;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Organizer.ServerClock;

/// <summary>Nobody is erased because a clock is wrong.</summary>
public sealed class ErasingTests
{
    private static readonly ChildInCare Mia = new("Mia", 4, true);

    [Theory]
    [InlineData(200)]
    [InlineData(45)]
    [InlineData(400)]
    public async Task A_start_with_the_clock_ahead_erases_nothing_and_without_the_memory_it_would(int days)
    {
        await using var app = new OneClockApp();
        await WrongClock.SetEventAsync(app, 5);
        await app.RegisterAsync(Cast.Anna, 1, Mia);
        await app.DeliverMailAsync();

        await using (var ahead = new OneClockApp(TimeSpan.FromDays(days), WrongClock.SameFolder(app)))
        {
            var anna = Assert.Single(await ahead.RegistrationsAsync());
            Assert.Equal((Cast.Anna.Email, 1), (anna.Email, anna.Children.Count));
            Assert.Equal("", WrongClock.Ledger(app));
            Assert.Equal(1, await ahead.DbAsync(db => db.Set<Netzwerk.Mail.OutboxMail>().CountAsync()));
            Assert.Equal(OneClockApp.Begin.UtcDateTime, await WrongClock.MemoryAsync(ahead));
        }

        // The control: what there is to lose is lost where nothing is remembered.
        await app.DbAsync(db => db.Settings.Where(setting => setting.Key == StoredSetting.LastStored).ExecuteDeleteAsync());
        await using var unguarded = new OneClockApp(TimeSpan.FromDays(days), WrongClock.SameFolder(app));
        Assert.Null(Assert.Single(await unguarded.RegistrationsAsync()).Email);
        Assert.NotEqual("", WrongClock.Ledger(app));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(-40)]
    [InlineData(-1)]
    public async Task While_running_nothing_is_erased_and_it_goes_on_when_the_clock_is_right_again(int days)
    {
        await using var app = new OneClockApp();
        await WrongClock.SetEventAsync(app, 5);
        await app.RegisterAsync(Cast.Anna, 1, Mia);
        // Over its time by either clock.
        await WrongClock.SetEventAsync(app, -150);

        app.SetClock(TimeSpan.FromDays(days));
        Assert.Equal(0, await WrongClock.RetainAsync(app));
        Assert.Equal(days > 0 ? ClockState.Ahead : ClockState.Behind, await WrongClock.AdvanceAsync(app));
        Assert.Equal(OneClockApp.Begin.UtcDateTime, await WrongClock.MemoryAsync(app));
        Assert.NotNull(Assert.Single(await app.RegistrationsAsync()).Email);

        app.SetClock(TimeSpan.FromMinutes(2));
        Assert.NotEqual(0, await WrongClock.RetainAsync(app));
        Assert.Null(Assert.Single(await app.RegistrationsAsync()).Email);
    }

    [Theory]
    [InlineData(48 * 60, ClockState.Trusted)]
    [InlineData(48 * 60 + 1, ClockState.Ahead)]
    [InlineData(-60, ClockState.Trusted)]
    [InlineData(-61, ClockState.Behind)]
    public async Task Two_days_ahead_and_an_hour_behind_are_believed(int minutes, ClockState expected)
    {
        await using var app = new OneClockApp();
        _ = app.Services;

        app.SetClock(TimeSpan.FromMinutes(minutes));

        Assert.Equal(expected, WrongClock.State(app));
        Assert.Equal(expected, await WrongClock.AdvanceAsync(app));
        Assert.Equal(OneClockApp.Begin.AddMinutes(expected == ClockState.Trusted ? Math.Max(minutes, 0) : 0).UtcDateTime, await WrongClock.MemoryAsync(app));
    }

    [Fact]
    public async Task An_event_clock_that_a_demo_sets_to_another_year_is_no_wrong_clock()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna);

        app.Clock.Advance(TimeSpan.FromDays(800));

        Assert.Equal(ClockState.Trusted, await WrongClock.AdvanceAsync(app));
        Assert.NotEqual(0, await WrongClock.RetainAsync(app));
    }

    [Fact]
    public async Task Backups_and_what_a_restore_put_aside_stay_while_the_clock_is_ahead()
    {
        await using var app = new OneClockApp();
        await WrongClock.SetEventAsync(app, 5);
        await app.RegisterAsync(Cast.Anna);
        var made = await app.Backups().MakeAsync(BackupReason.Night);
        var aside = Directory.CreateDirectory(Path.Combine(app.DataFolder, $"before-restore-{OneClockApp.Begin.Year}-03-01-090000Z"));

        app.SetClock(TimeSpan.FromDays(200));
        await WrongClock.Nightly(app).TurnAsync();
        Assert.True(File.Exists(made.File));
        Assert.True(aside.Exists);

        await WrongClock.SetMemoryAsync(app, OneClockApp.Begin.AddDays(199).UtcDateTime);
        await WrongClock.AdvanceAsync(app);
        await WrongClock.Nightly(app).TurnAsync();
        Assert.False(File.Exists(made.File));
        Assert.False(Directory.Exists(aside.FullName));
    }

    [Fact]
    public async Task A_backup_made_by_a_clock_that_was_ahead_goes_after_thirty_days_all_the_same()
    {
        await using var app = new OneClockApp();
        app.SetClock(TimeSpan.FromDays(200));
        await WrongClock.Nightly(app).TurnAsync();
        Assert.Single(Directory.GetFiles(app.Backups().Folder));

        app.SetClock(TimeSpan.FromHours(1));
        app.Backups().ForgetOld(app.Services.GetRequiredService<ClockGuard>());
        Assert.Single(Directory.GetFiles(app.Backups().Folder));
        await WrongClock.SetMemoryAsync(app, OneClockApp.Begin.AddDays(32).UtcDateTime);
        app.SetClock(TimeSpan.FromDays(32));
        await WrongClock.AdvanceAsync(app);
        app.Backups().ForgetOld(app.Services.GetRequiredService<ClockGuard>());

        Assert.Empty(Directory.GetFiles(app.Backups().Folder));
    }

    [Fact]
    public async Task The_memory_is_written_at_most_once_a_minute()
    {
        await using var app = new OneClockApp();
        Assert.Equal(OneClockApp.Begin.UtcDateTime, await WrongClock.MemoryAsync(app));

        app.SetClock(TimeSpan.FromSeconds(40));
        await WrongClock.AdvanceAsync(app);
        Assert.Equal(OneClockApp.Begin.UtcDateTime, await WrongClock.MemoryAsync(app));
        app.SetClock(TimeSpan.FromSeconds(60));
        await WrongClock.AdvanceAsync(app);

        Assert.Equal(OneClockApp.Begin.AddMinutes(1).UtcDateTime, await WrongClock.MemoryAsync(app));
    }

    [Theory]
    [InlineData(3, ClockState.Ahead)]
    [InlineData(1, ClockState.Trusted)]
    [InlineData(null, ClockState.Trusted)]
    public async Task A_database_of_an_earlier_version_is_judged_by_its_newest_backup(int? days, ClockState expected)
    {
        await using var app = new OneClockApp();
        await app.DbAsync(db => db.Settings.Where(setting => setting.Key == StoredSetting.LastStored).ExecuteDeleteAsync());
        if (days is not null) await app.Backups().NoteAsync(new MadeBackup(OneClockApp.Begin.UtcDateTime, ""));

        await using var upgraded = new OneClockApp(TimeSpan.FromDays(days ?? 500), WrongClock.SameFolder(app));

        Assert.Equal(expected, WrongClock.State(upgraded));
    }
}
