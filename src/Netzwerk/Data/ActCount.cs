using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Netzwerk.Domain;

namespace Netzwerk.Data;

/// <summary>Whatever is audited is counted, so that no act needs to think of it.</summary>
internal sealed class ActCount : SaveChangesInterceptor
{
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (Measures.CountsActs)
        {
            foreach (var entry in eventData.Context!.ChangeTracker.Entries<AuditEntry>().Where(entry => entry.State == EntityState.Added)) Measures.Acted(entry.Entity.Act);
        }
        return ValueTask.FromResult(result);
    }
}
