using Microsoft.Extensions.Options;

namespace Netzwerk.Data.Engines;

public enum DatabaseProvider
{
    /// <summary>One file in the data directory, for one machine.</summary>
    Sqlite,

    /// <summary>A server, for as many machines and processes as one likes.</summary>
    PostgreSql,
}

/// <summary>Section <c>Database</c>. Where the database is stands in <c>ConnectionStrings:Netzwerk</c>.</summary>
public sealed class DatabaseOptions
{
    public const string Section = "Database";

    public const int ShortestSecret = 32;

    public DatabaseProvider Provider { get; set; }

    /// <summary>
    /// Wraps the keys that lie in a PostgreSQL database (<see cref="KeyWrap"/>); all processes have the same. Without it the keys lie there in
    /// the clear, and whoever can read the database can open personal links. SQLite's keys lie in files of their own and need none.
    /// </summary>
    public string? Secret { get; set; }

    internal sealed class Check : IValidateOptions<DatabaseOptions>
    {
        public ValidateOptionsResult Validate(string? name, DatabaseOptions options) => options.Secret is { Length: > 0 and < ShortestSecret }
            ? ValidateOptionsResult.Fail($"Database:Secret braucht mindestens {ShortestSecret} Zeichen, zum Beispiel aus: openssl rand -base64 33. Siehe README, Abschnitt PostgreSQL.")
            : ValidateOptionsResult.Success;
    }
}
