using Netzwerk.Bench.Drills.Kit;

namespace Netzwerk.Bench.Drills.Storage;

/// <summary>PostgreSQL goes and comes back while families send: orderly, and as if the machine had lost its power.</summary>
public static class ServerGone
{
    private static readonly TimeSpan Away = TimeSpan.FromSeconds(3);

    public static Task RunAsync(Drill drill) => Trial.RunAsync(drill, "server", async trial =>
    {
        var server = drill.Postgres!;
        for (var stop = 0; stop < drill.Options.Whole("--stops"); stop++)
        {
            var witnesses = new Witnesses(trial);
            await witnesses.FillInAsync(drill.Options.Whole("--families"));
            var sending = witnesses.SendIntoItAsync(Away * 2);
            await Task.Delay(Random.Shared.Next(1_000));
            var crashing = stop % 2 == 0;
            await server.StopAsync(crashing);
            // The mail that was on its way may have arrived without a word in the books.
            trial.Kills++;
            await Task.Delay(Away);
            await server.StartAgainAsync();
            await sending;
            trial.Claim(true, $"{(crashing ? "it crashed" : "it was stopped")} and came back after {Away.TotalSeconds:N0} s");
            await trial.ClaimRecoversAsync();
            await witnesses.ClaimAsync();
        }
        await server.StopAsync();
        await trial.Process.StopAsync();
        await trial.ClaimStopsWithAsync("PostgreSQL");
        await server.StartAgainAsync();
        await trial.Process.StartAsync();
    });
}
