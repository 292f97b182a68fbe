using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Mail;

namespace Netzwerk.Features.Shared.Mails;

/// <summary>
/// Addresses that asked for a mail. They are noted before the answer goes and looked up afterwards, so that its time does not tell whether
/// anybody here has that address. Whichever process comes first answers one, once; a killed one loses none. What strangers typed then goes.
/// </summary>
/// <param name="kind">Who knows how to answer; where it is a part of an answer, something follows it.</param>
public abstract class AskedForMails(string kind, IServiceScopeFactory scopes, TurnGate gate, TimeProvider system, OutboxSignal outbox, ILogger log) : BackgroundService
{
    /// <summary>How many wait at most; more are dropped, because a flood must not fill the disk.</summary>
    public const int Room = 1_000;

    /// <summary>By then whoever asked has asked again, and the address goes unanswered.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _bell = new(0);

    /// <param name="address">As typed.</param>
    /// <param name="detail">What the answer needs to know besides; a short word.</param>
    public async Task AskAsync(string address, string detail = "")
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NetzwerkDb>();
        using (await gate.WaitAsync(CancellationToken.None))
        {
            if (await db.AskedMails.CountAsync(asked => asked.Kind.StartsWith(kind)) >= Room) return;
            db.Add(new AskedMail { Kind = kind + detail, Address = address, AskedAt = system.GetUtcNow().UtcDateTime });
            await db.SaveChangesAsync();
        }
        if (_bell.CurrentCount == 0) _bell.Release();
    }

    /// <summary>Writes the mails to whoever is behind the addresses that asked so far.</summary>
    public async Task SendDueAsync()
    {
        var tried = new HashSet<Guid>();
        while ((await WaitingAsync()).FindAll(asked => tried.Add(asked.Id)) is { Count: > 0 } waiting)
        {
            foreach (var asked in waiting) await TryAsync(asked);
            outbox.Ring();
        }
    }

    public override void Dispose()
    {
        _bell.Dispose();
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Deletes the row in the transaction that stores the answer, and stores none where the row is gone already.</summary>
    protected abstract Task AnswerAsync(AskedMail asked, IServiceProvider services);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await SendDueAsync();
            }
            catch (Exception failure)
            {
                // An exception that leaves here would stop the whole site.
                log.LogError(failure, "Mails that were asked for could not be looked at; the next turn follows");
            }
            // Not only when called: another process may have been killed before it answered.
            Task called = _bell.WaitAsync(Poll, stoppingToken);
            await called.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<List<AskedMail>> WaitingAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        var mine = scope.ServiceProvider.GetRequiredService<NetzwerkDb>().AskedMails.AsNoTracking().Where(asked => asked.Kind.StartsWith(kind));
        var oldest = system.GetUtcNow().UtcDateTime - Patience;
        var waiting = await mine.OrderBy(asked => asked.Id).ToListAsync();
        if (waiting.RemoveAll(asked => asked.AskedAt < oldest) == 0) return waiting;
        using var turn = await gate.WaitAsync(CancellationToken.None);
        await mine.Where(asked => asked.AskedAt < oldest).ExecuteDeleteAsync();
        return waiting;
    }

    private async Task TryAsync(AskedMail asked)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await AnswerAsync(asked, scope.ServiceProvider);
        }
        catch (Exception failure)
        {
            // Only the name of the exception: its text may hold the address.
            log.LogError("A mail that somebody asked for could not be written ({Exception}); the next turn tries again", failure.GetType().Name);
        }
    }
}
