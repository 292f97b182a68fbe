using System.Text.RegularExpressions;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Netzwerk.Data;
using Netzwerk.Data.Engines;
using Netzwerk.Domain;
using Netzwerk.Features.Operation;
using Netzwerk.Features.Shared.Web;
using Netzwerk.Tests.Kit;
using Netzwerk.Tests.Upgrades;

namespace Netzwerk.Tests.Data.Backup;

/// <summary>„dotnet Netzwerk.dll move“: an installation on SQLite goes on on PostgreSQL.</summary>
[Trait("Engine", "PostgreSql")]
public sealed class MoveTests : IDisposable
{
    /// <summary>PostgreSQL keeps documents in an order of its own; keys come only with the move.</summary>
    private static readonly string[] Otherwise = ["Events", "Registrations", "AspNetUserPasskeys", "Settings", "DataProtectionKeys", "__EFMigrationsLock"];

    /// <summary>An installation that an older program left: here nobody signs up on two engines in one process.</summary>
    private readonly Sample _sample = Sample.All[^1];
    private readonly Shelf _folder = new();
    private readonly string _database = PostgresServer.NewDatabase(empty: true);

    [Fact]
    public async Task Rows_links_sessions_and_the_stored_password_are_there_after_the_move()
    {
        string session;
        _sample.PutInto(_folder.Path);
        await using (var app = OnSqlite())
        {
            session = await app.SessionAsync(Cast.Organizer);
            var guard = StoredSettings.Guard(app.Services.GetRequiredService<IDataProtectionProvider>());
            await app.DbAsync(async db =>
            {
                db.Add(new StoredSetting { Key = "Mail:User", Value = "versand", ChangedAt = app.Clock.GetUtcNow().UtcDateTime, ChangedBy = "Test" });
                db.Add(new StoredSetting { Key = "Mail:Password", Value = guard.Protect("sehr geheim"), ChangedAt = app.Clock.GetUtcNow().UtcDateTime, ChangedBy = "Test" });
                db.AddRange(await ClaimAsync(db), await ClaimAsync(db));
                return await db.SaveChangesAsync();
            });
        }
        Drill.LetGo();
        var before = Drill.Rows(_folder.In("netzwerk.db"));

        var (exitCode, words) = await MoveAsync();

        Assert.True(exitCode == 0, words);
        Assert.Contains("Registrations: 4\n", words.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains($"Die SQLite-Datei bleibt liegen: {_folder.In("netzwerk.db")}", words, StringComparison.Ordinal);
        Assert.Equal(before, Drill.Rows(_folder.In("netzwerk.db")));
        await using var moved = OnPostgres();
        var after = await RowsThereAsync();
        Assert.Equal(before.Keys.Order(StringComparer.Ordinal), after.Keys.Order(StringComparer.Ordinal));
        foreach (var (table, rows) in before.Where(table => !Otherwise.Contains(table.Key))) Assert.Equal(rows.Select(Cut), after[table]);
        Assert.Contains("Anna", (await moved.OpenAsync(_sample.Link)).Text, StringComparison.Ordinal);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/verwaltung");
        request.Headers.Add("Cookie", session);
        using var answer = await moved.Browser(followRedirects: false).SendAsync(request);
        Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("sehr geheim", moved.Services.GetRequiredService<IConfiguration>()["Mail:Password"]);
        await moved.RegisterAsync(Cast.Canan);
        await moved.DbAsync(async db =>
        {
            db.Add(await ClaimAsync(db));
            return await db.SaveChangesAsync();
        });
        var key = XElementValue(Directory.GetFiles(_folder.In("keys"), "key-*.xml").First());
        Assert.All(await moved.DbAsync(db => db.DataProtectionKeys.ToListAsync()), stored => Assert.DoesNotContain(key, stored.Xml, StringComparison.Ordinal));
        Assert.StartsWith("wrapped:", await moved.DbAsync(db => db.Settings.Where(setting => setting.Key == StoredSetting.LinksKey).Select(setting => setting.Value).SingleAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_with_something_in_it_is_left_alone()
    {
        await FillAsync();
        await using (var engine = PostgresEngine.At(_database).ForCommand().Open()) await engine.Database.ExecuteSqlAsync($"CREATE TABLE fremd (id int)");

        await RefusesAsync("ist nicht leer: Darin gibt es schon fremd", empty: false);
    }

    [Fact]
    public async Task A_running_site_does_not_move()
    {
        _sample.PutInto(_folder.Path);
        await using var app = OnSqlite();
        await app.EventAsync();

        await RefusesAsync("läuft die Seite noch");
    }

    [Fact]
    public async Task Another_schema_than_this_program_s_is_refused_both_ways()
    {
        await FillAsync();
        using (var db = SqlDump.Open(_folder.In("netzwerk.db"))) SqlDump.Run(db, "INSERT INTO __EFMigrationsHistory VALUES ('29991231000000_Later', '10.0.0')");
        await RefusesAsync("gehört zu einer neueren Version");

        using (var db = SqlDump.Open(_folder.In("netzwerk.db"))) SqlDump.Run(db, "DELETE FROM __EFMigrationsHistory WHERE MigrationId NOT LIKE '%_Start'");
        await RefusesAsync("Starten Sie die Seite damit einmal");
    }

    [Fact]
    public async Task What_PostgreSQL_cannot_keep_leaves_its_database_empty()
    {
        await FillAsync();
        using (var db = SqlDump.Open(_folder.In("netzwerk.db"))) SqlDump.Run(db, "UPDATE OutboxMails SET MessageId = substr(MessageId || printf('%0400d', 1), 1, 400)");

        await RefusesAsync("Eine Zeile der Tabelle OutboxMails nimmt PostgreSQL nicht an");
    }

    [Fact]
    public async Task What_is_set_or_typed_wrongly_is_said_before_anything_is_touched()
    {
        await FillAsync();

        await RefusesAsync("Database:Secret braucht mindestens 32 Zeichen", settings: ("Database:Secret", "kurz"));
        await RefusesAsync("Eingestellt ist schon PostgreSQL", settings: [("Database:Provider", "PostgreSql"), ("ConnectionStrings:Netzwerk", _database)]);
        await RefusesAsync("PostgreSQL antwortet nicht", to: "Host=127.0.0.1;Port=5698;Database=x;Username=x");
        await RefusesAsync("Diese Verbindung passt nicht zu PostgreSQL", to: "Data Source=netzwerk.db");
        await RefusesAsync("gibt es auf dem PostgreSQL-Server nicht", to: _database.Replace("Database=test_", "Database=none_", StringComparison.Ordinal));
        File.Delete(_folder.In("keys/links.key"));
        await RefusesAsync("links.key fehlt");
    }

    public void Dispose()
    {
        Drill.LetGo();
        PostgresServer.Drop(_database);
        _folder.Dispose();
    }

    private TestApp OnSqlite() => new(("Site:DataDirectory", _folder.Path), ("Database:Provider", "Sqlite"), ("ConnectionStrings:Netzwerk", $"Data Source={_folder.In("netzwerk.db")}"));

    private TestApp OnPostgres() => new(("Site:DataDirectory", _folder.Path), ("Database:Provider", "PostgreSql"), ("ConnectionStrings:Netzwerk", _database), ("Database:Secret", TestApp.Secret));

    private async Task FillAsync()
    {
        _sample.PutInto(_folder.Path);
        await using (var app = OnSqlite()) await app.EventAsync();
        Drill.LetGo();
    }

    private async Task RefusesAsync(string sentence, bool empty = true, string? to = null, params (string Key, string Value)[] settings)
    {
        var before = Drill.Rows(_folder.In("netzwerk.db"));

        var (exitCode, words) = await MoveAsync(to, settings);

        Assert.Equal(1, exitCode);
        Assert.Contains(sentence, Assert.Single(words.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Equal(before, Drill.Rows(_folder.In("netzwerk.db")));
        await using var db = PostgresEngine.At(_database).ForCommand().Open();
        if (empty) Assert.Equal(0, await db.Database.SqlQuery<int>($"SELECT COUNT(*)::int AS \"Value\" FROM pg_tables WHERE schemaname = 'public'").SingleAsync());
    }

    private async Task<(int ExitCode, string Words)> MoveAsync(string? to = null, params (string Key, string Value)[] settings)
    {
        using var configuration = new ConfigurationManager();
        foreach (var (key, value) in ((string, string)[])[("Site:DataDirectory", _folder.Path), ("Database:Secret", TestApp.Secret), .. settings]) configuration[key] = value;
        await using var words = new StringWriter();
        var order = new Order(["--to", to ?? _database], configuration, new HostingEnvironment { EnvironmentName = Environments.Production, ContentRootPath = _folder.Path }, words, words);
        try
        {
            return (await MoveCommand.RunAsync(order), words.ToString());
        }
        catch (Exception trouble) when (StartTrouble.Explain(trouble) is { } sentence)
        {
            return (order.Failed(sentence), words.ToString());
        }
    }

    private async Task<Dictionary<string, IReadOnlyList<string>>> RowsThereAsync()
    {
        using var shelf = new Shelf();
        await PostgresEngine.At(_database).ForCommand().CopyToAsync(shelf.In("rows.db"));
        return Drill.Rows(shelf.In("rows.db"));
    }

    /// <summary>Older programs stored instants with a digit that PostgreSQL does not keep.</summary>
    private static string Cut(string row) => Regex.Replace(row, @"(?<=:\d\d)\.(\d{6})\d(?=')", match => ("." + match.Groups[1].Value).TrimEnd('0').TrimEnd('.'));

    private static async Task<IdentityUserClaim<Guid>> ClaimAsync(NetzwerkDb db) => new() { UserId = (await db.Users.FirstAsync()).Id, ClaimType = "probe", ClaimValue = "1" };

    private static string XElementValue(string file) => System.Xml.Linq.XElement.Load(file).Descendants("value").First().Value;
}
