using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Netzwerk.Tests.Mail.Kit;

/// <summary>An authority that nobody but the test trusts, and a server's certificate from it.</summary>
internal sealed class TestCertificates : IDisposable
{
    private readonly X509Certificate2 authority;

    public TestCertificates()
    {
        var from = TimeProvider.System.GetUtcNow().AddDays(-1);
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var root = new CertificateRequest("CN=Test authority", authorityKey, HashAlgorithmName.SHA256);
        root.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        authority = root.CreateSelfSigned(from, from.AddDays(10));

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var leaf = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        leaf.CertificateExtensions.Add(names.Build());
        using var signed = leaf.Create(authority, from, from.AddDays(9), [1, 2, 3, 4]);
        using var complete = signed.CopyWithPrivateKey(key);
        CertificatePem = complete.ExportCertificatePem();
        KeyPem = key.ExportPkcs8PrivateKeyPem();
        Server = X509CertificateLoader.LoadPkcs12(complete.Export(X509ContentType.Pkcs12), null);
    }

    public X509Certificate2 Server { get; }

    /// <summary>For a process of its own, which trusts what it finds at <c>SSL_CERT_FILE</c>.</summary>
    public string AuthorityPem => authority.ExportCertificatePem();

    public string CertificatePem { get; }

    public string KeyPem { get; }

    /// <summary>Real checking of chain and name, only with this authority as the root.</summary>
    public bool Trust(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is not X509Certificate2 leaf || errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
            return false;
        using var own = new X509Chain();
        own.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        own.ChainPolicy.CustomTrustStore.Add(authority);
        own.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return own.Build(leaf);
    }

    public void Dispose()
    {
        Server.Dispose();
        authority.Dispose();
    }
}
