using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Features.Shared.Access;

namespace Netzwerk.Features.Accounts;

/// <summary>
/// Two ends of a session besides the idle hours and a new password: twelve hours after the sign-in, however busy it was (OWASP ASVS 5.0,
/// V7.3.2), and the sign-out, after which also a copied cookie opens nothing (V7.4.1). A new security stamp would do that too, but would
/// throw out the colleague's other devices. What ended is remembered in the database, for all processes, until it would be too old anyway.
/// </summary>
public sealed class SessionEnds(TurnGate gate, TimeProvider clock)
{
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <summary>How long a sign-in speaks for changes to what one signs in with (OWASP ASVS 5.0, V7.5.1).</summary>
    public static readonly TimeSpan Recent = TimeSpan.FromMinutes(15);

    private const string Id = "netzwerk.session", Began = "netzwerk.began", Proved = "netzwerk.proved";

    public static void Guard(CookieAuthenticationEvents events)
    {
        var checkStamp = events.OnValidatePrincipal;
        events.OnSigningIn = context =>
        {
            Of(context.HttpContext).Begin(context.Properties);
            var account = Guid.TryParse(context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : (Guid?)null;
            SecurityLog.Of(context.HttpContext).SessionBegun(account, context.Principal is { } user && SecondFactorProof.IsIn(user));
            return Task.CompletedTask;
        };
        events.OnSignedIn = context =>
        {
            context.HttpContext.RequestServices.GetRequiredService<KnownDevices>().Remember(context.HttpContext, context.Principal);
            return Task.CompletedTask;
        };
        events.OnValidatePrincipal = async context =>
        {
            if (!await Of(context.HttpContext).IsOverAsync(context.Properties, context.HttpContext))
            {
                await checkStamp(context);
                return;
            }
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(context.Scheme.Name);
        };
    }

    /// <param name="ticket">Of the session that its owner ends.</param>
    public async Task EndAsync(AuthenticationProperties? ticket, NetzwerkDb db)
    {
        if (ticket?.GetString(Id) is not { } id) return;
        var now = clock.GetUtcNow().UtcDateTime;
        using var turn = await gate.WaitAsync(CancellationToken.None);
        // Signed out twice at once, it ends once.
        await db.Database.ExecuteSqlAsync($"""INSERT INTO "EndedSessions" ("Id", "Until") VALUES ({id}, {now + Longest}) ON CONFLICT DO NOTHING""");
    }

    /// <summary>The owner has just shown the password again.</summary>
    public void Prove(AuthenticationProperties ticket) => Note(ticket, Proved);

    public bool IsRecent(AuthenticationProperties? ticket) =>
        ticket is not null
        && (At(ticket, Proved) ?? At(ticket, Began)) is { } shown
        && clock.GetUtcNow() - shown < Recent
        && !clock.IsInFuture(shown);

    private static SessionEnds Of(HttpContext http) => http.RequestServices.GetRequiredService<SessionEnds>();

    private void Begin(AuthenticationProperties ticket)
    {
        // A new password renews the ticket, and not the session.
        if (ticket.GetString(Id) is not null) return;
        ticket.SetString(Id, Guid.NewGuid().ToString("N"));
        Note(ticket, Began);
    }

    private void Note(AuthenticationProperties ticket, string what) => ticket.SetString(what, clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));

    private static DateTimeOffset? At(AuthenticationProperties ticket, string what) =>
        long.TryParse(ticket.GetString(what), CultureInfo.InvariantCulture, out var seconds) ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    private async Task<bool> IsOverAsync(AuthenticationProperties ticket, HttpContext http) =>
        ticket.GetString(Id) is not { } id
        || At(ticket, Began) is not { } began
        || clock.GetUtcNow() - began >= Longest
        || clock.IsInFuture(began)
        // Identity would look at the security stamp no sooner than that.
        || (ticket.IssuedUtc is { } issued && clock.IsInFuture(issued))
        || await http.RequestServices.GetRequiredService<NetzwerkDb>().EndedSessions.AnyAsync(session => session.Id == id);
}
