using Netzwerk.Domain;
using Netzwerk.Tests.Features.Organizer.Attendees;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Domain;

/// <summary>The ids that forms bring become ids in the database.</summary>
public sealed class FormKeyTests
{
    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    [Fact]
    public void Keys_of_this_program_count_from_a_year_ago_to_tomorrow()
    {
        foreach (var age in (TimeSpan[])[TimeSpan.Zero, TimeSpan.FromDays(30), TimeSpan.FromDays(365), TimeSpan.FromHours(-23)])
        {
            var key = Guid.CreateVersion7(Now - age);
            Assert.Equal(key, FormKey.OrNew(key));
        }
    }

    [Fact]
    public void Keys_that_nobody_here_made_are_none()
    {
        var forged = new[]
        {
            Guid.Empty, Guid.AllBitsSet, Guid.NewGuid(), Guid.CreateVersion7(Now.AddDays(2)), Guid.CreateVersion7(Now.AddDays(-400)), Guid.CreateVersion7(DateTimeOffset.UnixEpoch),
            Guid.Parse("ffffffff-ffff-7fff-8fff-ffffffffffff"), Guid.Parse(Guid.CreateVersion7(Now).ToString()[..19] + "c" + Guid.CreateVersion7(Now).ToString()[20..]),
        };
        foreach (var key in forged)
        {
            Assert.False(FormKey.IsPlausible(key), key.ToString());
            Assert.True(FormKey.IsPlausible(FormKey.OrNew(key)));
        }
    }

    [Fact]
    public async Task A_registration_by_hand_never_gets_a_forged_id()
    {
        await using var app = new TestApp();
        var forged = Guid.CreateVersion7(Now.AddYears(5));
        var form = Forms.Fill(await (await app.SignInAsync(Cast.Staff)).OpenAsync(Desk.ByHandPath), Answers.Of(Cast.Bernd), "Aufnehmen");

        await form.With("Form.Key", forged.ToString()).SendAsync();

        Assert.NotEqual(forged, Assert.Single(await app.RegistrationsAsync()).Id);
    }
}
