using Netzwerk.Features.Legal;
using Netzwerk.Features.Shared.Legal;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Legal;

public sealed class LegalPagesTests
{
    [Theory]
    [InlineData("/impressum", "Landkreis Probe")]
    [InlineData("/impressum", "Probeweg 1")]
    [InlineData("/datenschutz", "datenschutz@netzwerk.test")]
    [InlineData("/datenschutz", "Aufsicht Probe")]
    [InlineData("/barrierefreiheit", "barrieren@netzwerk.test")]
    [InlineData("/barrierefreiheit", "Schlichtung Probe")]
    public async Task What_only_the_operator_knows_comes_from_the_settings(string path, string text)
    {
        await using var app = new TestApp();

        var page = await app.OpenAsync(path);

        Assert.Contains(text, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_text_is_left_out_for_visitors_and_marked_for_organisers()
    {
        await using var app = new TestApp(("Legal:ArbitrationBody", ""));
        using var organiser = await app.SignInAsync(Cast.Organizer);
        using var staff = await app.SignInAsync(Cast.Staff);

        Assert.DoesNotContain("Schlichtungsstelle", (await app.OpenAsync("/barrierefreiheit")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Legal:ArbitrationBody", (await staff.OpenAsync("/barrierefreiheit")).Text, StringComparison.Ordinal);
        Assert.Contains("Legal:ArbitrationBody", (await organiser.OpenAsync("/barrierefreiheit")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_right_to_object_stands_on_its_own()
    {
        await using var app = new TestApp();

        var page = await app.OpenAsync("/datenschutz");

        var section = page.Document.QuerySelector("section[aria-labelledby='widerspruch']");
        Assert.NotNull(section);
        Assert.Contains("Artikel\u00A021 DSGVO", Page.Words(section), StringComparison.Ordinal);
        Assert.Contains("Artikel\u00A06 Absatz\u00A01 Buchstabe\u00A0e", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task How_long_families_data_stay_follows_from_the_events()
    {
        await using var app = new TestApp();
        Assert.Contains("Angaben zu Kindern 7\u00A0Tage nach der Veranstaltung, die Anmeldung 30\u00A0Tage nach der Veranstaltung", (await app.OpenAsync("/datenschutz")).Text, StringComparison.Ordinal);

        await app.ChangeEventAsync(ev => (ev.ChildrenKeptDays, ev.RegistrationsKeptDays) = (1, 14));
        Assert.Contains("Angaben zu Kindern 1\u00A0Tag nach der Veranstaltung, die Anmeldung 14\u00A0Tage nach der Veranstaltung", (await app.OpenAsync("/datenschutz")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Melden Sie sich vorher ab, zählen die Tage ab Ihrer Abmeldung.")]
    [InlineData("mit Ihrem Namen im Protokoll, jeder Eintrag 365\u00A0Tage lang")]
    public async Task It_says_from_when_the_days_count_and_how_long_colleagues_names_stay(string sentence)
    {
        await using var app = new TestApp();

        Assert.Contains(sentence, (await app.OpenAsync("/datenschutz")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Wer verantwortlich ist")]
    [InlineData("Datenschutzbeauftragte oder Datenschutzbeauftragter")]
    [InlineData("Wofür")]
    [InlineData("Auf welcher Grundlage")]
    [InlineData("Müssen Sie die Angaben machen?")]
    [InlineData("Wer Ihre Angaben sieht")]
    [InlineData("Wie lange wir speichern")]
    [InlineData("Ihre Rechte")]
    [InlineData("Sie können widersprechen")]
    [InlineData("Beschwerde")]
    public async Task The_privacy_page_answers_what_article_13_asks(string heading)
    {
        await using var app = new TestApp();

        Assert.Contains(heading, (await app.OpenAsync("/datenschutz")).Document.QuerySelectorAll("h2, h3").Select(Page.Words));
    }

    [Fact]
    public void Settings_that_are_missing_are_named_as_the_operator_types_them()
    {
        var texts = new LegalOptions { Operator = "Landkreis Probe", Address = " ", Email = "post@netzwerk.test", FeedbackContact = "x", ArbitrationBody = "x" };

        Assert.Equal(["Legal:Address", "Legal:DataProtectionOfficer", "Legal:SupervisoryAuthority"], texts.Missing);
    }

    [Fact]
    public void An_address_may_have_lines_and_so_may_an_environment_variable()
    {
        Assert.Equal(["Probeweg 1", "12345 Probe"], new SettingText("Legal:Address", "Probeweg 1\n12345 Probe", false).Lines);
        Assert.Equal(["Probeweg 1", "12345 Probe"], new SettingText("Legal:Address", "Probeweg 1\\n12345 Probe", false).Lines);
    }
}
