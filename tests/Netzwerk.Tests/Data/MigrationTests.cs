using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Data;

public sealed class MigrationTests
{
    [Fact]
    public async Task Reports_that_were_sent_before_stay_sent_and_nobody_is_lost()
    {
        await using var app = new TestApp();
        var anna = await app.RegisterAsync(Cast.Anna);

        var reported = await app.DbAsync(async db =>
        {
            var migrator = db.GetService<IMigrator>();
            await migrator.MigrateAsync("Start");
            await db.Database.ExecuteSqlAsync($"UPDATE Events SET ReportedBound = DeadlineBound");
            await migrator.MigrateAsync();
            return await db.ReportedBounds.Select(report => report.Bound).ToListAsync();
        });

        Assert.Equal([(await app.EventAsync()).DeadlineBound], reported);
        Assert.Equal(anna.Id, Assert.Single(await app.RegistrationsAsync()).Id);
    }
}
