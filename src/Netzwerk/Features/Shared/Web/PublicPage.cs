using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;

namespace Netzwerk.Features.Shared.Web;

/// <summary>One public page, ready to be sent: as it is, compressed, or not at all to whoever still has it (RFC 9110, 304).</summary>
public sealed class PublicPage
{
    private readonly string _tag;
    private readonly StringValues _type;
    private readonly StringValues _disposition;
    private readonly byte[] _plain;
    private readonly byte[] _gzip;
    private readonly byte[] _brotli;

    private PublicPage(HttpResponse response, byte[] body)
    {
        (_type, _disposition) = (response.Headers.ContentType, response.Headers.ContentDisposition);
        _plain = body;
        _gzip = Compress(packed => new GZipStream(packed, CompressionLevel.Optimal));
        _brotli = Compress(packed => new BrotliStream(packed, new BrotliCompressionOptions { Quality = 7 }));
        // Weak, because the same page also goes out compressed.
        _tag = $"W/\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 12))}\"";
    }

    public static PublicPage Of(HttpResponse response, MemoryStream body) => new(response, body.ToArray());

    /// <summary>Is this what the answer would be once more?</summary>
    public bool Is(HttpResponse response, MemoryStream body) =>
        _type == response.Headers.ContentType && _disposition == response.Headers.ContentDisposition && body.GetBuffer().AsSpan(0, (int)body.Length).SequenceEqual(_plain);

    public Task SendAsync(HttpContext http)
    {
        var (asked, answer) = (http.Request.Headers, http.Response.Headers);
        // Browsers keep it and ask each time whether it still holds.
        answer.CacheControl = "no-cache";
        answer.ETag = _tag;
        answer.Vary = "Accept-Encoding";
        if (IsKnown(asked.IfNoneMatch))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            answer.ContentLength = null;
            answer.ContentType = answer.ContentDisposition = default;
            return Task.CompletedTask;
        }
        var (body, encoding) = Choose(asked.AcceptEncoding.ToString());
        answer.ContentType = _type;
        if (_disposition.Count > 0) answer.ContentDisposition = _disposition;
        if (encoding is not null) answer.ContentEncoding = encoding;
        answer.ContentLength = body.Length;
        return http.Response.Body.WriteAsync(body).AsTask();
    }

    private bool IsKnown(StringValues known) =>
        known.Count > 0 && known.ToString() is var tags && (tags == "*" || tags.Contains(_tag.AsSpan(2), StringComparison.Ordinal));

    private (byte[] Body, string? Encoding) Choose(string accepted)
    {
        if (Accepts(accepted, "br")) return (_brotli, "br");
        return Accepts(accepted, "gzip") ? (_gzip, "gzip") : (_plain, null);
    }

    /// <summary>Named and not ruled out by <c>q=0</c>.</summary>
    private static bool Accepts(ReadOnlySpan<char> accepted, string encoding)
    {
        foreach (var range in accepted.Split(','))
        {
            var offer = accepted[range].Trim();
            if (!offer.StartsWith(encoding, StringComparison.OrdinalIgnoreCase)) continue;
            var weight = offer[encoding.Length..];
            if (weight.IsEmpty || (weight[0] is ';' or ' ' && !weight.TrimEnd("0.").EndsWith("q=", StringComparison.OrdinalIgnoreCase))) return true;
        }
        return false;
    }

    private byte[] Compress(Func<Stream, Stream> compression)
    {
        using var packed = new MemoryStream();
        using (var stream = compression(packed)) stream.Write(_plain);
        return packed.ToArray();
    }
}
