namespace Netzwerk.Bench.Load;

/// <summary>What came back; it lives no longer than the next request on its <see cref="Wire"/>.</summary>
public readonly ref struct Answer(int status, string? location, string contentEncoding, string? tag, ReadOnlySpan<byte> body, int wireBytes)
{
    public int Status { get; } = status;

    public string? Location { get; } = location;

    /// <summary><c>br</c>, <c>gzip</c> or empty.</summary>
    public string ContentEncoding { get; } = contentEncoding;

    /// <summary>The ETag.</summary>
    public string? Tag { get; } = tag;

    /// <summary>As sent, still compressed.</summary>
    public ReadOnlySpan<byte> Body { get; } = body;

    /// <summary>Head and body.</summary>
    public int WireBytes { get; } = wireBytes;
}
