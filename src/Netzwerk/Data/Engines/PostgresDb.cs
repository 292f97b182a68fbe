using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Netzwerk.Data.Engines;

/// <summary>Owns PostgreSQL's migrations. Everybody asks for <see cref="NetzwerkDb"/>.</summary>
public sealed class PostgresDb(DbContextOptions options) : NetzwerkDb(options);

/// <summary>Lets <c>dotnet ef</c> compare model and migrations of both engines without a server and without starting the site.</summary>
internal sealed class DesignTime : IDesignTimeDbContextFactory<NetzwerkDb>, IDesignTimeDbContextFactory<PostgresDb>
{
    NetzwerkDb IDesignTimeDbContextFactory<NetzwerkDb>.CreateDbContext(string[] args) => new SqliteEngine("Data Source=:memory:", "").Open();

    PostgresDb IDesignTimeDbContextFactory<PostgresDb>.CreateDbContext(string[] args) => (PostgresDb)new PostgresEngine("Host=127.0.0.1").Open();
}
