using System.Buffers.Text;
using System.Text;
using System.Text.Unicode;

namespace Netzwerk.Features.Shared.Web;

/// <summary>
/// ASP.NET Core refuses a whole form because of one NUL in it, and keeps escapes that are no UTF-8 as visible „%ED%A0%80“. Here a NUL is left
/// out and the others become U+FFFD, which no field takes, so that the visitor gets a sentence at that field and keeps the rest.
/// </summary>
internal static class ReadableForm
{
    public static async Task ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        if (request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) is true)
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body, cancel);
            request.Body = new MemoryStream(Readable(body.ToArray()));
        }
        await request.ReadFormAsync(cancel);
    }

    private static byte[] Readable(byte[] body)
    {
        if (!body.AsSpan().ContainsAny((byte)'%', (byte)0)) return body;
        var read = new List<byte>(body.Length + 64);
        var escaped = new List<byte>();
        for (var i = 0; i < body.Length; i += escaped.Count == 0 ? 1 : escaped.Count * 3)
        {
            escaped.Clear();
            while (ByteAt(body, i + (escaped.Count * 3)) is { } value) escaped.Add(value);
            if (escaped.Count > 0) AddEscaped(read, body.AsSpan(i, escaped.Count * 3), [.. escaped]);
            else if (body[i] != 0) read.Add(body[i]);
        }
        return [.. read];
    }

    private static void AddEscaped(List<byte> read, ReadOnlySpan<byte> asSent, byte[] bytes)
    {
        if (Utf8.IsValid(bytes) && !bytes.Contains((byte)0)) read.AddRange(asSent);
        else read.AddRange(Encoding.ASCII.GetBytes(Uri.EscapeDataString(Encoding.UTF8.GetString(bytes).Replace("\0", "", StringComparison.Ordinal))));
    }

    /// <summary>What <c>%41</c> at this place stands for; null where there is none.</summary>
    private static byte? ByteAt(ReadOnlySpan<byte> body, int at) =>
        at + 2 < body.Length && body[at] == '%' && Utf8Parser.TryParse(body.Slice(at + 1, 2), out byte value, out var read, 'x') && read == 2 ? value : null;
}
