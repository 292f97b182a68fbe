using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Organizer.Attendees;

public sealed class SearchTests
{
    /// <summary>Spelled out on the phone by somebody without umlauts on the keyboard.</summary>
    private static readonly Parent Juergen = new("Juergen", "Groß", "j.gross@example.org", null);

    private static readonly Parent Percent = new("Per%Cent", "Under_Score", "wild@example.org", null);

    [Theory]
    [InlineData("müller", "Müller-Voß, Bernd")]
    [InlineData("muller", "Müller-Voß, Bernd")]
    [InlineData("mueller", "Müller-Voß, Bernd")]
    [InlineData("MÜLLER", "Müller-Voß, Bernd")]
    [InlineData("Voss", "Müller-Voß, Bernd")]
    [InlineData("bernd müller", "Müller-Voß, Bernd")]
    [InlineData("müller bernd", "Müller-Voß, Bernd")]
    [InlineData("ozturk anna", "Öztürk, Anna")]
    [InlineData("oeztuerk  anna ", "Öztürk, Anna")]
    [InlineData("sahin", "O'Şahin, Đ")]
    [InlineData("jürgen", "Groß, Juergen")]
    [InlineData("jurgen gross", "Groß, Juergen")]
    [InlineData("example.com", "Müller-Voß, Bernd")]
    [InlineData("BERND@EXAMPLE", "Müller-Voß, Bernd")]
    [InlineData("\u202Ebernd", "Müller-Voß, Bernd")]
    [InlineData("%", "Under_Score, Per%Cent")]
    [InlineData("_", "Under_Score, Per%Cent")]
    [InlineData("r%c", "Under_Score, Per%Cent")]
    [InlineData("r_s", "Under_Score, Per%Cent")]
    public async Task A_search_finds_names_and_addresses_however_they_are_spelled(string search, string found)
    {
        await using var app = await ManyAsync();
        Assert.Equal([found], (await SearchAsync(app, search)).Names());
    }

    [Theory]
    [InlineData("b%d")]
    [InlineData("b_rnd")]
    [InlineData("\\")]
    [InlineData("' OR 1=1 --")]
    [InlineData("bernd öztürk")]
    [InlineData("<script>")]
    public async Task What_nobody_is_called_finds_nobody_and_says_so(string search)
    {
        await using var app = await ManyAsync();
        var page = await SearchAsync(app, search);
        Assert.Contains("Nichts gefunden", page.Text, StringComparison.Ordinal);
        Assert.Equal(5, (await page.FollowAsync("Alle Anmeldungen zeigen")).Names().Count);
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

    private static async Task<TestApp> ManyAsync()
    {
        var app = new TestApp();
        foreach (var parent in (Parent[])[Cast.Anna, Cast.Bernd, Cast.Dilan, Juergen, Percent]) await app.RegisterAsync(parent);
        return app;
    }

    private static async Task<Page> SearchAsync(TestApp app, string search)
    {
        var page = await (await app.SignInAsync(Cast.Staff)).OpenAsync(Desk.Path);
        return await Forms.SubmitAsync(page, new Dictionary<string, string>(StringComparer.Ordinal) { ["Name, E-Mail oder Kennung"] = search }, "Suchen");
    }
}
