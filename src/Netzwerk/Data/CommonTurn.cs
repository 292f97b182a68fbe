using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Netzwerk.Domain;

namespace Netzwerk.Data;

/// <summary>
/// The turn for what belongs to no event: settings, the network's lists, a new event. Who holds it looks and stores with nobody in between,
/// in this process or another.
/// </summary>
public sealed class CommonTurn(NetzwerkDb db, TurnGate gate)
{
    public async Task<HeldTurn> TakeAsync(CancellationToken cancel = default)
    {
        var place = await gate.WaitAsync(cancel);
        IDbContextTransaction? transaction = null;
        try
        {
            transaction = await db.Database.BeginTransactionAsync(cancel);
            // A row that every installation has. Writing it locks it on PostgreSQL, and the database on SQLite, until the end of the turn.
            var held = await db.Settings.Where(setting => setting.Key == StoredSetting.PartnersCame).ExecuteUpdateAsync(set => set.SetProperty(setting => setting.Value, setting => setting.Value), cancel);
            if (held != 1) throw new InvalidOperationException($"The row {StoredSetting.PartnersCame} is missing from the settings, and with it the turn. The next start adds it.");
            return new HeldTurn(place, transaction);
        }
        catch
        {
            if (transaction is not null) await transaction.DisposeAsync();
            place.Dispose();
            throw;
        }
    }
}

/// <summary>Disposed without a commit, nothing that was saved in the turn stays.</summary>
public sealed class HeldTurn(IDisposable place, IDbContextTransaction transaction) : IAsyncDisposable
{
    public Task CommitAsync() => transaction.CommitAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        place.Dispose();
    }
}
