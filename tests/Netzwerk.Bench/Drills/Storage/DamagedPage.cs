using Netzwerk.Bench.Drills.Kit;
using Netzwerk.Bench.Site.Databases;

namespace Netzwerk.Bench.Drills.Storage;

/// <summary>
/// The first page of the registrations turns to noise, in the middle of the day and, on SQLite, before a start; then it is as it was. What a
/// PostgreSQL server holds is examined by its own tools, not by each start of each process.
/// </summary>
public static class DamagedPage
{
    public static Task SqliteAsync(Drill drill) => Trial.RunAsync(drill, "page", async trial =>
    {
        var database = (SqliteDatabase)trial.Site.Database;
        var witnesses = new Witnesses(trial);
        await ComeAsync(trial, drill.Options.Whole("--families"));
        await witnesses.FillInAsync(drill.Options.Whole("--families"));
        long at;
        using (var connection = database.Open())
        {
            connection.Run("PRAGMA wal_checkpoint(TRUNCATE)");
            var size = connection.Number("PRAGMA page_size");
            at = (connection.Number("SELECT rootpage FROM sqlite_master WHERE name = 'Registrations'") - 1) * size;
            using (Noise.Put(database.File, at, (int)size))
            {
                // A write by somebody else: whoever has the page in memory reads it anew.
                connection.Run("""UPDATE "Partners" SET "Name" = "Name" """);
                await witnesses.SendIntoItAsync(TimeSpan.FromSeconds(5));
                trial.Claim(witnesses.Kept > 0, $"a damaged page, {witnesses.Kept} forms were not taken");
                await trial.Process.StopAsync();
                await trial.ClaimStopsWithAsync("beschädigt");
            }
        }
        await trial.Process.StartAsync();
        await witnesses.ClaimAsync();
    });

    public static Task PostgresAsync(Drill drill) => Trial.RunAsync(drill, "page", async trial =>
    {
        var server = drill.Postgres!;
        var witnesses = new Witnesses(trial);
        await ComeAsync(trial, 3);
        await witnesses.FillInAsync(drill.Options.Whole("--families"));
        string file;
        using (var connection = trial.Site.Database.Open()) file = connection.Rows("SELECT pg_relation_filepath('\"Registrations\"')", row => row.GetString(0)).Single();
        await server.StopAsync();
        using (Noise.Put(Path.Combine(server.Data, file), 0, 8192))
        {
            await server.StartAgainAsync();
            await witnesses.SendIntoItAsync(TimeSpan.FromSeconds(5));
            trial.Claim(witnesses.Kept > 0, $"a damaged page, {witnesses.Kept} forms were not taken");
            await server.StopAsync(crashing: true);
        }
        await server.StartAgainAsync();
        await witnesses.ClaimAsync();
    });

    private static async Task ComeAsync(Trial trial, int families)
    {
        using var browser = trial.Browser();
        var signUp = new SignUp(browser, trial.Ledger);
        for (var number = 0; number < families; number++) await signUp.ComeAsync(Family.Next(Random.Shared));
    }

    /// <summary>Bytes that mean nothing, in the place of those that did; disposing puts these back.</summary>
    private sealed class Noise : IDisposable
    {
        private readonly string _file;
        private readonly long _at;
        private readonly byte[] _before;

        private Noise(string file, long at, byte[] before) => (_file, _at, _before) = (file, at, before);

        public static Noise Put(string file, long at, int length)
        {
            var before = new byte[length];
            using (var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite))
            {
                open.Position = at;
                open.ReadExactly(before);
            }
            var noise = new byte[length];
            new Random(1).NextBytes(noise);
            Write(file, at, noise);
            return new Noise(file, at, before);
        }

        public void Dispose() => Write(_file, _at, _before);

        private static void Write(string file, long at, byte[] bytes)
        {
            using var open = new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            open.Position = at;
            open.Write(bytes);
        }
    }
}
