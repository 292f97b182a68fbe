using Netzwerk.Domain;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Organizer.Attendees;

public sealed class SearchTests
{
    /// <summary>Spelled out on the phone by somebody without umlauts on the keyboard.</summary>
    private static readonly Parent Juergen = new("Juergen", "Groß", "j.gross@example.org", null);

    private static readonly Parent Percent = new("Per%Cent", "Under_Score", "wild@example.org", null);

    [Fact]
    public async Task A_search_finds_names_and_addresses_however_they_are_spelled()
    {
        await using var app = await ManyAsync();
        (string Search, string Found)[] cases =
        [
            ("müller", "Müller-Voß, Bernd"),
            ("muller", "Müller-Voß, Bernd"),
            ("mueller", "Müller-Voß, Bernd"),
            ("MÜLLER", "Müller-Voß, Bernd"),
            ("Voss", "Müller-Voß, Bernd"),
            ("bernd müller", "Müller-Voß, Bernd"),
            ("müller bernd", "Müller-Voß, Bernd"),
            ("ozturk anna", "Öztürk, Anna"),
            ("oeztuerk  anna ", "Öztürk, Anna"),
            ("sahin", "O'Şahin, Đ"),
            ("o\u2019sahin", "O'Şahin, Đ"),
            ("o´sahin", "O'Şahin, Đ"),
            ("jürgen", "Groß, Juergen"),
            ("jurgen gross", "Groß, Juergen"),
            ("example.com", "Müller-Voß, Bernd"),
            ("BERND@EXAMPLE", "Müller-Voß, Bernd"),
            ("\u202Ebernd", "Müller-Voß, Bernd"),
            ("%", "Under_Score, Per%Cent"),
            ("_", "Under_Score, Per%Cent"),
            ("r%c", "Under_Score, Per%Cent"),
            ("r_s", "Under_Score, Per%Cent"),
        ];
        var list = await (await app.SignInAsync(Cast.Staff)).OpenAsync(Desk.Path);
        foreach (var (search, found) in cases) Assert.Equal((search, found), (search, string.Join(" | ", (await SearchAsync(list, search)).Names())));
    }

    [Fact]
    public async Task What_nobody_is_called_finds_nobody_and_says_so()
    {
        await using var app = await ManyAsync();
        var list = await (await app.SignInAsync(Cast.Staff)).OpenAsync(Desk.Path);
        foreach (var search in (string[])["b%d", "b_rnd", "\\", "' OR 1=1 --", "bernd öztürk", "<script>"])
        {
            var page = await SearchAsync(list, search);
            Assert.Contains("Nichts gefunden", page.Text, StringComparison.Ordinal);
            Assert.Equal(5, (await page.FollowAsync("Alle Anmeldungen zeigen")).Names().Count);
        }
    }

    [Fact]
    public async Task A_reference_is_found_with_and_without_its_prefix()
    {
        await using var app = new TestApp();
        var anna = await app.RegisterAsync(Cast.Anna);
        await app.RegisterAsync(Cast.Bernd);
        foreach (var search in (string[])[anna.Reference, anna.Reference.ToLowerInvariant(), anna.Reference[3..], anna.Reference.Replace('-', ' ')])
            Assert.Equal(["Öztürk, Anna"], (await SearchAsync(app, search)).Names());
    }

    [Fact]
    public async Task The_reference_of_a_second_sign_up_leads_to_the_first()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Bernd);
        var first = await app.SignUpAsync(Cast.Anna);
        var second = await app.SignUpAsync(Cast.Anna);
        var reference = Page.Words(second.Document.QuerySelector(".nw-reference")!);
        Assert.NotEqual(Page.Words(first.Document.QuerySelector(".nw-reference")!), reference);
        var page = await SearchAsync(app, reference);
        Assert.Equal(["Öztürk, Anna"], page.Names());
        Assert.Contains(reference, (await page.FollowAsync("Öztürk, Anna")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0171 3920012")]
    [InlineData("0171/392 00 12")]
    [InlineData("+49 (0)171 3920012")]
    [InlineData("0049 171 3920012")]
    [InlineData("3920012")]
    public async Task A_phone_number_is_found_however_it_is_spelled(string search)
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Bernd with { Phone = "+49 171 3920012" });
        await app.RegisterAsync(Cast.Anna with { Phone = null });
        Assert.Equal(["Müller-Voß, Bernd"], (await SearchAsync(app, search)).Names());
    }

    /// <summary>More than are put in order one by one.</summary>
    [Fact]
    public async Task A_name_that_many_bear_is_counted_and_paged_like_any_other()
    {
        await using var app = new TestApp();
        var ev = await app.EventAsync();
        var families = Enumerable.Range(1, 1_060).Select(i => Family(ev, "Schulte", i)).Append(Family(ev, "Meyer", 0)).ToList();
        foreach (var family in families.Where(family => family.FamilyName == "Schulte").Take(60)) family.Cancel(ev, ev.DeadlineBound.AddDays(-1));
        await app.DbAsync(async db =>
        {
            db.AddRange(families);
            return await db.SaveChangesAsync();
        });

        var first = await SearchAsync(app, "schulte");
        var last = await first.Client.OpenAsync($"{Desk.Path}?suche=schulte&seite=99");

        Assert.Contains("1060 von 1061 Anmeldungen", first.Text, StringComparison.Ordinal);
        Assert.Contains("1–50 von 1060", first.Text, StringComparison.Ordinal);
        Assert.Equal("Schulte, Nr. 0001", first.Names()[0]);
        Assert.Contains("1051–1060 von 1060", last.Text, StringComparison.Ordinal);
        Assert.Equal([.. Enumerable.Range(1_051, 10).Select(i => $"Schulte, Nr. {i:D4}")], last.Names());
    }

    private static Registration Family(Event ev, string name, int number) => new()
    {
        Id = Guid.CreateVersion7(),
        EventId = ev.Id,
        Reference = $"NW-{number:D6}",
        GivenName = $"Nr. {number:D4}",
        FamilyName = name,
        Email = $"p{number}@example.org",
        ArrivedAt = ev.DeadlineBound.AddDays(-2),
        SortKey = Folding.SortKey(name, $"Nr. {number:D4}"),
        SearchKey = Registration.SearchKeyOf($"Nr. {number:D4}", name, $"p{number}@example.org", $"NW-{number:D6}"),
        LinkHash = Guid.NewGuid().ToByteArray(),
        FamilyKey = $"{number}",
    };

    private static async Task<TestApp> ManyAsync()
    {
        var app = new TestApp();
        foreach (var parent in (Parent[])[Cast.Anna, Cast.Bernd, Cast.Dilan, Juergen, Percent]) await app.RegisterAsync(parent);
        return app;
    }

    private static async Task<Page> SearchAsync(TestApp app, string search) =>
        await SearchAsync(await (await app.SignInAsync(Cast.Staff)).OpenAsync(Desk.Path), search);

    private static Task<Page> SearchAsync(Page list, string search) =>
        Forms.SubmitAsync(list, new Dictionary<string, string>(StringComparer.Ordinal) { ["Name, E-Mail oder Kennung"] = search }, "Suchen");
}
