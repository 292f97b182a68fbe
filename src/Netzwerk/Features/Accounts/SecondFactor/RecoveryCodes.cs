using System.Security.Cryptography;
using Netzwerk.Features.Shared.Access;

namespace Netzwerk.Features.Accounts.SecondFactor;

/// <summary>
/// Ten codes on paper for the day on which the phone is gone; each works once. Stored hashed like passwords, under one salt per sheet, so
/// that checking one costs one hash (OWASP ASVS 5.0, V6.5.2).
/// </summary>
public sealed class RecoveryCodes(Factors factors, PasswordHashing hashing)
{
    public const int PerSheet = 10;

    // No letters and digits that look alike: the codes are typed from paper.
    private const string Signs = "ABCDEFGHJKLMNPQRTUVWXYZ2346789";
    private const int SaltBytes = 16, HashBytes = 32, Iterations = 220_000;

    /// <summary>A new sheet, not yet stored: hashing it takes a second.</summary>
    public async Task<RecoverySheet> MakeAsync()
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        var codes = Enumerable.Range(0, PerSheet).Select(_ => $"{RandomNumberGenerator.GetString(Signs, 5)}-{RandomNumberGenerator.GetString(Signs, 5)}").ToList();
        var hashes = new List<string> { Convert.ToBase64String(salt) };
        foreach (var code in codes) hashes.Add(await HashAsync(code, salt));
        return new RecoverySheet(codes, string.Join(' ', hashes));
    }

    /// <summary>From now on the codes of the sheet before work no more.</summary>
    public Task StoreAsync(Guid accountId, RecoverySheet sheet) => factors.WriteAsync(accountId, Factors.Recovery, sheet.Hashes);

    public async Task<int> LeftAsync(Guid accountId) => await factors.ReadAsync(accountId, Factors.Recovery) is { } sheet ? sheet.Split(' ').Length - 1 : 0;

    public async Task<bool> TakeAsync(Guid accountId, string typed)
    {
        if (await factors.ReadAsync(accountId, Factors.Recovery) is not { } sheet) return false;
        var parts = sheet.Split(' ');
        var hash = await HashAsync(typed, Convert.FromBase64String(parts[0]));
        return parts.Skip(1).Contains(hash, StringComparer.Ordinal)
            && await factors.ReplaceAsync(accountId, Factors.Recovery, sheet, string.Join(' ', parts.Where(part => part != hash)));
    }

    private Task<string> HashAsync(string code, byte[] salt) => hashing.RunAsync(() => Hash(code, salt));

    private static string Hash(string code, byte[] salt) => Convert.ToBase64String(Rfc2898DeriveBytes.Pbkdf2(
        string.Concat(code.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)), salt, Iterations, HashAlgorithmName.SHA512, HashBytes));
}

/// <param name="Codes">To be shown once.</param>
/// <param name="Hashes">What is stored of them.</param>
public sealed record RecoverySheet(IReadOnlyList<string> Codes, string Hashes);
