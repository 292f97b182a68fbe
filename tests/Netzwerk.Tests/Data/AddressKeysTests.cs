using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Mail;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Data;

/// <summary>One address is one, however its domain is spelled: for families, links, limits and accounts, also those stored before.</summary>
public sealed class AddressKeysTests
{
    private const string Spelled = "anna@ｍüller．example";
    private const string Ascii = "anna@xn--mller-kva.example";
    private const string Plain = "anna@müller.example";

    [Fact]
    public async Task The_same_family_under_another_spelling_of_its_domain_is_the_same_family()
    {
        await using var app = new TestApp();
        await app.SignUpAsync(Cast.Anna with { Email = Spelled });
        await app.SignUpAsync(Cast.Anna with { Email = Ascii });

        Assert.Equal(Plain, Assert.Single(await app.RegistrationsAsync()).Email);
        Assert.Equal(1, await app.DbAsync(db => db.RepeatedSignUps.CountAsync()));
        Assert.Equal([Plain], await app.DbAsync(db => db.Set<OutboxMail>().Select(mail => mail.AddressKey).Distinct().ToListAsync()));
    }

    [Theory]
    [InlineData(Spelled)]
    [InlineData(Ascii)]
    [InlineData("ANNA@MÜLLER.EXAMPLE")]
    public async Task A_link_is_found_by_every_spelling(string typed)
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna with { Email = Plain });

        await Forms.SubmitAsync(await app.OpenAsync("/anmeldung/link"), new Dictionary<string, string> { ["E-Mail-Adresse"] = typed });
        await app.Services.GetRequiredService<Netzwerk.Features.MyRegistration.LinkRequests>().SendDueAsync();

        Assert.Equal(1, await app.DbAsync(db => db.Set<OutboxMail>().CountAsync(mail => mail.Kind == MailKind.Link)));
    }

    [Fact]
    public async Task An_account_is_found_by_every_spelling_and_made_once()
    {
        await using var app = new TestApp();
        await app.AccountAsync(Cast.Staff with { Email = Plain });

        var answer = await Forms.SubmitAsync(await app.OpenAsync("/konto/anmelden"), new Dictionary<string, string> { ["E-Mail-Adresse"] = Ascii, ["Passwort"] = Colleague.Password }, "Anmelden");
        var again = await Forms.SubmitAsync(
            await (await app.SignInAsync(Cast.Organizer)).OpenAsync("/verwaltung/konten/neu"), new Dictionary<string, string> { ["Name"] = "Noch einer", ["E-Mail-Adresse"] = Spelled, ["Mitarbeit: Anmeldungen ansehen und aufnehmen, öffnen und schließen"] = Forms.Ticked });

        Assert.DoesNotContain("E-Mail-Adresse oder Passwort", answer.Text, StringComparison.Ordinal);
        Assert.StartsWith("Zu dieser Adresse gibt es schon ein Konto", again.ErrorAt("E-Mail-Adresse"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_of_earlier_versions_are_renewed_once_and_two_families_stay_two()
    {
        await using var app = new TestApp();
        var (first, second) = (await app.RegisterAsync(Cast.Anna with { Email = Plain }), await app.RegisterAsync(Cast.Bernd with { Email = Plain }));
        await app.AccountAsync(Cast.Staff);
        await app.DbAsync(async db =>
        {
            await db.Registrations.ExecuteUpdateAsync(set => set.SetProperty(r => r.Email, Ascii).SetProperty(r => r.EmailKey, Ascii).SetProperty(r => r.FamilyKey, r => "earlier " + r.Reference));
            await db.Users.ExecuteUpdateAsync(set => set.SetProperty(account => account.Email, Ascii).SetProperty(account => account.NormalizedEmail, Ascii).SetProperty(account => account.NormalizedUserName, Ascii));
            // The same family twice under the earlier keys: both now are Anna.
            await db.Registrations.Where(r => r.Id == second.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.GivenName, Cast.Anna.GivenName).SetProperty(r => r.FamilyName, Cast.Anna.FamilyName));
            await db.Settings.Where(setting => setting.Key == StoredSetting.AddressKeysRenewed).ExecuteDeleteAsync();
            await AddressKeys.RenewAsync(db);
            return await AgainAsync(db);
        });

        var stored = await app.RegistrationsAsync();
        Assert.All(stored, r => Assert.Equal(Plain, r.EmailKey));
        Assert.Equal([FamilyIdentity.KeyOf(Plain, Cast.Anna.GivenName, Cast.Anna.FamilyName), "earlier " + second.Reference], stored.Select(r => r.FamilyKey));
        Assert.Equal(first.Id, stored[0].Id);
        var account = await app.DbAsync(db => db.Users.SingleAsync());
        Assert.Equal((Plain.ToUpperInvariant(), Plain.ToUpperInvariant()), (account.NormalizedEmail, account.NormalizedUserName));

        static async Task<int> AgainAsync(NetzwerkDb db)
        {
            await AddressKeys.RenewAsync(db);
            return await db.Settings.CountAsync(setting => setting.Key == StoredSetting.AddressKeysRenewed);
        }
    }
}
