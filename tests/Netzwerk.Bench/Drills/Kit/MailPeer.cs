using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Netzwerk.Tests.Mail.Kit;

namespace Netzwerk.Bench.Drills.Kit;

/// <summary>The mail server of a drill: asks for TLS, keeps of each message only its Message-ID and for whom it was, and misbehaves on demand.</summary>
public sealed partial class MailPeer : IDisposable
{
    private readonly TestCertificates _trusted = new();
    private readonly TestCertificates _foreign = new();
    private readonly MisbehavingSmtpServer _server;
    private readonly ConcurrentDictionary<string, ConcurrentQueue<string>> _copies = new(StringComparer.Ordinal);

    /// <param name="folder">For the authority's certificate, which the site is told to trust.</param>
    public MailPeer(string folder)
    {
        _server = new MisbehavingSmtpServer(SmtpFault.None, _trusted.Server) { Taking = Take };
        var authority = Path.Combine(folder, "authority.pem");
        File.WriteAllText(authority, _trusted.AuthorityPem);
        Settings = new Dictionary<string, string>
        {
            ["Mail__Host"] = "127.0.0.1",
            ["Mail__Port"] = $"{_server.Port}",
            ["Mail__Security"] = "StartTls",
            ["Mail__From"] = "anmeldung@netzwerk.example",
            ["SSL_CERT_FILE"] = authority,
        };
    }

    /// <summary>What the site must be told to send here.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; }

    public SmtpFault Fault { get => _server.Fault; set => _server.Fault = value; }

    /// <summary>Recipients of all copies, by Message-ID without its brackets.</summary>
    public IReadOnlyDictionary<string, ConcurrentQueue<string>> Copies => _copies;

    /// <summary>Copies that were taken without a word: the sender cannot know.</summary>
    public int Dropped => _server.Unanswered;

    public int Connections => _server.Connections;

    /// <summary>What was said outside of TLS and is more than asking for it.</summary>
    public IReadOnlyList<string> SaidOpenly => [.. _server.PlainLines.Where(line => !Harmless().IsMatch(line))];

    /// <summary>Is told each message as it comes, with its recipient.</summary>
    public Action<string, string>? Reader { get; set; }

    public void ShowForeignCertificate(bool foreign) => _server.Certificate = foreign ? _foreign.Server : _trusted.Server;

    public void GoAway() => _server.GoAway();

    public void ComeBack() => _server.ComeBack();

    /// <summary>Ends every connection, also those that it lets wait.</summary>
    public void HangUp() => _server.HangUp();

    public void Dispose()
    {
        _server.Dispose();
        _trusted.Dispose();
        _foreign.Dispose();
    }

    private void Take(string recipient, string message)
    {
        var id = MessageId().Match(message) is { Success: true } match ? match.Groups[1].Value : $"none-{Guid.NewGuid():N}";
        _copies.GetOrAdd(id, _ => new ConcurrentQueue<string>()).Enqueue(recipient);
        Reader?.Invoke(recipient, message);
    }

    [GeneratedRegex(@"^Message-Id:\s*<([^>]+)>", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex MessageId();

    [GeneratedRegex("^(EHLO|HELO|STARTTLS|QUIT|NOOP|RSET)\\b", RegexOptions.IgnoreCase)]
    private static partial Regex Harmless();
}
