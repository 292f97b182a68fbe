namespace Netzwerk.Features.Shared.Web;

/// <summary>
/// ASP.NET Core refuses a whole form because of one NUL in it. Here each becomes U+FFFD, which no field takes, so that the visitor gets a
/// sentence at that field and keeps the rest.
/// </summary>
internal static class ReadableForm
{
    public static async Task ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        if (request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) is true)
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body, cancel);
            request.Body = new MemoryStream(WithoutNul(body.ToArray()));
        }
        await request.ReadFormAsync(cancel);
    }

    private static byte[] WithoutNul(byte[] body)
    {
        if (body.AsSpan().IndexOf("%00"u8) < 0 && !body.Contains((byte)0)) return body;
        var replaced = new List<byte>(body.Length * 2);
        for (var i = 0; i < body.Length; i++)
        {
            var escaped = body.AsSpan(i).StartsWith("%00"u8);
            if (escaped || body[i] == 0) replaced.AddRange("%EF%BF%BD"u8);
            else replaced.Add(body[i]);
            if (escaped) i += 2;
        }
        return [.. replaced];
    }
}
