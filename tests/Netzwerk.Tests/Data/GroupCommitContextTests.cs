using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Data;

/// <summary>Sign-ups that share a commit share nothing else.</summary>
public sealed class GroupCommitContextTests
{
    [Fact]
    public async Task Each_sign_up_of_a_group_keeps_its_own_culture_and_trace()
    {
        await using var app = new TestApp();
        var id = (await app.EventAsync()).Id;
        var seen = new List<(string Name, string Culture, string? Trace)>();
        var waiting = new List<Task>();

        using (await app.Services.GetRequiredService<TurnGate>().WaitAsync(CancellationToken.None))
        {
            foreach (var (parent, culture) in ((Parent, string)[])[(Cast.Anna, "tr"), (Cast.Bernd, "uk"), (Cast.Canan, "pl")])
            {
                // Each as a request of its own, which leaves nothing behind.
                await Task.Run(() =>
                {
                    CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
                    using var trace = new Activity(parent.GivenName).Start();
                    waiting.Add(SendAsync(app, id, parent, seen));
                });
            }
        }
        await Task.WhenAll(waiting);

        Assert.Equal([("Anna", "tr", "Anna"), ("Bernd", "uk", "Bernd"), ("Canan", "pl", "Canan")], seen);
        Assert.Equal(3, (await app.RegistrationsAsync()).Count);
    }

    private static Task<AdmissionOutcome?> SendAsync(TestApp app, Guid eventId, Parent parent, List<(string, string, string?)> seen) => app.Services.GetRequiredService<SignUps>().DecideAsync(
        eventId,
        new SignUpRequest(Guid.CreateVersion7(), app.Services.GetRequiredService<EventClock>().Now, parent.GivenName, parent.FamilyName, parent.Email),
        (_, outcome) =>
        {
            seen.Add((((AdmissionOutcome.Admitted)outcome).Registration.GivenName!, CultureInfo.CurrentUICulture.Name, Activity.Current?.OperationName));
            return null;
        });
}
