using System.Text;
using Netzwerk.Features.Accounts.SecondFactor;

namespace Netzwerk.Tests.Features.Accounts;

public sealed class TotpTests
{
    private static readonly byte[] Key = "12345678901234567890"u8.ToArray();

    /// <summary>RFC 6238, appendix B, cut to six digits.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code) => Assert.Equal(code, Totp.Code(Key, Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds))));

    [Fact]
    public void A_code_counts_one_step_early_and_late_and_no_longer()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_000_000_000);
        long? StepOf(int away) => Totp.StepOf(Key, Totp.Code(Key, Totp.StepAt(now) + away), now) - Totp.StepAt(now);

        Assert.Equal([null, -1, 0, 1, null], new[] { -2, -1, 0, 1, 2 }.Select(StepOf));
        Assert.Null(Totp.StepOf(Key, "", now));
    }

    /// <summary>RFC 4648, section 10.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Keys_are_written_as_apps_read_them(string bytes, string text) => Assert.Equal(text, Totp.Base32(Encoding.ASCII.GetBytes(bytes)));
}
