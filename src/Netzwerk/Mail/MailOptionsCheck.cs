using System.Net;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Netzwerk.Mail;

public sealed class MailOptionsCheck(IHostEnvironment environment) : IValidateOptions<MailOptions>
{
    private const string Seek = "Siehe README, Abschnitt E-Mail.";

    public ValidateOptionsResult Validate(string? name, MailOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> Faults(MailOptions options)
    {
        if (!environment.IsDevelopment())
        {
            foreach (var (key, value) in new[] {
                ("Host", options.Host), ("From", options.From), ("FromName", options.FromName), ("ReplyTo", options.ReplyTo) })
            {
                if (string.IsNullOrWhiteSpace(value))
                    yield return $"Mail:{key} fehlt. {Seek}";
            }
        }

        foreach (var (key, value) in new[] { ("From", options.From), ("ReplyTo", options.ReplyTo) })
        {
            if (!string.IsNullOrWhiteSpace(value) && !(value.Contains('@') && MailboxAddress.TryParse(value, out var box) && string.Equals(box.Address, value, StringComparison.Ordinal)))
                yield return $"Mail:{key} ist keine E-Mail-Adresse. Schreiben Sie nur die Adresse, ohne Namen. {Seek}";
        }

        if (options.Port is < 1 or > 65535)
            yield return $"Mail:Port muss zwischen 1 und 65535 liegen. {Seek}";
        if (options.Connections is < 1 or > 10)
            yield return $"Mail:Connections muss zwischen 1 und 10 liegen. {Seek}";
        if (string.IsNullOrEmpty(options.User) != string.IsNullOrEmpty(options.Password))
            yield return $"Mail:User und Mail:Password gehören zusammen: Setzen Sie beide oder keines. {Seek}";
        if (options.Security == MailSecurity.None && !string.IsNullOrEmpty(options.User) && !IsLoopback(options.Host))
            yield return $"Mail:Security None würde Mail:Password unverschlüsselt senden. Setzen Sie StartTls oder Tls. {Seek}";
    }

    /// <summary>True only for this machine, by name or address; nothing is looked up.</summary>
    public static bool IsLoopback(string? host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
