using Microsoft.Extensions.Time.Testing;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Data;

/// <summary>What is kept of an event is never older than it may be.</summary>
public sealed class SeenEventsTests
{
    private const string Slug = "treffen";
    private readonly FakeTimeProvider _system = new();
    private readonly EventChanges _changes;
    private readonly SeenEvents _seen;
    private readonly Guid _id = Guid.CreateVersion7();
    private int _reads;

    public SeenEventsTests()
    {
        _changes = new EventChanges(new EventClock(_system));
        _seen = new SeenEvents(_changes);
    }

    [Fact]
    public async Task Within_a_second_it_is_read_once()
    {
        await FindAsync(1);
        await FindAsync(2);

        Assert.Equal(1, _reads);
    }

    [Fact]
    public async Task After_a_second_another_process_may_have_changed_it()
    {
        await FindAsync(1);
        _system.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(2, (await FindAsync(2))!.Revision);
    }

    [Fact]
    public async Task What_visitors_can_see_counts_with_the_next_request()
    {
        await FindAsync(1);
        _changes.Announce();

        Assert.Equal(2, (await FindAsync(2))!.Revision);
    }

    [Fact]
    public async Task What_a_turn_stored_is_known_without_reading_and_no_slower_reading_undoes_it()
    {
        await FindAsync(1);
        _system.Advance(TimeSpan.FromSeconds(1));

        await _seen.FindAsync(Slug, () =>
        {
            _seen.Update(At(3), _changes.AsOf);
            return Task.FromResult<Event?>(At(2));
        });

        Assert.Equal(3, (await FindAsync(4))!.Revision);
        Assert.Equal(1, _reads);
    }

    [Fact]
    public async Task What_is_gone_is_not_even_found_as_the_last_one()
    {
        await FindAsync(1);
        _changes.Announce();

        Assert.Null(await _seen.FindAsync(Slug, () => Task.FromResult<Event?>(null)));
        Assert.Null(_seen.FindLast(Slug));
    }

    [Fact]
    public async Task A_draft_is_nothing_to_visitors()
    {
        _seen.Update(At(1, isDraft: true), _changes.AsOf);

        Assert.Null(await _seen.FindAsync(Slug, () => Task.FromResult<Event?>(null)));
    }

    private Task<Event?> FindAsync(long revision) => _seen.FindAsync(Slug, () =>
    {
        _reads++;
        return Task.FromResult<Event?>(At(revision));
    });

    private Event At(long revision, bool isDraft = false)
    {
        var ev = Events.Anniversary(Slug, id: _id);
        (ev.Revision, ev.IsDraft) = (revision, isDraft);
        return ev;
    }
}
