using System.Diagnostics;
using Netzwerk.Bench.Drills.Kit;
using Netzwerk.Bench.Site.Databases;

namespace Netzwerk.Bench.Drills;

/// <summary>
/// Families press „Jetzt anmelden“ while the clock goes over the bound: on an ordinary day, in both nights that shift the clocks, and after
/// the clock jumped by an hour. Then the server's own clock is days and months off. What a single millisecond decides is shown by the tests of the domain and of the site with a clock that stands.
/// </summary>
public static class ClockDrill
{
    private const string Exact = "FullyQualifiedName~SignUp.DeadlineTests|FullyQualifiedName~Domain.WhyNotTests|FullyQualifiedName~Domain.BerlinTimeTests|FullyQualifiedName~Operation.ChecksTests"
        + "|FullyQualifiedName~ServerClock|FullyQualifiedName~LedgerInRestoreTests";

    /// <summary>In order of time, so that whoever was in time for an earlier bound is in time for the later ones.</summary>
    private static readonly Bound[] Bounds =
    [
        new("an ordinary midnight", Utc(2022, 10, 28, 22, 0), new DateTime(2022, 10, 28, 23, 59, 58)),
        new("midnight before summer time ends", Utc(2022, 10, 29, 22, 0), new DateTime(2022, 10, 29, 23, 59, 58)),
        new("half past two, which comes twice", Utc(2022, 10, 30, 0, 30), new DateTime(2022, 10, 30, 2, 29, 58)),
        new("midnight after summer time ended", Utc(2022, 10, 30, 23, 0), new DateTime(2022, 10, 30, 23, 59, 58)),
        new("midnight before summer time begins", Utc(2023, 3, 25, 23, 0), new DateTime(2023, 3, 25, 23, 59, 58)),
        new("three o'clock, before which an hour lacks", Utc(2023, 3, 26, 1, 0), new DateTime(2023, 3, 26, 1, 59, 58)),
        new("midnight after summer time began", Utc(2023, 3, 26, 22, 0), new DateTime(2023, 3, 26, 23, 59, 58)),
    ];

    public static Task<int> RunAsync(string[] args)
    {
        var options = new DrillOptions("clock", args, ("--families", "200"), ("--rounds", "3"), ("--starts", "3,45,200,400,-2,-40"), ("--jumps", "3,200,-2,-40"), ("--tests", "yes"));
        return Drill.RunAsync(options, async drill =>
        {
            // The event lies behind all of these nights.
            drill.Database.Run("""UPDATE "Events" SET "Date" = '2023-06-01' """);
            foreach (var bound in Bounds)
            {
                for (var round = 1; round <= options.Whole("--rounds"); round++) await AcrossAsync(drill, bound, $"{bound.Name}{(round == 1 ? "" : $" ({round})")}");
            }
            await WrongClock.AtStartAsync(drill, Days(options["--starts"]));
            await WrongClock.RunningAsync(drill, Days(options["--jumps"]));
            if (options["--tests"] == "yes") await DotnetTest.ShowAsync(drill.Verdict, "milliseconds", Exact, options.Engine);
        });
    }

    private static async Task AcrossAsync(Drill drill, Bound bound, string name)
    {
        using (var connection = drill.Database.Open()) connection.Run("""UPDATE "Events" SET "DeadlineBound" = @p0""", bound.At);
        await DemoClock.SetAsync(drill.Site.Doors, bound.TwoSecondsBefore.AddHours(-1));
        using var browser = drill.Browser();
        var signUp = new SignUp(browser, drill.Ledger);
        var families = new List<(Family Family, string Journey)>();
        for (var number = 0; number < drill.Options.Whole("--families"); number++)
        {
            var family = Family.NextAlone();
            families.Add((family, await signUp.FillInAsync(family)));
        }
        var jumps = await JumpAsync(drill, bound, signUp, families[0]);
        await DemoClock.SetAsync(drill.Site.Doors, bound.TwoSecondsBefore);
        var begun = Stopwatch.GetTimestamp();
        var sent = await Task.WhenAll(families.Skip(1).Select((one, index) => SendAtAsync(signUp, one, begun, TimeSpan.FromSeconds(4.0 * index / families.Count))));
        Judge(drill, bound, name, jumps, [.. sent]);
    }

    /// <returns>What was wrong, or null: an hour too late is refused, an hour earlier again is not, and the journey is still good.</returns>
    private static async Task<string?> JumpAsync(Drill drill, Bound bound, SignUp signUp, (Family Family, string Journey) one)
    {
        await DemoClock.SetAsync(drill.Site.Doors, bound.TwoSecondsBefore.AddHours(1));
        var late = await signUp.SendAsync(one.Family, one.Journey);
        await DemoClock.SetAsync(drill.Site.Doors, bound.TwoSecondsBefore.AddHours(-1));
        var early = await signUp.SendAsync(one.Family, one.Journey);
        return (late.What, early.What) == (What.Refused, What.Acknowledged) ? null : $"an hour later {late.What}, an hour earlier {early.What}";
    }

    private static async Task<Sent> SendAtAsync(SignUp signUp, (Family Family, string Journey) one, long begun, TimeSpan at)
    {
        var wait = at - Stopwatch.GetElapsedTime(begun);
        if (wait > TimeSpan.Zero) await Task.Delay(wait);
        var start = Stopwatch.GetElapsedTime(begun);
        var told = await signUp.SendAsync(one.Family, one.Journey);
        return new Sent(told, start, Stopwatch.GetElapsedTime(begun));
    }

    private static void Judge(Drill drill, Bound bound, string name, string? jumps, IReadOnlyList<Sent> sent)
    {
        using var connection = drill.Database.Open();
        var arrivals = Stored.Read(connection).Registrations.Where(row => row.Email is not null).ToDictionary(row => row.Email!, row => row.ArrivedAt);
        var taken = sent.Where(one => one.Told.What == What.Acknowledged).Select(one => (one.Start, one.End, At: arrivals[one.Told.Family.Email])).ToList();
        var refused = sent.Where(one => one.Told.What == What.Refused).ToList();
        // Each stored arrival lies between its sending and its answer, and so all together tell what the site's clock showed, almost to the millisecond.
        var latestZero = taken.Min(one => one.At - one.Start);
        var late = taken.Count(one => one.At >= bound.At);
        var timely = refused.Count(one => latestZero + one.End < bound.At);
        var closest = taken.Max(one => one.At);
        var first = refused.Min(one => latestZero + one.End);
        var holds = jumps is null && late + timely == 0 && taken.Count + refused.Count == sent.Count && taken.Count > 0 && refused.Count > 0;
        drill.Verdict.Add(name, holds, $"{taken.Count} in, the last {(bound.At - closest).TotalMilliseconds:N1} ms before; {refused.Count} refused, the first answered {(first - bound.At).TotalMilliseconds:N1} ms after at most"
            + $"{(late + timely == 0 ? "" : $"; {late} late ones are in, {timely} timely ones are out")}; jumps of an hour: {jumps ?? "exact"}");
    }

    private static IEnumerable<int> Days(string listed) => listed.Split(',').Select(days => int.Parse(days, System.Globalization.CultureInfo.InvariantCulture));

    private static DateTime Utc(int year, int month, int day, int hour, int minute) => new(year, month, day, hour, minute, 0, DateTimeKind.Utc);

    /// <param name="At">UTC, written down by hand: no calendar of the site is asked.</param>
    /// <param name="TwoSecondsBefore">What a clock in Berlin shows then.</param>
    private sealed record Bound(string Name, DateTime At, DateTime TwoSecondsBefore);

    private sealed record Sent(Told Told, TimeSpan Start, TimeSpan End);
}
