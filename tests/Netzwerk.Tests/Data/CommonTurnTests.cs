using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Data;

public sealed class CommonTurnTests
{
    [Fact]
    public async Task Nobody_holds_a_turn_that_locks_nothing()
    {
        await using var app = new TestApp();
        await using var scope = app.Services.CreateAsyncScope();
        var turn = scope.ServiceProvider.GetRequiredService<CommonTurn>();
        await using (await turn.TakeAsync()) { }
        await app.DbAsync(db => db.Settings.Where(setting => setting.Key == StoredSetting.PartnersCame).ExecuteDeleteAsync());

        await Assert.ThrowsAsync<InvalidOperationException>(() => turn.TakeAsync());

        // The line goes on.
        await app.RegisterAsync(Cast.Anna);
    }
}
