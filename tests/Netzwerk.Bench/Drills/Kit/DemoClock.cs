using System.Diagnostics;
using System.Globalization;

namespace Netzwerk.Bench.Drills.Kit;

/// <summary>The demo's clock. It takes whole seconds as a clock in Berlin shows them, and runs on.</summary>
public static class DemoClock
{
    /// <summary>The anniversary's deadline: this is when the exclusive bound begins, on a clock in Berlin.</summary>
    private static readonly DateTime Bound = new(2022, 11, 5, 0, 0, 0, DateTimeKind.Unspecified);

    /// <summary>Sets it on all doors so that the deadline is so far away, rounded up to a second.</summary>
    /// <returns>When the bound comes, in stopwatch ticks: between before the first and after the last answer.</returns>
    public static async Task<Moment> SetBeforeDeadlineAsync(IReadOnlyList<int> doors, TimeSpan before)
    {
        var away = TimeSpan.FromSeconds(Math.Ceiling(before.TotalSeconds));
        long Later(long ticks) => ticks + (long)(away.TotalSeconds * Stopwatch.Frequency);
        var set = await SetAsync(doors, Bound - away);
        return new Moment(Later(set.Earliest), Later(set.Latest));
    }

    /// <summary>On all doors, because who is not asked follows only within a second.</summary>
    /// <returns>When it was set: between before the first and after the last answer.</returns>
    public static async Task<Moment> SetAsync(IReadOnlyList<int> doors, DateTime berlin)
    {
        var earliest = Stopwatch.GetTimestamp();
        foreach (var door in doors)
        {
            using var browser = new Browser([door]);
            var seen = await browser.PostAsync("/demo/uhr", ("Form.At", berlin.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture)));
            if (seen.Status != 302) throw new InvalidDataException($"status {seen.Status} when the clock was set to {berlin:s}: {seen.Alert}");
        }
        return new Moment(earliest, Stopwatch.GetTimestamp());
    }
}

/// <summary>A moment that is known not better than this, in stopwatch ticks.</summary>
public readonly record struct Moment(long Earliest, long Latest)
{
    public long Middle => (Earliest + Latest) / 2;
}
