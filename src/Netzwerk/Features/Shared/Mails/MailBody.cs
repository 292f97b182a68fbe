using System.Globalization;
using System.Net;
using System.Text;
using Netzwerk.Domain;

namespace Netzwerk.Features.Shared.Mails;

/// <summary>
/// One mail, written once and kept in two forms with the same words: plain text, and HTML with inline styles (mail programs know no
/// others), without image and without tracking.
/// </summary>
public sealed class MailBody
{
    private const string Cell = "padding:4px 16px 4px 0;vertical-align:top";
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _html = new();
    private readonly List<MailPart> _parts = [];

    public MailBody(string sender, string heading)
    {
        _text.Append(heading).Append("\n\n");
        _html.Append("<p style=\"margin:0 0 24px;padding:0 0 12px;border-bottom:3px solid #96265c\"><b>").Append(Encode(sender)).Append("</b></p>\n")
            .Append("<h1 style=\"margin:0 0 16px;font-size:26px;line-height:1.25\">").Append(Encode(heading)).Append("</h1>\n");
        Heading = heading;
    }

    public string Heading { get; }

    /// <summary>What it is made of, for a preview on a page, whose policy forbids the mail's inline styles.</summary>
    public IReadOnlyList<MailPart> Parts => _parts;

    public string Text => _text.ToString().TrimEnd() + "\n";

    public string Html =>
        $"""
        <!doctype html>
        <html lang="de">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>{Encode(Heading)}</title></head>
        <body style="margin:0;padding:0;font-family:'Fira Sans','Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:17px;line-height:1.5">
        <main style="max-width:560px;margin:0 auto;padding:24px 16px">
        {_html}</main>
        </body>
        </html>
        """;

    public MailBody Paragraph(string text)
    {
        _parts.Add(new MailPart.Paragraph(text));
        _text.Append(text).Append("\n\n");
        _html.Append("<p style=\"margin:0 0 16px\">").Append(Encode(text).Replace("\n", "<br>", StringComparison.Ordinal)).Append("</p>\n");
        return this;
    }

    public MailBody Facts(params (string Key, string Value)[] facts)
    {
        _parts.Add(new MailPart.Facts(facts));
        _html.Append("<table role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" style=\"margin:0 0 24px;font-size:17px;line-height:1.5;border-collapse:collapse\">\n");
        foreach (var (key, value) in facts)
        {
            _text.Append(key).Append(": ").Append(value).Append('\n');
            _html.Append(CultureInfo.InvariantCulture, $"<tr><td style=\"{Cell}\">{Encode(key)}</td><td style=\"{Cell}\"><b>{Encode(value)}</b></td></tr>\n");
        }
        _text.Append('\n');
        _html.Append("</table>\n");
        return this;
    }

    /// <summary>The one thing to do. In plain text the address stands on a line of its own, so that no mail program breaks it.</summary>
    public MailBody Button(string label, string url)
    {
        _parts.Add(new MailPart.Button(label));
        _text.Append(label).Append(":\n").Append(url).Append("\n\n");
        _html.Append(CultureInfo.InvariantCulture, $"<p style=\"margin:0 0 24px\"><a href=\"{Encode(url)}\" style=\"display:inline-block;padding:14px 24px;background:#2044aa;color:#ffffff;border-radius:4px;text-decoration:none;font-weight:bold\">{Encode(label)}</a></p>\n");
        return this;
    }

    public MailBody SmallPrint(string text, string linkLabel, string linkUrl)
    {
        _parts.Add(new MailPart.SmallPrint(text, linkLabel, linkUrl));
        _text.Append("-- \n").Append(text).Append('\n').Append(linkLabel).Append(": ").Append(linkUrl).Append('\n');
        _html.Append(CultureInfo.InvariantCulture, $"<p style=\"margin:0;padding:12px 0 0;border-top:1px solid #8a8fa8;font-size:15px\">{Encode(text)} <a href=\"{Encode(linkUrl)}\" style=\"color:inherit\">{Encode(linkLabel)}</a></p>\n");
        return this;
    }

    /// <summary>Isolates of plain text become the element that mail programs know.</summary>
    private static string Encode(string text) => WebUtility.HtmlEncode(text).Replace("&#8296;", "<bdi>", StringComparison.Ordinal).Replace("&#8297;", "</bdi>", StringComparison.Ordinal)
        .Replace($"{BidiText.Start}", "<bdi>", StringComparison.Ordinal).Replace($"{BidiText.End}", "</bdi>", StringComparison.Ordinal);
}

/// <summary>One part of a mail's body, without its form.</summary>
public abstract record MailPart
{
    private MailPart()
    {
    }

    public sealed record Paragraph(string Text) : MailPart;

    public sealed record Facts(IReadOnlyList<(string Key, string Value)> Rows) : MailPart;

    public sealed record Button(string Label) : MailPart;

    public sealed record SmallPrint(string Text, string LinkLabel, string LinkUrl) : MailPart;
}
