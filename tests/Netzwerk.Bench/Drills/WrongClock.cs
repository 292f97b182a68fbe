using System.Diagnostics;
using System.Globalization;
using Netzwerk.Bench.Drills.Kit;
using Netzwerk.Bench.Site;
using Netzwerk.Bench.Site.Databases;

namespace Netzwerk.Bench.Drills;

/// <summary>
/// A server whose clock is days or months off erases nobody. No bench sets the machine's clock: what is stored moves instead. The site then
/// remembers a time that is so many days before (or after) what the clock shows, which looks the same to it.
/// </summary>
public static class WrongClock
{
    private const int Families = 5;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(150);

    /// <summary>Each start finds the event over its time, and a clock that is so many days ahead (or behind).</summary>
    public static async Task AtStartAsync(Drill drill, IEnumerable<int> days)
    {
        var site = drill.Install(new Dictionary<string, string> { ["Demo__Enabled"] = "false", ["Mail__Host"] = "" });
        var process = site.Add();
        await process.StartAsync();
        MoveEvent(site.Database, 10);
        await ComeAsync(site);
        await process.StopAsync();
        MoveEvent(site.Database, -40);
        foreach (var off in days)
        {
            Remember(site.Database, off);
            await process.StartAsync();
            drill.Verdict.Add($"{Name(off)} at start", IsUntouched(site), Left(site));
            await process.StopAsync();
        }
        Remember(site.Database, 0);
        await process.StartAsync();
        drill.Verdict.Add("right again at start", Count(site) == 0, $"what was over its time is gone, {Count(site)} families are left");
        await process.StopAsync();
    }

    /// <summary>The clock jumps while the site runs; an organiser looks, has it run at once in vain, confirms the date, and what was over its time goes.</summary>
    public static async Task RunningAsync(Drill drill, IEnumerable<int> days)
    {
        var site = drill.Install(new Dictionary<string, string> { ["Mail__Host"] = "" });
        await site.Add().StartAsync();
        using var colleague = new Colleague(site.Doors[0]);
        if (!await colleague.SignInAsync()) throw new InvalidOperationException("The demo's organiser could not sign in.");
        foreach (var off in days)
        {
            await DemoClock.SetAsync(site.Doors, new DateTime(2022, 10, 25, 10, 0, 0, DateTimeKind.Unspecified));
            await ComeAsync(site);
            Remember(site.Database, off);
            var isTold = await UntilAsync(async () => (await colleague.GetAsync("/verwaltung")).Html.Contains("id=\"uhr\"", StringComparison.Ordinal));
            await DemoClock.SetAsync(site.Doors, new DateTime(2023, 1, 10, 10, 0, 0, DateTimeKind.Unspecified));
            await colleague.PostAsync("/verwaltung/datenschutz", "/verwaltung/datenschutz/pruefung");
            drill.Verdict.Add($"{Name(off)} while running", isTold && IsUntouched(site), $"{(isTold ? "told" : "NOT TOLD")} on the start page; {Left(site)}");
            await colleague.PostAsync("/verwaltung/uhr", "/verwaltung/uhr", ("Form.Today", Today()));
            var isGone = await UntilAsync(() => Task.FromResult(Count(site) == 0));
            drill.Verdict.Add($"{Name(off)} confirmed", isGone, isGone ? "erasing caught up" : $"{Count(site)} families are left");
            File.Delete(LedgerOf(site));
        }
    }

    private static async Task ComeAsync(Installation site)
    {
        using var browser = new Browser(site.Doors);
        // A ledger of its own: these families are not in the database that the invariants look at.
        var signUp = new SignUp(browser, new Ledger());
        for (var number = 0; number < Families; number++)
        {
            if (await signUp.ComeAsync(Family.NextAlone()) is { What: not What.Acknowledged } told) throw new InvalidOperationException($"A family could not come: {told.Why}");
        }
    }

    private static void MoveEvent(Database database, int days)
    {
        var date = DateOnly.FromDateTime(Now).AddDays(days);
        using var connection = database.Open();
        connection.Run("""UPDATE "Events" SET "Date" = @p0, "DeadlineBound" = @p1""", date, DateTime.SpecifyKind(date.AddDays(-2).ToDateTime(TimeOnly.MinValue), DateTimeKind.Utc));
    }

    /// <summary>As if the site had last stored something so many days ago, or were still to.</summary>
    private static void Remember(Database database, int off)
    {
        using var connection = database.Open();
        if (connection.Run("""UPDATE "Settings" SET "ChangedAt" = @p0 WHERE "Key" = 'Clock:LastStored'""", Now.AddDays(-off)) != 1) throw new InvalidDataException("The site remembers no time.");
    }

    private static async Task<bool> UntilAsync(Func<Task<bool>> holds)
    {
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < Patience; await Task.Delay(500))
            if (await holds()) return true;
        return false;
    }

    private static bool IsUntouched(Installation site) => Count(site) == Families && (!File.Exists(LedgerOf(site)) || new FileInfo(LedgerOf(site)).Length == 0);

    private static string Left(Installation site) => $"{Count(site)} of {Families} families are whole, the ledger is {(File.Exists(LedgerOf(site)) ? "WRITTEN" : "empty")}";

    private static long Count(Installation site) => site.Database.Count("""SELECT COUNT(*) FROM "Registrations" WHERE "Email" IS NOT NULL""");

    private static string LedgerOf(Installation site) => Path.Combine(site.Data, "erased.ledger");

    private static string Name(int off) => $"{Math.Abs(off)} days {(off > 0 ? "ahead" : "behind")}";

    private static string Today() => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(Now, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"))).ToString("d.M.yyyy", CultureInfo.InvariantCulture);

    private static DateTime Now => TimeProvider.System.GetUtcNow().UtcDateTime;
}
