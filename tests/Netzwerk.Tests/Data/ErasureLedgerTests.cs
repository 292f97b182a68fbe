using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Netzwerk.Data;
using Netzwerk.Data.Backup;
using Netzwerk.Domain;
using Netzwerk.Features.Organizer.Privacy;
using Netzwerk.Features.Shared.Privacy;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Data;

public sealed class ErasureLedgerTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("netzwerk-ledger-");
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    [Trait("Engine", "Sqlite")]
    public async Task What_was_erased_stays_erased_when_an_older_database_comes_back()
    {
        await using var app = new TestApp();
        var anna = await app.RegisterAsync(Cast.Anna, 1, new ChildInCare("Mia", 4, true));
        var bernd = await app.RegisterAsync(Cast.Bernd);
        var dilan = await app.RegisterAsync(Cast.Dilan, 0, new ChildInCare("Ali", 6, false));
        var gone = await app.AccountAsync(Cast.Staff);
        var copy = await CopyAsync(app);
        await EraseAsync(app, services => services.GetRequiredService<Erasure>().OfFamilyAsync(anna.EventId, anna.Id, AuditAct.ErasedByFamily));
        await EraseAsync(app, services => services.GetRequiredService<Erasure>().OfFamilyAsync(bernd.EventId, bernd.Id, AuditAct.ErasedByFamily, cancels: true));
        await EraseAsync(app, services => services.GetRequiredService<Erasure>().OfChildrenAsync(dilan.EventId, [dilan.Id], (_, _) => true, null, ErasureCause.Request));
        await Forms.SubmitAsync(await (await app.SignInAsync(Cast.Organizer)).OpenAsync($"/verwaltung/konten/{gone}/entfernen"), "Ja, entfernen");

        await PutBackAsync(app, copy);
        Assert.Equal(6, (await app.EventAsync()).SeatsTaken);
        Assert.All(await app.RegistrationsAsync(), r => Assert.NotNull(r.Email));
        await RestartAsync(app);

        var after = (await app.RegistrationsAsync()).ToDictionary(r => r.Id);
        Assert.Equal((null, null, Cast.Dilan.Email), (after[anna.Id].Email, after[bernd.Id].Email, after[dilan.Id].Email));
        Assert.Equal((true, false, 0), (after[anna.Id].IsActive, after[bernd.Id].IsActive, after[dilan.Id].Children.Count));
        Assert.Equal(after.Values.Where(r => r.IsActive).Sum(r => r.Party.Seats), (await app.EventAsync()).SeatsTaken);
        Assert.Null(await app.DbAsync(db => db.Users.SingleOrDefaultAsync(account => account.Id == gone)));
        Assert.Empty(Traces.FilesWith(app, "Öztürk"));
        Assert.Empty(Traces.FilesWith(app, "Müller-Voß"));
    }

    [Fact]
    [Trait("Engine", "Sqlite")]
    public async Task Who_was_erased_first_and_cancelled_later_takes_no_seat_again()
    {
        await using var app = new TestApp();
        var anna = await app.RegisterAsync(Cast.Anna, 1);
        var copy = await CopyAsync(app);
        await EraseAsync(app, services => services.GetRequiredService<Erasure>().OfFamilyAsync(anna.EventId, anna.Id, AuditAct.Erased));
        var question = await (await app.SignInAsync(Cast.Organizer)).OpenAsync($"/verwaltung/veranstaltungen/{TestApp.Anniversary}/anmeldungen/{anna.Id}/abmelden");
        await Forms.SubmitAsync(question, "Ja, abmelden");
        Assert.Equal(0, (await app.EventAsync()).SeatsTaken);

        await PutBackAsync(app, copy);
        await RestartAsync(app);

        Assert.Equal((false, null, 0), (Assert.Single(await app.RegistrationsAsync()).IsActive, (await app.RegistrationsAsync())[0].Email, (await app.EventAsync()).SeatsTaken));
    }

    [Fact]
    [Trait("Engine", "Sqlite")]
    public async Task What_the_retention_erased_stays_erased_too_and_the_ledger_names_nobody()
    {
        await using var app = new TestApp();
        var anna = await app.RegisterAsync(Cast.Anna, 0, new ChildInCare("Mia", 4, true));
        var copy = await CopyAsync(app);
        var before = app.Clock.GetUtcNow();
        app.Clock.Advance(TimeSpan.FromDays(60));
        await EraseAsync(app, async services => await services.GetRequiredService<RetentionRun>().RunAsync() > 0);
        await PutBackAsync(app, copy);
        // Even before its time by the clock of the copy: the ledger alone decides.
        app.Clock.AdjustTime(before);
        await RestartAsync(app);

        Assert.Null((await app.RegistrationsAsync()).Single().Email);
        var ledger = await File.ReadAllTextAsync(Path.Combine(app.DataFolder, "erased.ledger"));
        Assert.Contains(anna.Id.ToString(), ledger, StringComparison.Ordinal);
        Assert.DoesNotContain("Anna", ledger, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(app.DataFolder, "erased.ledger")));
    }

    [Fact]
    public async Task A_line_that_was_never_finished_is_passed_over_and_harms_no_other()
    {
        var (first, second) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await Ledger.WriteAsync(ErasedKind.Registration, [first]);
        var file = Path.Combine(_folder.FullName, "erased.ledger");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).TrimEnd() + "\n2026-03-01T12:00:00Z Regis");
        await Ledger.WriteAsync(ErasedKind.Children, [second]);

        Assert.Equal([new ErasedLine(_clock.GetUtcNow().UtcDateTime, ErasedKind.Registration, first), new ErasedLine(_clock.GetUtcNow().UtcDateTime, ErasedKind.Children, second)], await Ledger.ReadAsync());
    }

    [Fact]
    public async Task Lines_older_than_any_backup_are_dropped()
    {
        await Ledger.WriteAsync(ErasedKind.Registration, [Guid.CreateVersion7()]);
        _clock.Advance(TimeSpan.FromDays(300));
        await Ledger.WriteAsync(ErasedKind.Account, [Guid.CreateVersion7()]);
        _clock.Advance(TimeSpan.FromDays(100));
        await Ledger.TrimAsync();

        Assert.Equal(ErasedKind.Account, Assert.Single(await Ledger.ReadAsync()).Kind);
    }

    [Fact]
    public async Task Many_may_write_at_once()
    {
        var ids = Enumerable.Range(0, 40).Select(_ => Guid.CreateVersion7()).ToList();
        await Task.WhenAll(ids.Select(id => Ledger.WriteAsync(ErasedKind.Registration, [id])));

        Assert.Equal(ids.Order(), (await Ledger.ReadAsync()).Select(line => line.Id).Order());
    }

    [Fact]
    public async Task The_same_lines_lie_with_backups_that_lie_elsewhere_and_a_disk_that_is_away_holds_up_nothing()
    {
        var elsewhere = Directory.CreateTempSubdirectory("netzwerk-ledger-");
        var id = Guid.CreateVersion7();
        await LedgerWith(elsewhere.FullName).WriteAsync(ErasedKind.Registration, [id]);
        var copy = Path.Combine(elsewhere.FullName, "erased.ledger");
        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(_folder.FullName, "erased.ledger")), await File.ReadAllTextAsync(copy));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(copy));

        elsewhere.Delete(recursive: true);
        await LedgerWith(elsewhere.FullName).WriteAsync(ErasedKind.Children, [id]);
        await LedgerWith(Path.Combine(_folder.FullName, "mine")).WriteAsync(ErasedKind.Account, [id]);

        Assert.Equal(3, (await Ledger.ReadAsync()).Count);
        Assert.False(Directory.Exists(elsewhere.FullName));
    }

    private ErasureLedger Ledger => LedgerWith(null);

    private ErasureLedger LedgerWith(string? backups) =>
        new(new DataDirectory(_folder.FullName), _clock, Options.Create(new BackupOptions { Directory = backups }), NullLogger<ErasureLedger>.Instance, new ClockGuard(_clock));

    private static async Task<bool> EraseAsync<T>(TestApp app, Func<IServiceProvider, Task<T>> erase)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await erase(scope.ServiceProvider);
        return true;
    }

    private static async Task<string> CopyAsync(TestApp app)
    {
        var copy = Path.Combine(app.DataFolder, "old-copy.db");
        await app.DbAsync(db => db.Database.ExecuteSqlAsync($"VACUUM INTO {copy}"));
        return copy;
    }

    private static async Task PutBackAsync(TestApp app, string copy)
    {
        await using (var pool = new SqliteConnection($"Data Source={app.DatabaseFile}")) SqliteConnection.ClearPool(pool);
        foreach (var side in (string[])["-wal", "-shm"]) File.Delete(app.DatabaseFile + side);
        File.Move(copy, app.DatabaseFile, overwrite: true);
        await app.DbAsync(db => db.Database.ExecuteSqlAsync($"PRAGMA journal_mode=WAL"));
    }

    /// <summary>What a start does before the site listens.</summary>
    private static Task<bool> RestartAsync(TestApp app) => EraseAsync(app, services => services.GetRequiredService<ErasedAgain>().RunAsync());
}
