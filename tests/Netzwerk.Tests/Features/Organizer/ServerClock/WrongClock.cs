using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Netzwerk.Data;
using Netzwerk.Data.Backup;
using Netzwerk.Domain;
using Netzwerk.Features.Organizer.ClosingReports;
using Netzwerk.Features.Organizer.Privacy;
using Netzwerk.Features.Organizer.Reminders;
using Netzwerk.Features.Organizer.ServerClock;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Organizer.ServerClock;

/// <summary>What the tests of a wrong clock ask of the site.</summary>
internal static class WrongClock
{
    /// <summary>So many days after <see cref="OneClockApp.Begin"/>, with the deadline two days before.</summary>
    public static Task SetEventAsync(TestApp app, int days)
    {
        var date = DateOnly.FromDateTime(OneClockApp.Begin.UtcDateTime).AddDays(days);
        return app.ChangeEventAsync(ev => (ev.Date, ev.DeadlineBound) = (date, BerlinTime.EndOfDay(date.AddDays(-2))));
    }

    public static (string, string) SameFolder(TestApp app) => ("Site:DataDirectory", app.DataFolder);

    public static ClockState State(TestApp app) => app.Services.GetRequiredService<ClockGuard>().State;

    /// <summary>What the site does by itself once a minute.</summary>
    public static Task<ClockState> AdvanceAsync(TestApp app) => WithAsync<ClockMemory, ClockState>(app, memory => memory.AdvanceAsync());

    public static Task<int> RetainAsync(TestApp app) => WithAsync<RetentionRun, int>(app, run => run.RunAsync());

    public static Task<int> RemindAsync(TestApp app) => WithAsync<DueReminders, int>(app, due => due.SendDueAsync());

    public static Task<int> ReportAsync(TestApp app) => WithAsync<ClosingReport, int>(app, report => report.SendDueAsync());

    public static Task<int> TellAsync(TestApp app) => WithAsync<ClockNotices, int>(app, notices => notices.TellDueAsync());

    public static Task<DateTime?> MemoryAsync(TestApp app) => app.DbAsync(db => ClockMemory.ReadAsync(db));

    /// <summary>As if the site had stored something then for the last time.</summary>
    public static Task SetMemoryAsync(TestApp app, DateTime at) =>
        app.DbAsync(db => db.Settings.Where(setting => setting.Key == StoredSetting.LastStored).ExecuteUpdateAsync(set => set.SetProperty(setting => setting.ChangedAt, at)));

    public static string Ledger(TestApp app) => Path.Combine(app.DataFolder, "erased.ledger") is var file && File.Exists(file) ? File.ReadAllText(file) : "";

    public static NightlyBackup Nightly(TestApp app) => ActivatorUtilities.CreateInstance<NightlyBackup>(app.Services);

    public static async Task<Page> ConfirmAsync(TestApp app, DateTimeOffset day) => await ConfirmAsync(await app.SignInAsync(Cast.Organizer), day);

    public static async Task<Page> ConfirmAsync(HttpClient organizer, DateTimeOffset day) => await Forms.SubmitAsync(
        await organizer.OpenAsync("/verwaltung/uhr"), new Dictionary<string, string> { ["Heutiges Datum"] = $"{day.Day}.{day.Month}.{day.Year}" }, "Datum bestätigen");

    private static async Task<TResult> WithAsync<TService, TResult>(TestApp app, Func<TService, Task<TResult>> act)
        where TService : notnull
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    }
}
