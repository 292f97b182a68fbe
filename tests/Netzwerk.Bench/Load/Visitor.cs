using System.Diagnostics;
using System.Text;

namespace Netzwerk.Bench.Load;

/// <summary>One client on a connection of its own, which asks again when it has its answer.</summary>
public abstract class Visitor(int port) : IDisposable
{
    private const string Headers =
        "Host: localhost\r\nAccept: text/html,application/xhtml+xml\r\nAccept-Encoding: gzip, deflate, br\r\nAccept-Language: de-DE,de;q=0.9\r\n"
        + "User-Agent: Mozilla/5.0 (Android 13; Mobile) Netzwerk.Bench\r\nSec-Fetch-Site: same-origin\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document\r\n";

    private readonly Wire _wire = new(port);

    /// <summary>How long each request took, in stopwatch ticks.</summary>
    public List<long> Requests { get; } = new(200_000);

    /// <summary>The same for each whole visit.</summary>
    public List<long> Visits { get; } = new(200_000);

    /// <summary>What the first wrong answer was; a visitor that met one stops.</summary>
    public string? Wrong { get; private set; }

    /// <summary>Visits over and over until the time is over; the last one is finished.</summary>
    public void VisitUntil(long end)
    {
        try
        {
            while (!IsDone && Stopwatch.GetTimestamp() is var start && start < end)
            {
                Visit();
                Visits.Add(Stopwatch.GetTimestamp() - start);
            }
        }
        catch (Exception broken)
        {
            Wrong = $"{GetType().Name}: {broken.Message}";
        }
    }

    public void Dispose()
    {
        _wire.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Has nothing left to ask.</summary>
    protected virtual bool IsDone => false;

    /// <summary>Throws when an answer is not the right one.</summary>
    protected abstract void Visit();

    /// <param name="known">The ETag of a page that the browser still has.</param>
    protected static byte[] GetAgain(string path, string known) => Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\n{Headers}If-None-Match: {known}\r\n\r\n");

    protected static byte[] Get(string path) => Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\n{Headers}\r\n");

    protected static byte[] Post(string path, string form) => Encoding.ASCII.GetBytes(
        $"POST {path} HTTP/1.1\r\n{Headers}Origin: http://localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {form.Length}\r\n\r\n{form}");

    protected Answer Ask(ReadOnlySpan<byte> request, bool wantsTag = false)
    {
        var start = Stopwatch.GetTimestamp();
        var answer = _wire.Ask(request, wantsTag);
        Requests.Add(Stopwatch.GetTimestamp() - start);
        return answer;
    }
}
