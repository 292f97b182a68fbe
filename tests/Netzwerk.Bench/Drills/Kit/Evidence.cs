using System.Data.Common;
using Netzwerk.Bench.Site.Databases;

namespace Netzwerk.Bench.Drills.Kit;

/// <summary>All that the invariants are judged by.</summary>
/// <param name="Connection">To the site's database.</param>
/// <param name="Told">What the families were told.</param>
/// <param name="Copies">Recipients of each delivered copy, by Message-ID.</param>
/// <param name="Excuses">Kills and dropped connections: each may have made one second copy.</param>
/// <param name="Logs">Files.</param>
public sealed record Evidence(
    Database Database, DbConnection Connection, IReadOnlyCollection<Told> Told, IReadOnlyDictionary<string, IReadOnlyList<string>> Copies, int Excuses, IReadOnlyList<string> Logs);
