using System.IO.Compression;
using System.Text;

namespace Netzwerk.Bench.Load;

/// <summary>A page as the visitor reads it; says what is missing where it is not the expected one.</summary>
public sealed class Page
{
    private readonly string _html;

    private Page(string html) => _html = html;

    /// <param name="heading">What its h1 must say.</param>
    public static Page Expect(Answer answer, string heading)
    {
        if (answer.Status != 200) throw new InvalidDataException($"status {answer.Status} instead of the page „{heading}“");
        var page = new Page(Decompress(answer));
        var h1 = page.Between("<h1", "</h1>") ?? "";
        return h1.Contains(heading, StringComparison.Ordinal) ? page : throw new InvalidDataException($"the page „{h1}“ instead of „{heading}“");
    }

    /// <summary>The value of a hidden field.</summary>
    public string Hidden(string name) => Between($"name=\"{name}\" value=\"", "\"") ?? throw new InvalidDataException($"no field „{name}“");

    /// <summary>What the button with this label sends.</summary>
    public string Button(string label)
    {
        var at = _html.IndexOf($">{label}<", StringComparison.Ordinal);
        var start = at < 0 ? -1 : _html.LastIndexOf("name=\"move\" value=\"", at, StringComparison.Ordinal);
        if (start < 0) throw new InvalidDataException($"no button „{label}“");
        start += "name=\"move\" value=\"".Length;
        return _html[start.._html.IndexOf('"', start)];
    }

    /// <summary>A form takes only the fields that it shows.</summary>
    public void HasFields(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (!_html.Contains($"name=\"{name}\"", StringComparison.Ordinal)) throw new InvalidDataException($"no field „{name}“");
        }
    }

    /// <summary>The first text between two marks, or null.</summary>
    public string? Between(string before, string after)
    {
        var start = _html.IndexOf(before, StringComparison.Ordinal);
        if (start < 0) return null;
        start += before.Length;
        var end = _html.IndexOf(after, start, StringComparison.Ordinal);
        return end < 0 ? null : _html[start..end];
    }

    private static string Decompress(Answer answer)
    {
        if (answer.ContentEncoding.Length == 0) return Encoding.UTF8.GetString(answer.Body);
        using var packed = new MemoryStream(answer.Body.ToArray());
        using Stream open = answer.ContentEncoding == "br" ? new BrotliStream(packed, CompressionMode.Decompress) : new GZipStream(packed, CompressionMode.Decompress);
        using var reader = new StreamReader(open, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
