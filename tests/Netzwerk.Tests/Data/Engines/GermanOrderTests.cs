using Microsoft.EntityFrameworkCore;
using Netzwerk.Tests.Features.Organizer;
using Netzwerk.Tests.Features.Organizer.Attendees;
using Netzwerk.Tests.Kit;
using Npgsql;

namespace Netzwerk.Tests.Data.Engines;

/// <summary>The same order and the same hits, whatever the engine and whatever its own idea of an alphabet.</summary>
public sealed class GermanOrderTests
{
    /// <summary>As DIN 5007-1 has them, with a space before a hyphen before letters.</summary>
    private static readonly string[] InOrder =
    [
        "Äbel, Anna", "Abel, Zoë", "Çelik, Can", "de Vries, Jan", "De-Luca, Pia", "DEAL, Kim", "Groß, Adam", "GROSS, Eva", "Mueller, Tom",
        "Müller, Jörg", "müller, Karl", "Müller Lohe, Ida", "Muller-Voß, Ida", "Øster, Liv", "Öztürk, Nur", "Ümit, Ali", "Żak, Ewa",
    ];

    private static readonly (string Search, string[] Found)[] Searches =
    [
        ("MÜLLER", ["Mueller, Tom", "Müller, Jörg", "müller, Karl", "Müller Lohe, Ida", "Muller-Voß, Ida"]),
        ("muller-voss", ["Muller-Voß, Ida"]),
        ("çelık", ["Çelik, Can"]),
        ("ÇELIK can", ["Çelik, Can"]),
        ("gross", ["Groß, Adam", "GROSS, Eva"]),
        ("GROß", ["Groß, Adam", "GROSS, Eva"]),
        ("de vries", ["de Vries, Jan"]),
        ("DE-L", ["De-Luca, Pia"]),
        ("ost", ["Øster, Liv"]),
        ("zoe", ["Abel, Zoë"]),
        ("joerg", ["Müller, Jörg"]),
        ("zak", ["Żak, Ewa"]),
    ];

    [Fact]
    public async Task German_names_stand_in_one_order_and_are_found_without_regard_to_case_and_marks()
    {
        await using var app = new TestApp();

        await SameAsEverAsync(app);
    }

    [Fact]
    [Trait("Engine", "PostgreSql")]
    public async Task So_they_do_where_the_server_sorts_by_a_dictionary_of_its_own()
    {
        var dictionary = PostgresServer.NewDatabase(empty: true, "LOCALE_PROVIDER icu ICU_LOCALE 'de-DE'");
        try
        {
            using (var connection = new NpgsqlConnection(dictionary))
            {
                connection.Open();
                // There, a is smaller than B; by code points it is not. Else this test would prove nothing.
                Assert.Equal(["true"], PostgresServer.Read(connection, "SELECT ('a'::text < 'B'::text)::text"));
            }
            await using var app = new TestApp(("ConnectionStrings:Netzwerk", dictionary));

            await SameAsEverAsync(app);
        }
        finally
        {
            PostgresServer.Drop(dictionary);
        }
    }

    [Fact]
    [Trait("Engine", "PostgreSql")]
    public async Task Every_text_is_compared_by_its_code_points()
    {
        await using var app = new TestApp();
        // Whose values are words of ours, without a single umlaut.
        string[] enumerations = ["Act", "State", "Switch", "Role"];
        var other = await app.DbAsync(async db =>
        {
            await db.Database.OpenConnectionAsync();
            return PostgresServer.Read(db.Database.GetDbConnection(), """
                SELECT table_name || '.' || column_name FROM information_schema.columns
                WHERE table_schema = 'public' AND data_type IN ('text', 'character varying') AND collation_name IS DISTINCT FROM 'C' AND table_name <> '__EFMigrationsHistory' AND column_name::text <> ALL ($1)
                """, enumerations);
        });

        Assert.Empty(other);
    }

    private static async Task SameAsEverAsync(TestApp app)
    {
        var number = 0;
        foreach (var name in InOrder.Reverse())
            await app.RegisterAsync(new Parent(name.Split(", ")[1], name.Split(", ")[0], $"{++number}@example.org", null));
        var desk = await app.SignInAsync(Cast.Organizer);

        Assert.Equal(InOrder, (await desk.OpenAsync(Desk.Path)).Names());
        Assert.Equal(InOrder.Reverse(), (await desk.OpenAsync(Desk.Path + "?sortierung=name-ab")).Names());
        var exported = (await desk.GetStringAsync(Rooms.Csv)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(row => row.Split("\";\"")).Select(cells => $"{cells[1]}, {cells[2]}");
        Assert.Equal(InOrder, exported);
        Assert.All(Searches, search => Assert.Equal(search.Found, desk.OpenAsync($"{Desk.Path}?suche={Uri.EscapeDataString(search.Search)}").Result.Names()));
    }
}
