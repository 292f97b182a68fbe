using System.Diagnostics;
using System.Globalization;
using MimeKit;

namespace Netzwerk.Tests.Mail.Kit;

/// <summary>Debian's aiosmtpd as a child process on a free port of 127.0.0.1.</summary>
internal sealed class RealSmtpServer : IDisposable
{
    public const string User = "netzwerk";
    public const string Password = "sehr-geheimes-kennwort";

    private readonly TestFolder folder = new();
    private readonly TestCertificates certificates;
    private readonly Process process;

    public RealSmtpServer(TestCertificates certificates)
    {
        this.certificates = certificates;
        process = Start();
        var line = process.StandardOutput.ReadLine();
        if (!int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var port))
        {
            throw new InvalidOperationException("The SMTP server of the tests did not start. Install python3-aiosmtpd "
                + $"(tests/run does it). It said: {process.StandardError.ReadToEnd()}");
        }

        Port = port;
    }

    public int Port { get; }

    /// <summary>Envelope sender and recipients of each message, in order of arrival.</summary>
    public string[] Envelopes => [.. Files("*.envelope").Select(File.ReadAllText)];

    public MimeMessage[] Messages => [.. Files("*.eml").Select(file => MimeMessage.Load(file))];

    public void Dispose()
    {
        process.StandardInput.Close();
        if (!process.WaitForExit(2000))
            process.Kill();
        process.Dispose();
        folder.Dispose();
    }

    private Process Start()
    {
        var certificate = Path.Combine(folder.Path, "server.pem");
        var key = Path.Combine(folder.Path, "server.key");
        File.WriteAllText(certificate, certificates.CertificatePem);
        File.WriteAllText(key, certificates.KeyPem);
        var script = Path.Combine(AppContext.BaseDirectory, "Mail", "Kit", "smtp_peer.py");
        return Process.Start(new ProcessStartInfo("/usr/bin/python3", [script, folder.Path, certificate, key, User, Password])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
    }

    private IEnumerable<string> Files(string pattern) => Directory.GetFiles(folder.Path, pattern).Order(StringComparer.Ordinal);
}
