using Netzwerk.Bench.Drills.Kit;

namespace Netzwerk.Bench.Drills;

/// <summary>A rush for too few seats: exactly so many come in, through one process and through two. Then the same without the guard, which must overbook.</summary>
public static class RaceDrill
{
    public static Task<int> RunAsync(string[] args)
    {
        var options = new DrillOptions("race", args, ("--rush", "1000"), ("--seats", "50"), ("--rounds", "5"));
        return Drill.RunAsync(options, async drill =>
        {
            if (drill.Site.Processes.Count == 1) await drill.Site.Add(options.Port == 0 ? 0 : options.Port + 1).StartAsync();
            foreach (var doors in (int[])[1, 2])
            {
                for (var round = 1; round <= options.Whole("--rounds"); round++) await RushAsync(drill, doors, round);
            }
            await ControlAsync(drill);
        });
    }

    private static async Task RushAsync(Drill drill, int doors, int round)
    {
        var seats = drill.Options.Whole("--seats");
        drill.Database.Run($"""UPDATE "Events" SET "Seats" = "SeatsTaken" + {seats}""");
        // A change from outside is seen by the form's first steps within a second.
        await Task.Delay(TimeSpan.FromSeconds(1));
        using var browser = new Browser([.. drill.Site.Doors.Take(doors)], TimeSpan.FromMinutes(2));
        var signUp = new SignUp(browser, drill.Ledger);
        var ready = new List<(Family Family, string Journey)>();
        foreach (var batch in Enumerable.Range(0, drill.Options.Whole("--rush")).Chunk(16))
            ready.AddRange(await Task.WhenAll(batch.Select(async _ => Family.NextAlone() is var family ? (family, await signUp.FillInAsync(family)) : default)));

        var told = await Task.WhenAll(ready.Select(one => signUp.SendAsync(one.Family, one.Journey)));

        var admitted = told.Count(one => one.What == What.Acknowledged);
        var full = told.Count(one => one.Why?.Contains("ausgebucht", StringComparison.Ordinal) ?? false);
        var holds = admitted == seats && full == told.Length - seats;
        var title = $"{told.Length:N0} at once for {seats} seats through {doors} process{(doors == 1 ? "" : "es")}, round {round}: {admitted} came in, {full} heard that it is full, the slowest answer took {told.Max(one => one.Milliseconds) / 1000:N1} s";
        Console.WriteLine(title);
        drill.Verdict.Add($"race {doors}.{round}", holds, title);
    }

    /// <summary>The same decision without the guard, in the bench: counts, waits until everybody has counted, inserts. It must not stay exact.</summary>
    private static async Task ControlAsync(Drill drill)
    {
        const int Seats = 5;
        const int Rush = 10;
        drill.Database.Run($"""UPDATE "Events" SET "Seats" = "SeatsTaken" + {Seats}""");
        var before = drill.Database.Count(Unguarded.Taken);
        using var everybodyCounted = new Barrier(Rush);
        await Task.WhenAll(Enumerable.Range(0, Rush).Select(_ => Task.Factory.StartNew(() => Unguarded.SignUp(drill.Database, everybodyCounted), TaskCreationOptions.LongRunning)));
        var admitted = drill.Database.Count(Unguarded.Taken) - before;

        var spoilt = new Verdict();
        using (var connection = drill.Database.Open()) Invariants.Check(drill.Evidence(connection), spoilt);
        drill.Verdict.Add("unguarded", admitted > Seats && spoilt.Broken.Contains("I2"), $"without the guard {admitted} of {Rush} took {Seats} seats, and I2 {(spoilt.Broken.Contains("I2") ? "noticed" : "did NOT notice")}");
        drill.Database.Run(Unguarded.Undo);
        drill.Database.Run(Unguarded.Recount);
    }
}
