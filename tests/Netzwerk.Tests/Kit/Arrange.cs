using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Mails;

namespace Netzwerk.Tests.Kit;

/// <summary>Gets a test to where it begins, past the pages that it is not about.</summary>
public static class Arrange
{
    /// <summary>A registration as the form would have stored it, with its confirmation waiting in the outbox.</summary>
    public static Task<Registration> RegisterAsync(this TestApp app, Parent parent, int furtherAdults = 0, params ChildInCare[] children) =>
        app.RegisterAtAsync(TestApp.Anniversary, parent, furtherAdults, children);

    /// <inheritdoc cref="RegisterAsync"/>
    public static async Task<Registration> RegisterAtAsync(this TestApp app, string slug, Parent parent, int furtherAdults = 0, params ChildInCare[] children)
    {
        var ev = await app.EventAsync(slug);
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<NetzwerkDb>();
        var now = services.GetRequiredService<EventClock>().Now;
        var request = new SignUpRequest(Guid.CreateVersion7(), now, parent.GivenName, parent.FamilyName, parent.Email)
        {
            Phone = parent.Phone is null ? null : PhoneNumber.Parse(parent.Phone),
            FurtherAdults = furtherAdults,
            Children = children,
        };
        var outcome = await services.GetRequiredService<EventTurn>().TakeAsync(ev.Id, async current =>
        {
            var decided = await services.GetRequiredService<Admission>().DecideAsync(current, request);
            if (decided is AdmissionOutcome.Admitted admitted) db.Add(services.GetRequiredService<RegistrationMails>().Confirmation(current, admitted.Registration));
            return decided;
        });
        return outcome is AdmissionOutcome.Admitted done ? done.Registration : throw new InvalidOperationException($"Not admitted: {outcome}");
    }

    /// <summary>The family does not come after all.</summary>
    public static async Task CancelAsync(this TestApp app, Guid registrationId)
    {
        var ev = await app.EventAsync();
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NetzwerkDb>();
        await scope.ServiceProvider.GetRequiredService<EventTurn>().TakeAsync(ev.Id, async current =>
        {
            var registration = await db.Registrations.SingleAsync(candidate => candidate.Id == registrationId);
            registration.Cancel(current, scope.ServiceProvider.GetRequiredService<EventClock>().Now);
            return registration;
        });
    }

    /// <summary>A client that is signed in as this colleague, with all that the role needs; makes the account on first use.</summary>
    public static async Task<HttpClient> SignInAsync(this TestApp app, Colleague colleague)
    {
        var client = app.Browser();
        var answer = await app.EnterAsync(colleague, client);
        return answer.Url.AbsolutePath.StartsWith("/konto", StringComparison.Ordinal) ? throw new InvalidOperationException($"Not signed in: {answer.Text}") : client;
    }

    /// <summary>The session's cookies, as a Cookie header, for requests that shall not change them.</summary>
    public static async Task<string> SessionAsync(this TestApp app, Colleague colleague)
    {
        var cookies = new System.Net.CookieContainer();
        var site = new Uri("https://localhost");
        using var client = app.CreateDefaultClient(site, new Microsoft.AspNetCore.Mvc.Testing.Handlers.RedirectHandler(), new Microsoft.AspNetCore.Mvc.Testing.Handlers.CookieContainerHandler(cookies));
        await app.EnterAsync(colleague, client);
        return string.Join("; ", cookies.GetCookies(site).Where(cookie => cookie.Name.EndsWith("netzwerk", StringComparison.Ordinal)));
    }

    /// <summary>Through the real sign-in pages. Everybody carries the app without which nobody sees anything.</summary>
    private static async Task<Page> EnterAsync(this TestApp app, Colleague colleague, HttpClient client)
    {
        var id = await app.AccountAsync(colleague);
        await app.GiveAuthenticatorAsync(id);
        var form = await client.OpenAsync("/konto/anmelden");
        return await app.ConfirmAsync(await Forms.SubmitAsync(form, new Dictionary<string, string> { ["E-Mail-Adresse"] = colleague.Email, ["Passwort"] = Colleague.Password }, "Anmelden"));
    }

    /// <param name="eventId">The role for this event only; without it for all.</param>
    public static async Task<Guid> AccountAsync(this TestApp app, Colleague colleague, Guid? eventId = null)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        if (await accounts.FindByNameAsync(colleague.Email) is { } known) return known.Id;
        var account = new Account { UserName = colleague.Email, Email = colleague.Email, EmailConfirmed = true, DisplayName = colleague.Name };
        var made = await accounts.CreateAsync(account, Colleague.Password);
        if (!made.Succeeded) throw new InvalidOperationException(string.Join(" ", made.Errors.Select(error => error.Description)));
        var db = scope.ServiceProvider.GetRequiredService<NetzwerkDb>();
        db.Add(new RoleAssignment { AccountId = account.Id, Role = colleague.Role, EventId = eventId });
        await db.SaveChangesAsync();
        return account.Id;
    }
}
