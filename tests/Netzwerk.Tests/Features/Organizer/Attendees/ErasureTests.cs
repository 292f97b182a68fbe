using Microsoft.EntityFrameworkCore;
using Netzwerk.Domain;
using Netzwerk.Mail;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Organizer.Attendees;

public sealed class ErasureTests
{
    /// <summary>Every part of it is a word that stands nowhere else.</summary>
    private static readonly Parent Canary = new("Zwitscherine", "Gelbfeder", "kanarien.vogel@nest.example", "0171 4443322");

    private static readonly string[] Words = ["Zwitscherine", "zwitscherine", "Gelbfeder", "gelbfeder", "kanarien.vogel", "4443322", "Piepmatz", "Volieren"];

    [Fact]
    public async Task After_an_erasure_neither_database_file_nor_log_holds_anything_of_the_person()
    {
        await using var app = new TestApp();
        await app.SignUpAsync(Canary, question: "Gibt es Volieren?", children: new ChildInCare("Piepmatz", 4, true));
        await app.SignUpAsync(Canary);
        await app.RegisterAsync(Cast.Bernd);
        await app.DeliverMailAsync();
        Assert.All(Words, trace => Assert.True(StoredAnywhere(app, trace), $"{trace} should be there before, else this test proves nothing"));

        var canary = (await app.RegistrationsAsync()).Single(r => r.FamilyName == Canary.FamilyName);
        var page = await EraseAsync(app, canary);
        Assert.Equal("Angaben gelöscht", page.Heading);
        Assert.All(Words, trace => Assert.False(StoredAnywhere(app, trace), $"{trace} is still there"));
        Assert.True(StoredAnywhere(app, Cast.Bernd.Email));
    }

    [Fact]
    public async Task Mails_that_were_written_to_files_go_too_and_only_those_of_the_person()
    {
        await using var app = new TestApp();
        var anna = await app.RegisterAsync(Cast.Anna);
        await app.RegisterAsync(Cast.Bernd);
        var mails = Path.Combine(app.DataFolder, "mails");
        app.Inbox.Answer = message =>
        {
            File.WriteAllText(Path.Combine(mails, $"20221024T080000000Z_{message.MessageId}.eml.tmp"), "left by a killed process");
            return new FolderTransport(mails, TimeProvider.System).SendAsync(message, CancellationToken.None).GetAwaiter().GetResult();
        };
        await app.DeliverMailAsync();
        Assert.Equal(4, Directory.GetFiles(mails).Length);

        await EraseAsync(app, anna);

        var left = await app.DbAsync(db => db.Set<OutboxMail>().Select(mail => mail.MessageId).SingleAsync());
        Assert.Equal(2, Directory.GetFiles(mails).Length);
        Assert.All(Directory.GetFiles(mails), file => Assert.Contains(left, file, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Counts_and_seats_stay_and_the_list_shows_that_somebody_was_erased()
    {
        await using var app = new TestApp();
        var anna = await app.RegisterAsync(Cast.Anna, furtherAdults: 1, new ChildInCare("Mira", 7, true));
        var page = await EraseAsync(app, anna);
        Assert.StartsWith("Die Angaben zur Person sind gelöscht.", Page.Words(page.Document.QuerySelector("[role=status]")!), StringComparison.Ordinal);
        Assert.Contains($"Angaben gelöscht Mo.,\u00A024.\u00A0Oktober, 10:00\u00A0Uhr, von {Cast.Organizer.Name}", page.Text, StringComparison.Ordinal);
        Assert.Equal(3, (await app.EventAsync()).SeatsTaken);
        var list = await page.Client.OpenAsync(Desk.Path);
        Assert.Equal([$"Gelöscht, {anna.Reference}"], list.Names());
        Assert.Contains("2 Erw. 1 Kind", Page.Words(list.Document.QuerySelector("tbody tr")!), StringComparison.Ordinal);
        Assert.Equal((AuditAct.Erased, Cast.Organizer.Name), (await app.AuditOfAsync(anna.Id)).Select(entry => (entry.Act, entry.By!)).Last());
    }

    [Fact]
    public async Task An_erased_family_can_still_be_cancelled_which_frees_its_seats_without_a_mail()
    {
        await using var app = new TestApp();
        var anna = await app.RegisterAsync(Cast.Anna);
        var page = await EraseAsync(app, anna);
        await Forms.SubmitAsync(await page.FollowAsync("Familie abmelden …"), "Ja, abmelden");
        Assert.Equal(0, (await app.EventAsync()).SeatsTaken);
        Assert.Equal(0, await app.DbAsync(db => db.Set<OutboxMail>().CountAsync()));
    }

    [Fact]
    public async Task The_personal_link_and_the_old_form_bring_nobody_back()
    {
        await using var app = new TestApp();
        var check = Forms.Fill(await app.ToCheckAsync(Cast.Anna), new Dictionary<string, string>(StringComparer.Ordinal), "Jetzt anmelden");
        await check.SendAsync();
        var again = Forms.Fill(await app.ToCheckAsync(Cast.Anna), new Dictionary<string, string>(StringComparer.Ordinal), "Jetzt anmelden");
        await again.SendAsync();
        await app.DeliverMailAsync();
        var link = app.Inbox.To(Cast.Anna.Email)[0].PersonalLink!;
        await EraseAsync(app, (await app.RegistrationsAsync()).Single());
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await app.OpenAsync(link)).Status);
        await check.SendAsync();
        await again.SendAsync();
        Assert.Null((await app.RegistrationsAsync()).Single().Email);
    }

    [Fact]
    public async Task Erasing_explains_first_what_stays_and_how_seats_become_free()
    {
        await using var app = new TestApp();
        var anna = await app.RegisterAsync(Cast.Anna, children: new ChildInCare("Mira", 7, true));
        var page = await (await (await app.SignInAsync(Cast.Organizer)).OpenAsync(Desk.PathOf(anna))).FollowAsync("Angaben löschen …");
        Assert.Contains("1 erwachsene Person, 1 Kind", page.Text, StringComparison.Ordinal);
        Assert.Contains("Die Plätze bleiben belegt", page.Text, StringComparison.Ordinal);
        Assert.Equal("Familie abmelden?", (await page.FollowAsync("melden Sie sie zuerst ab")).Heading);
        Assert.NotNull((await app.RegistrationsAsync()).Single().Email);
    }

    private static async Task<Page> EraseAsync(TestApp app, Registration registration) =>
        await Forms.SubmitAsync(await (await app.SignInAsync(Cast.Organizer)).OpenAsync(Desk.PathOf(registration) + "/loeschen"), "Ja, endgültig löschen");

    private static bool StoredAnywhere(TestApp app, string trace) => Traces.Of(app, trace).Count > 0;
}
