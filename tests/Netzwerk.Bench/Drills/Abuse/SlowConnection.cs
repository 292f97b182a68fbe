using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Netzwerk.Bench.Drills.Abuse;

/// <summary>Connections that say a little every second and never come to an end.</summary>
internal static class SlowConnection
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>A form whose length is announced and whose signs come one by one.</summary>
    public static Task<string> BodyAsync(Abuser abuser, string path, CancellationToken stop) => DripAsync(abuser,
        $"POST {path} HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: {abuser.Address}\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 60000\r\n\r\nForm.GivenName=",
        _ => "a", stop);

    public static Task<string> HeaderAsync(Abuser abuser, string path, CancellationToken stop) => DripAsync(abuser,
        $"POST {path} HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: {abuser.Address}\r\n", number => $"X-Slow-{number}: a\r\n", stop);

    private static async Task<string> DripAsync(Abuser abuser, string begin, Func<int, string> drop, CancellationToken stop)
    {
        using var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(IPAddress.Loopback, abuser.Target.Port, stop);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(begin), stop);
        var answer = new byte[64];
        for (var number = 1; ; number++)
        {
            await Task.Delay(Pause, stop);
            if (client.Available > 0)
            {
                var read = await stream.ReadAsync(answer, stop);
                // „HTTP/1.1 408 …“
                return Encoding.ASCII.GetString(answer, 0, read).Split(' ') is [_, var status, ..] ? status : "no answer";
            }
            await stream.WriteAsync(Encoding.ASCII.GetBytes(drop(number)), stop);
        }
    }
}
