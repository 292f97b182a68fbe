using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Data;

/// <summary>Never one seat too many.</summary>
public sealed class RaceTests
{
    /// <summary>Each tenth family is taken in by hand, which goes another way to the same turn.</summary>
    [Fact]
    public async Task A_thousand_at_once_for_fifty_seats_leave_exactly_fifty()
    {
        await using var app = new TestApp();
        await app.ChangeEventAsync(ev => ev.Seats = 50);
        var id = (await app.EventAsync()).Id;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 1_000).Select(number => Task.Run(() => number % 10 == 0 ? TakeInAsync(app, id, number) : AskAsync(app, id, number))));

        Assert.Equal(50, outcomes.Count(outcome => outcome is AdmissionOutcome.Admitted));
        Assert.All(outcomes.Where(outcome => outcome is not AdmissionOutcome.Admitted), outcome => Assert.Equal(new AdmissionOutcome.Refused(Refusal.Full), outcome));
        Assert.Equal(50, (await app.RegistrationsAsync()).Sum(registration => registration.Party.Seats));
        Assert.Equal(50, (await app.EventAsync()).SeatsTaken);
    }

    [Fact]
    public async Task Over_HTTP_families_are_never_split_and_childcare_never_overbooked()
    {
        await using var app = new TestApp();
        await app.ChangeEventAsync(ev => (ev.Seats, ev.ChildcareSeats) = (20, 7));
        var forms = new List<FilledForm>();
        for (var i = 0; i < 30; i++)
        {
            var check = await app.ToCheckAsync(new Parent($"Nr{i}", "Viele", $"nr{i}@example.org", "0171 3920012"), children: [new ChildInCare("Mia", 4, false), .. i % 2 == 0 ? new[] { new ChildInCare("Ben", 1, false) } : []]);
            forms.Add(Forms.Fill(check, new Dictionary<string, string>(), "Jetzt anmelden"));
        }

        var answers = await Task.WhenAll(forms.Select(form => form.SendAsync()));

        var stored = await app.RegistrationsAsync();
        Assert.Equal(stored.Count, answers.Count(answer => answer.Heading == "Sie sind angemeldet"));
        Assert.Equal(stored.Sum(registration => registration.ChildrenInCare), (await app.EventAsync()).ChildcareTaken);
        Assert.InRange((await app.EventAsync()).ChildcareTaken, 6, 7);
        Assert.InRange((await app.EventAsync()).SeatsTaken, 0, 20);
        Assert.All(stored, registration => Assert.Equal(registration.Children.Count, registration.ChildrenInCare));
        Assert.Equal(stored.Count, await app.DeliverMailAsync());
    }

    /// <summary>The negative control: whoever counts before the transaction sells seats twice, so the test above is able to fail.</summary>
    [Fact]
    public async Task Without_the_turn_the_same_rush_overbooks()
    {
        await using var app = new TestApp();
        await app.ChangeEventAsync(ev => ev.Seats = 5);
        var id = (await app.EventAsync()).Id;
        using var everybodyCounted = new Barrier(10);

        await Task.WhenAll(Enumerable.Range(0, 10).Select(number => Task.Factory.StartNew(() => CountThenInsertAsync(app, id, number, everybodyCounted).GetAwaiter().GetResult(), TaskCreationOptions.LongRunning)));

        Assert.True((await app.RegistrationsAsync()).Count > 5);
    }

    /// <summary>More than are stored together.</summary>
    [Fact]
    public async Task Who_comes_first_is_served_first()
    {
        await using var app = new TestApp();
        await app.ChangeEventAsync(ev => ev.Seats = 100);
        var id = (await app.EventAsync()).Id;
        var gate = app.Services.GetRequiredService<TurnGate>();
        var waiting = new List<Task<AdmissionOutcome>>();
        using (await gate.WaitAsync(CancellationToken.None))
        {
            for (var number = 0; number < 150; number++) waiting.Add(AskAsync(app, id, number));
        }

        var outcomes = await Task.WhenAll(waiting);

        Assert.All(outcomes[..100], outcome => Assert.IsType<AdmissionOutcome.Admitted>(outcome));
        Assert.All(outcomes[100..], outcome => Assert.IsType<AdmissionOutcome.Refused>(outcome));
        // And somebody answers when the line was empty for a while.
        Assert.IsType<AdmissionOutcome.Refused>(await AskAsync(app, id, 150));
    }

    /// <summary>They wait together, so they would be stored together.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_cannot_be_stored_spoils_nobody_else_s_sign_up(bool inTheDatabase)
    {
        await using var app = new TestApp();
        var id = (await app.EventAsync()).Id;
        var taken = new AuditEntry { At = DateTime.UnixEpoch, Act = AuditAct.SignedUp };
        await app.DbAsync(db =>
        {
            db.Add(taken);
            return db.SaveChangesAsync();
        });
        object? Bad() => inTheDatabase ? new AuditEntry { Id = taken.Id, At = DateTime.UnixEpoch, Act = AuditAct.SignedUp } : throw new InvalidOperationException("Kein Brief");
        var line = app.Services.GetRequiredService<SignUps>();
        List<Task<AdmissionOutcome?>> asked;
        using (await app.Services.GetRequiredService<TurnGate>().WaitAsync(CancellationToken.None))
        {
            asked = [.. Enumerable.Range(0, 6).Select(number => line.DecideAsync(id, Request(app, number), (_, _) => number == 2 ? Bad() : null))];
        }

        await Assert.ThrowsAnyAsync<Exception>(() => asked[2]);
        foreach (var other in asked.Where((_, number) => number != 2)) Assert.IsType<AdmissionOutcome.Admitted>(await other);
        Assert.Equal(5, (await app.RegistrationsAsync()).Count);
        Assert.Equal(5, (await app.EventAsync()).SeatsTaken);
    }

    [Fact]
    public async Task What_fails_in_its_turn_leaves_nothing_and_lets_the_next_one_in()
    {
        await using var app = new TestApp();
        var ev = await app.EventAsync();
        await using var scope = app.Services.CreateAsyncScope();
        var turn = scope.ServiceProvider.GetRequiredService<EventTurn>();

        await Assert.ThrowsAsync<InvalidOperationException>(() => turn.TakeAsync<Event>(ev.Id, current =>
        {
            current.Take(new Party(3, 0));
            throw new InvalidOperationException("Strom weg");
        }));

        Assert.Equal(0, (await app.EventAsync()).SeatsTaken);
        Assert.IsType<AdmissionOutcome.Admitted>(await AskAsync(app, ev.Id, 1));
    }

    private static async Task<AdmissionOutcome> AskAsync(TestApp app, Guid eventId, int number) =>
        (await app.Services.GetRequiredService<SignUps>().DecideAsync(eventId, Request(app, number), (_, _) => null).WaitAsync(TimeSpan.FromMinutes(2)))!;

    private static async Task<AdmissionOutcome> TakeInAsync(TestApp app, Guid eventId, int number)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var admission = scope.ServiceProvider.GetRequiredService<Admission>();
        return (await scope.ServiceProvider.GetRequiredService<EventTurn>().TakeAsync(eventId, ev => admission.DecideAsync(ev, Request(app, number))))!;
    }

    private static async Task CountThenInsertAsync(TestApp app, Guid eventId, int number, Barrier everybodyCounted)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NetzwerkDb>();
        var ev = await db.Events.AsNoTracking().SingleAsync(candidate => candidate.Id == eventId);
        var fits = await db.Registrations.CountAsync(registration => registration.EventId == eventId) < ev.Seats;
        everybodyCounted.SignalAndWait();
        if (!fits) return;
        await scope.ServiceProvider.GetRequiredService<Admission>().DecideAsync(ev, Request(app, number));
        await db.SaveChangesAsync();
    }

    private static SignUpRequest Request(TestApp app, int number) =>
        new(Guid.CreateVersion7(), app.Clock.GetUtcNow().UtcDateTime, $"Nr{number}", "Viele", $"nr{number}@example.org");
}
