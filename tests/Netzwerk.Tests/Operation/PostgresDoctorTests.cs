using Microsoft.EntityFrameworkCore;
using Netzwerk.Data.Engines;
using Netzwerk.Tests.Kit;
using Netzwerk.Tests.Start;

namespace Netzwerk.Tests.Operation;

/// <summary>What is wrong with PostgreSQL is said in one sentence, by the doctor and by a start that fails.</summary>
[Trait("Engine", "PostgreSql")]
public sealed class PostgresDoctorTests : IDisposable
{
    private readonly string _database = PostgresServer.NewDatabase();
    private readonly string _folder = Directory.CreateTempSubdirectory("netzwerk-doctor-").FullName;

    [Fact]
    public async Task While_the_site_runs_everything_is_well_and_nothing_is_written()
    {
        await using var app = On();
        await app.SignUpAsync(Cast.Anna);

        var visit = await Doctor.AskAsync(app.DataFolder, [.. Settings, ("Mail:Host", "")]);

        foreach (var well in (string[])["Datenbank: in Ordnung. PostgreSQL ", "Schema: in Ordnung. Es passt", "Schlüssel: in Ordnung. Der Schlüssel der persönlichen Links", "Sicherung: in Ordnung. Es gibt noch keine."])
            Assert.Contains(well, visit.Words, StringComparison.Ordinal);
        Assert.False(File.Exists(app.DatabaseFile));
        Assert.DoesNotContain("Umzug", visit.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_database_is_fine_and_a_file_that_a_move_left_is_told()
    {
        var empty = PostgresServer.NewDatabase(empty: true);
        Assert.Contains("erreichbar und noch leer", (await Doctor.AskAsync(_folder, [("Database:Provider", "PostgreSql"), ("ConnectionStrings:Netzwerk", empty)])).Words, StringComparison.Ordinal);
        PostgresServer.Drop(empty);
        await using var app = On();
        await app.EventAsync();
        await File.WriteAllTextAsync(Path.Combine(_folder, "netzwerk.db"), "from before");

        Assert.Contains("Umzug: BITTE ANSEHEN.", (await Doctor.AskAsync(_folder, Settings)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_secret_it_runs_and_says_so()
    {
        await using var app = new TestApp([.. Settings, ("Database:Secret", "")]);
        await app.SignUpAsync(Cast.Anna);

        var visit = await Doctor.AskAsync(app.DataFolder, [.. Settings, ("Database:Secret", "")]);

        Assert.Contains("Schlüssel: BITTE ANSEHEN. Database:Secret fehlt.", visit.Words, StringComparison.Ordinal);
        Assert.Contains(app.Log.Lines, line => line.Contains("BITTE ANSEHEN: Database:Secret fehlt.", StringComparison.Ordinal));
        Assert.Contains("Schlüssel: BITTE ANSEHEN. 2 Schlüssel in der Datenbank liegen offen", (await Doctor.AskAsync(app.DataFolder, [.. Settings, ("Database:Secret", TestApp.Secret)])).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("another secret that is long enough")]
    public async Task A_wrong_or_a_missing_secret_stops_the_start_and_makes_no_new_keys(string secret)
    {
        await using (var app = On()) await app.SignUpAsync(Cast.Anna);
        var keys = await KeysAsync();

        await SaidAsync([.. Settings, ("Database:Secret", secret)], "Setzen Sie Database:Secret auf den Wert, mit dem sie angelegt wurden", what: "Schlüssel");

        Assert.Equal(keys, await KeysAsync());
    }

    [Fact]
    public Task A_server_that_does_not_answer() => SaidAsync([.. Settings, ("ConnectionStrings:Netzwerk", "Host=127.0.0.1;Port=5699;Database=netzwerk;Username=netzwerk;Password=streng-geheim")], "PostgreSQL antwortet nicht");

    [Fact]
    public Task A_database_that_does_not_exist() => SaidAsync([.. Settings, ("ConnectionStrings:Netzwerk", _database.Replace("Database=test_", "Database=none_", StringComparison.Ordinal))], "gibt es auf dem PostgreSQL-Server nicht");

    [Fact]
    public async Task A_database_that_takes_nothing()
    {
        await using (var app = On()) await app.EventAsync();
        await using (var db = PostgresEngine.At(_database).ForCommand().Open())
            await db.Database.ExecuteSqlAsync($"DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET default_transaction_read_only = on', current_database()); END $$");

        await SaidAsync(Settings, "PostgreSQL nimmt hier nichts an");
    }

    [Fact]
    public Task A_connection_string_of_another_engine() => SaidAsync([.. Settings, ("ConnectionStrings:Netzwerk", "Data Source=netzwerk.db")], "passt nicht zu PostgreSQL");

    public void Dispose()
    {
        PostgresServer.Drop(_database);
        Directory.Delete(_folder, recursive: true);
    }

    private (string Key, string Value)[] Settings => [("Database:Provider", "PostgreSql"), ("ConnectionStrings:Netzwerk", _database), ("Database:Secret", TestApp.Secret)];

    private TestApp On() => new(Settings);

    private async Task SaidAsync((string Key, string Value)[] settings, string sentence, string what = "Datenbank")
    {
        var visit = await Doctor.AskAsync(_folder, settings);
        Assert.Equal(1, visit.ExitCode);
        Assert.Matches($"{what}: BITTE HANDELN. [^\n]*{System.Text.RegularExpressions.Regex.Escape(sentence)}", visit.Words);

        var all = new Dictionary<string, string>(Started.Production, StringComparer.Ordinal);
        foreach (var (key, value) in settings) all[key] = value;
        var start = await Started.RunAsync(all);
        Assert.Equal(1, start.ExitCode);
        Assert.Contains(sentence, Assert.Single(start.Errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.DoesNotContain("streng-geheim", start.Errors + visit.Words, StringComparison.Ordinal);
    }

    private async Task<List<string?>> KeysAsync()
    {
        await using var db = PostgresEngine.At(_database).ForCommand().Open();
        return await db.DataProtectionKeys.OrderBy(key => key.Id).Select(key => key.Xml).ToListAsync();
    }
}
