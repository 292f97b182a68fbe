using Netzwerk.Bench.Load;

namespace Netzwerk.Bench.Web;

/// <summary>Looks at one page again and again. Bytes that were read once need no second reading.</summary>
public sealed class PageVisitor(int port, string path, string heading) : Visitor(port)
{
    private readonly byte[] _request = Get(path);
    private byte[] _known = [];

    protected override void Visit()
    {
        var answer = Ask(_request);
        if (answer.Body.SequenceEqual(_known)) return;
        Page.Expect(answer, heading);
        _known = answer.Body.ToArray();
    }
}

/// <summary>Has seen the page and asks again and again whether it still holds.</summary>
public sealed class ReturningVisitor(int port, string path, string heading) : Visitor(port)
{
    private byte[]? _request;

    protected override void Visit()
    {
        if (_request is null)
        {
            var first = Ask(Get(path), wantsTag: true);
            var tag = first.Tag ?? throw new InvalidDataException("the page has no ETag");
            Page.Expect(first, heading);
            _request = GetAgain(path, tag);
        }
        var answer = Ask(_request);
        if (answer.Status == 304 && answer.Body.IsEmpty) return;
        // The demo's date or something else changed meanwhile.
        Page.Expect(answer, heading);
        _request = null;
    }
}

/// <summary>Asks the bare server for so many bytes.</summary>
public sealed class BareVisitor(int port, int bytes) : Visitor(port)
{
    private readonly byte[] _request = Get($"/{bytes}");

    protected override void Visit()
    {
        if (Ask(_request).Body.Length != bytes) throw new InvalidDataException("the bare answer has another size");
    }
}
