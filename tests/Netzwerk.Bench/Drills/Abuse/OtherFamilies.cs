using System.Collections.Concurrent;
using System.Diagnostics;
using Netzwerk.Bench.Drills.Kit;
using Netzwerk.Bench.Load;

namespace Netzwerk.Bench.Drills.Abuse;

/// <summary>Families who sign up meanwhile, a few a second, each from an address of its own; and when each got its confirmation.</summary>
public sealed class OtherFamilies
{
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(100);
    private static int _address;

    private readonly Drill _drill;
    private readonly ConcurrentBag<double> _times = [];
    private readonly ConcurrentDictionary<string, long> _answered = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, long> _mailed = new(StringComparer.Ordinal);
    private int _failed;

    private int Unsent => _answered.Keys.Count(address => !_mailed.ContainsKey(address));

    public OtherFamilies(Drill drill)
    {
        _drill = drill;
        drill.Mail.Reader = (recipient, _) => _mailed.TryAdd(recipient, Stopwatch.GetTimestamp());
    }

    public async Task ComeAsync(int families, CancellationToken stop = default)
    {
        for (var number = 0; number < families && !stop.IsCancellationRequested; number++)
        {
            await OneAsync();
            await Task.Delay(Rest, CancellationToken.None);
        }
    }

    /// <summary>Waits for the confirmations of all who are in.</summary>
    public async Task<OthersSeen> MailsAsync(TimeSpan patience)
    {
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < patience && Unsent > 0) await Task.Delay(100);
        var delays = _answered.Where(family => _mailed.ContainsKey(family.Key)).Select(family => Stopwatch.GetElapsedTime(family.Value, _mailed[family.Key]).TotalSeconds);
        return new OthersSeen([.. _times.Order()], _failed, Math.Max(0, delays.DefaultIfEmpty(0).Max()), Unsent);
    }

    private async Task OneAsync()
    {
        var number = Interlocked.Increment(ref _address);
        using var browser = new Browser(_drill.Site.Doors, TimeSpan.FromSeconds(60), $"198.18.{number / 250 % 250}.{(number % 250) + 1}");
        var (family, signUp) = (Family.Next(Random.Shared), new SignUp(browser, _drill.Ledger, TimeSpan.FromSeconds(60)));
        var begun = Stopwatch.GetTimestamp();
        try
        {
            var told = await signUp.ComeAsync(family);
            if (told.What == What.Acknowledged) _answered[family.Email] = Stopwatch.GetTimestamp();
            else Interlocked.Increment(ref _failed);
        }
        catch (Exception trouble) when (trouble is NoAnswerException or InvalidDataException)
        {
            Interlocked.Increment(ref _failed);
        }
        _times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
    }
}

/// <param name="Times">Of each whole sign-up in milliseconds, ascending.</param>
/// <param name="Failed">Who got no page, or another answer than being in.</param>
/// <param name="SlowestMail">Seconds from the answer to the mail server.</param>
public sealed record OthersSeen(double[] Times, int Failed, double SlowestMail, int Unsent)
{
    public double Median => Sample.Quantile(Times, 0.5);

    public double P95 => Sample.Quantile(Times, 0.95);

    public double Slowest => Times.LastOrDefault();

    public override string ToString() =>
        $"{Times.Length - Failed} others signed up, {Failed} not, median {Median:N0} ms, 95 of 100 within {P95:N0} ms, slowest {Slowest:N0} ms, mail after {SlowestMail:N1} s";
}
