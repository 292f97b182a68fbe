using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Netzwerk.Bench.Load;

/// <summary>
/// One kept-alive HTTP/1.1 connection with blocking reads and no allocation per answer: on two shared cores every microsecond of the load
/// generator is taken from the server that it measures.
/// </summary>
public sealed class Wire : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _body = new byte[256 * 1024];
    private readonly byte[] _in = new byte[256 * 1024];
    private int _start;
    private int _end;

    public Wire(int port)
    {
        _socket.ReceiveTimeout = _socket.SendTimeout = (int)Patience.TotalMilliseconds;
        _socket.Connect(IPAddress.Loopback, port);
    }

    /// <param name="wantsTag">Else it is not read, which costs the load generator nothing.</param>
    public Answer Ask(ReadOnlySpan<byte> request, bool wantsTag = false)
    {
        while (!request.IsEmpty) request = request[_socket.Send(request)..];
        _start = _end = 0;
        var head = ReadUntil("\r\n\r\n"u8);
        var headLength = head.Length;
        var status = Utf8Parser.TryParse(head[9..12], out int code, out _) ? code : throw new ProtocolViolationException("No status line.");
        int? length = null;
        var chunked = false;
        string? location = null;
        string? tag = null;
        var encoding = "";
        foreach (var range in head.Split("\r\n"u8))
        {
            var line = head[range];
            if (Value(line, "Content-Length: "u8) is { IsEmpty: false } size && Utf8Parser.TryParse(size, out int bytes, out _)) length = bytes;
            else if (Value(line, "Transfer-Encoding: "u8) is { IsEmpty: false }) chunked = true;
            else if (Value(line, "Content-Encoding: "u8) is { IsEmpty: false } name) encoding = name[0] == 'b' ? "br" : "gzip";
            else if (Value(line, "Location: "u8) is { IsEmpty: false } path) location = Encoding.ASCII.GetString(path);
            else if (wantsTag && Value(line, "ETag: "u8) is { IsEmpty: false } value) tag = Encoding.ASCII.GetString(value);
        }
        var body = chunked ? ReadChunks() : Read(length ?? 0);
        return new Answer(status, location, encoding, tag, body, headLength + body.Length);
    }

    public void Dispose() => _socket.Dispose();

    private static ReadOnlySpan<byte> Value(ReadOnlySpan<byte> line, ReadOnlySpan<byte> name) =>
        line.Length > name.Length && Ascii.EqualsIgnoreCase(line[..name.Length], name) ? line[name.Length..] : default;

    private ReadOnlySpan<byte> ReadUntil(ReadOnlySpan<byte> mark)
    {
        int at;
        while ((at = _in.AsSpan(_start, _end - _start).IndexOf(mark)) < 0) Fill();
        var found = _in.AsSpan(_start, at + mark.Length);
        _start += found.Length;
        return found;
    }

    private ReadOnlySpan<byte> Read(int length)
    {
        while (_end - _start < length) Fill();
        _start += length;
        return _in.AsSpan(_start - length, length);
    }

    private ReadOnlySpan<byte> ReadChunks()
    {
        var length = 0;
        while (true)
        {
            var line = ReadUntil("\r\n"u8);
            if (!Utf8Parser.TryParse(line, out int size, out _, 'x')) throw new ProtocolViolationException("No chunk size.");
            Read(size).CopyTo(_body.AsSpan(length));
            length += size;
            Read(2);
            if (size == 0) return _body.AsSpan(0, length);
        }
    }

    private void Fill()
    {
        var got = _socket.Receive(_in.AsSpan(_end));
        if (got == 0) throw new ProtocolViolationException("The connection closed before the answer was complete.");
        _end += got;
    }
}
