using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Netzwerk.Domain;

namespace Netzwerk.Features.Shared;

/// <summary>A text in which names are marked by <see cref="BidiText.Isolate"/>, as HTML: each stands in an element that browsers isolate and do not translate.</summary>
public sealed class IsolatedText(string? text) : IHtmlContent
{
    public const string Begin = "<bdi translate=\"no\">";
    public const string End = "</bdi>";

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var rest = text.AsSpan();
        while (rest.IndexOfAny(BidiText.Start, BidiText.End) is var at and >= 0)
        {
            encoder.Encode(writer, rest[..at].ToString());
            writer.Write(rest[at] == BidiText.Start ? Begin : End);
            rest = rest[(at + 1)..];
        }
        encoder.Encode(writer, rest.ToString());
    }
}
