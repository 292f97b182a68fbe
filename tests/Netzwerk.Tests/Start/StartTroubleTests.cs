using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Features.Shared.Web;
using Netzwerk.Tests.Mail.Kit;
using Npgsql;

namespace Netzwerk.Tests.Start;

/// <summary>What keeps the site from starting ends in one sentence that says what to do.</summary>
public sealed class StartTroubleTests
{
    [Fact]
    [Trait("Engine", "Sqlite")]
    public async Task A_damaged_database_sends_to_the_backup()
    {
        using var folder = new TestFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "netzwerk.db"), new string('x', 20_000));

        await EndsAsync(("Site:DataDirectory", folder.Path), "Die Datenbank ist beschädigt");
    }

    [Fact]
    public async Task A_taken_port_is_told_with_the_setting_for_another()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        await EndsAsync(("ASPNETCORE_URLS", $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}"), "Die Adresse ist schon belegt.");
    }

    [Fact]
    public async Task A_data_directory_that_cannot_be_written_is_told()
    {
        using var folder = new TestFolder();
        var file = Path.Combine(folder.Path, "file");
        await File.WriteAllTextAsync(file, "");

        // A folder inside a file: nobody may write there, not even root.
        await EndsAsync(("Site:DataDirectory", Path.Combine(file, "data")), "Site:DataDirectory lässt sich nicht");
    }

    [Theory]
    [InlineData(13, "ist voll")]
    [InlineData(10, "ist voll oder defekt")]
    [InlineData(8, "lässt sich nicht öffnen oder beschreiben")]
    [InlineData(14, "lässt sich nicht öffnen oder beschreiben")]
    [InlineData(11, "ist beschädigt")]
    [InlineData(5, "von einem anderen Programm gesperrt")]
    public void What_SQLite_says_becomes_a_sentence(int code, string words)
    {
        var said = new SqliteException("SQLite Error", code);
        Assert.Contains(words, StartTrouble.Explain(said), StringComparison.Ordinal);
        Assert.Contains(words, StartTrouble.Explain(new DbUpdateException("An error occurred while saving the entity changes.", said)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("28P01", "Prüfen Sie Username und Password")]
    [InlineData("28000", "Prüfen Sie Username und Password")]
    [InlineData("3D000", "gibt es auf dem PostgreSQL-Server nicht")]
    [InlineData("25006", "ein Standby oder schreibgeschützt")]
    [InlineData("42501", "fehlt dem Benutzer der Seite ein Recht")]
    [InlineData("53100", "ist voll")]
    [InlineData("53300", "keine Verbindung mehr frei")]
    [InlineData("57P03", "fährt gerade hoch oder herunter")]
    public void What_PostgreSQL_says_becomes_a_sentence(string code, string words)
    {
        var said = new PostgresException("what it says", "FATAL", "FATAL", code);
        Assert.Contains(words, StartTrouble.Explain(said), StringComparison.Ordinal);
        Assert.Contains(words, StartTrouble.Explain(new InvalidOperationException("A transient failure.", said)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_machine_without_time_zones_is_told_what_to_install() =>
        Assert.Contains("apt install tzdata", StartTrouble.Explain(new TypeInitializationException("BerlinTime", new TimeZoneNotFoundException())), StringComparison.Ordinal);

    private static async Task EndsAsync((string Key, string Value) setting, string sentence)
    {
        var start = await Started.RunAsync(new Dictionary<string, string>(Started.Production, StringComparer.Ordinal) { [setting.Key] = setting.Value });

        Assert.Equal(1, start.ExitCode);
        Assert.Contains(sentence, start.Errors, StringComparison.Ordinal);
        Assert.Single(start.Errors.TrimEnd().Split('\n'));
    }
}
