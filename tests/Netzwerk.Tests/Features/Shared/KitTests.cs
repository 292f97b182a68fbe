using System.Net;
using Netzwerk.Domain;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Shared;

public sealed class KitTests
{
    [Fact]
    public async Task The_style_sheet_is_served_as_after_a_publish()
    {
        await using var app = new TestApp();
        var page = await app.OpenAsync("/");
        var sheet = page.Document.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;

        var answer = await app.Browser().GetAsync(sheet);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/css", answer.Content.Headers.ContentType!.MediaType);
        Assert.True((await answer.Content.ReadAsStringAsync()).Length > 10_000);
    }

    [Fact]
    public async Task A_live_site_answers_on_a_socket()
    {
        await using var app = new LiveApp();
        using var client = new HttpClient { BaseAddress = app.Address };

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/veranstaltungen/jubilaeum-2022/anmeldung")).StatusCode);
    }

    [Fact]
    public async Task Signed_in_colleagues_are_known_to_the_site()
    {
        await using var app = new TestApp();
        var client = await app.SignInAsync(Cast.Organizer);

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/datenschutz")).StatusCode);
        Assert.Equal(Role.Organizer, Assert.Single(await app.DbAsync(db => Task.FromResult(db.RoleAssignments.ToList()))).Role);
    }

    [Fact]
    public async Task The_data_directory_goes_with_the_app()
    {
        string folder;
        await using (var app = new TestApp())
        {
            await app.RegisterAsync(Cast.Anna, 1, new ChildInCare("Mia", 4, false));
            folder = app.DataFolder;
            Assert.True(Directory.Exists(folder));
        }

        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task A_missing_field_is_named()
    {
        await using var app = new TestApp();
        var page = await app.OpenAsync(Answers.FormPath);

        var lack = Assert.Throws<InvalidOperationException>(() => Forms.Fill(page, new Dictionary<string, string> { ["Geburtsdatum"] = "1.1.1990" }));

        Assert.Contains("has no field „Geburtsdatum“", lack.Message, StringComparison.Ordinal);
    }
}
