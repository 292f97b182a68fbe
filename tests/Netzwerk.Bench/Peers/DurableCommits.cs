using System.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace Netzwerk.Bench.Peers;

/// <summary>The other limit: how often one thread can store one row through EF so that it is on the disk (WAL, synchronous=FULL).</summary>
public sealed class DurableCommits : IDisposable
{
    private readonly string _file;
    private readonly Rows _rows;

    public DurableCommits(string folder)
    {
        _file = Path.Combine(folder, "commits.db");
        _rows = new Rows(_file);
        _rows.Database.EnsureCreated();
        _rows.Database.OpenConnection();
        _rows.Database.ExecuteSql($"PRAGMA journal_mode=WAL");
        _rows.Database.ExecuteSql($"PRAGMA synchronous=FULL");
    }

    /// <returns>Commits a second.</returns>
    public double Measure(double seconds)
    {
        var start = Stopwatch.GetTimestamp();
        var count = 0;
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < seconds)
        {
            _rows.Add(new Row { Name = "Familie " + count++, At = DateTime.UnixEpoch });
            _rows.SaveChanges();
            _rows.ChangeTracker.Clear();
        }
        return count / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>The same with a context, and so a connection, for each row, as every request has.</summary>
    public double MeasureFresh(double seconds)
    {
        var start = Stopwatch.GetTimestamp();
        var count = 0;
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < seconds)
        {
            using var rows = new Rows(_file);
            rows.Database.OpenConnection();
            rows.Database.ExecuteSql($"PRAGMA synchronous=FULL");
            rows.Add(new Row { Name = "Familie " + count++, At = DateTime.UnixEpoch });
            rows.SaveChanges();
        }
        return count / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    public void Dispose() => _rows.Dispose();

    private sealed class Rows(string file) : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite($"Data Source={file}");

        protected override void OnModelCreating(ModelBuilder model) => model.Entity<Row>();
    }

    private sealed class Row
    {
        public Guid Id { get; init; } = Guid.CreateVersion7();

        public required string Name { get; init; }

        public required DateTime At { get; init; }
    }
}
