using Microsoft.EntityFrameworkCore;
using Netzwerk.Domain;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Upgrades;

/// <summary>
/// Makes the sample of the schema as it is now. To be run once, when the schema lands on main:
/// <c>NETZWERK_MAKE_SAMPLE=1 dotnet test tests/Netzwerk.Tests --filter SampleMaking</c>, then commit the new folder.
/// </summary>
public sealed class SampleMaking
{
    [Fact]
    public async Task A_small_installation_is_kept_when_asked_for()
    {
        if (Environment.GetEnvironmentVariable("NETZWERK_MAKE_SAMPLE") is null) return;
        await using var app = new TestApp();
        var organizer = await app.SignInAsync(Cast.Organizer);
        await app.AccountAsync(Cast.Staff);
        await app.AccountAsync(Cast.Carer, (await app.EventAsync()).Id);
        await app.ChangeEventAsync(ev => ev.Seats = 120);
        var stays = await app.RegisterAsync(Cast.Anna, 1, new ChildInCare("Ömer", 4, false), new ChildInCare("Ada", 11, true));
        var cancelled = await app.RegisterAsync(Cast.Bernd);
        var erased = await app.RegisterAsync(Cast.Canan, 0, new ChildInCare("Can", 7, false));
        await app.DeliverMailAsync();
        await app.CancelAsync(cancelled.Id);
        await Forms.SubmitAsync(await organizer.OpenAsync($"/verwaltung/veranstaltungen/{TestApp.Anniversary}/anmeldungen/{erased.Id}/loeschen"), new Dictionary<string, string>(StringComparer.Ordinal), "Ja, endgültig löschen");
        await app.RegisterAsync(Cast.Dilan);

        var link = app.Inbox.To(Cast.Anna.Email).Single(mail => mail.Text.Contains(stays.Reference, StringComparison.Ordinal)).PersonalLink!;
        Assert.Equal(1, (await app.RegistrationsAsync()).Count(registration => registration.ErasedAt is not null));
        var migration = await app.DbAsync(async db => (await db.Database.GetAppliedMigrationsAsync()).Last());
        Sample.TakeFrom(app.DataFolder, migration, link);
    }
}
