using Microsoft.Extensions.DependencyInjection;
using Netzwerk.Data;
using Netzwerk.Data.Backup;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Privacy;
using Netzwerk.Tests.Features.Organizer.ServerClock;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Data.Backup;

/// <summary>Somebody confirmed a wrong date: what the time alone erased can be had back, what somebody asked for cannot.</summary>
public sealed class LedgerInRestoreTests
{
    private static readonly DateOnly LastRightDay = DateOnly.FromDateTime(OneClockApp.Begin.UtcDateTime);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_restore_leaves_out_what_a_retention_erased_on_later_days(bool leavesOut)
    {
        using var shelf = new Shelf();
        string file, ledger;
        await using (var app = new OneClockApp())
        {
            await WrongClock.SetEventAsync(app, 5);
            await app.RegisterAsync(Cast.Anna, 0, new ChildInCare("Mia", 4, true));
            var bernd = await app.RegisterAsync(Cast.Bernd);
            file = (await app.Backups().MakeAsync(BackupReason.Command, shelf.Path)).File;
            app.SetClock(TimeSpan.FromDays(200));
            await using (var scope = app.Services.CreateAsyncScope()) await scope.ServiceProvider.GetRequiredService<Erasure>().OfFamilyAsync(bernd.EventId, bernd.Id, AuditAct.ErasedByFamily);
            await WrongClock.ConfirmAsync(app, OneClockApp.Begin.AddDays(200));
            Assert.NotEqual(0, await WrongClock.RetainAsync(app));
            ledger = WrongClock.Ledger(app);
        }

        await using var again = new OneClockApp(TimeSpan.FromHours(1));
        await File.WriteAllTextAsync(Path.Combine(again.DataFolder, "erased.ledger"), ledger);
        var restored = await again.RestoreAsync(file, erasedUntil: leavesOut ? LastRightDay : null);

        Assert.Equal(leavesOut ? 1 : 0, restored.LeftOut);
        Assert.Equal(leavesOut, WrongClock.Ledger(again).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length == 1);
        Assert.Equal(leavesOut ? [Cast.Anna.Email] : [], (await again.RegistrationsAsync()).Select(r => r.Email).OfType<string>());
        // A second start erases no more than the first.
        await using var restarted = new OneClockApp(TimeSpan.FromHours(1), WrongClock.SameFolder(again));
        Assert.Equal(leavesOut ? 1 : 0, (await restarted.RegistrationsAsync()).Count(r => r.Email is not null));
    }

    [Fact]
    public async Task What_was_erased_again_after_a_restore_is_not_noted_anew()
    {
        using var shelf = new Shelf();
        await using var app = new OneClockApp();
        await WrongClock.SetEventAsync(app, 5);
        await app.RegisterAsync(Cast.Anna);
        var file = (await app.Backups().MakeAsync(BackupReason.Command, shelf.Path)).File;
        await WrongClock.SetEventAsync(app, -150);
        await WrongClock.RetainAsync(app);
        var ledger = WrongClock.Ledger(app);
        Assert.EndsWith(" Retention", ledger.TrimEnd(), StringComparison.Ordinal);

        await using var again = new OneClockApp();
        await File.WriteAllTextAsync(Path.Combine(again.DataFolder, "erased.ledger"), ledger);
        await again.RestoreAsync(file);
        Assert.Null(Assert.Single(await again.RegistrationsAsync()).Email);

        Assert.Equal(ledger.Trim(), WrongClock.Ledger(again).Trim());
    }

    [Fact]
    public async Task No_line_is_dropped_or_dated_back_by_a_clock_that_is_wrong()
    {
        await using var app = new OneClockApp();
        var ledger = app.Services.GetRequiredService<ErasureLedger>();
        var (first, second) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await ledger.WriteAsync(ErasedKind.Registration, [first]);

        app.SetClock(TimeSpan.FromDays(-500));
        await ledger.WriteAsync(ErasedKind.Registration, [second]);
        app.SetClock(TimeSpan.FromDays(400));
        await ledger.TrimAsync();

        Assert.Equal([(OneClockApp.Begin.UtcDateTime, first), (OneClockApp.Begin.UtcDateTime, second)], (await ledger.ReadAsync()).Select(line => (line.At, line.Id)));
    }
}
