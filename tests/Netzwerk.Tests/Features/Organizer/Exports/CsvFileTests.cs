using System.Text;
using Netzwerk.Features.Organizer.Exports;

namespace Netzwerk.Tests.Features.Organizer.Exports;

public class CsvFileTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+49", "'+49")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "'\r=1")]
    [InlineData("\n=1", "'\n=1")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("＋1", "'＋1")]
    [InlineData("－1", "'－1")]
    [InlineData("＠a", "'＠a")]
    [InlineData("Müller-Öztürk ß", "Müller-Öztürk ß")]
    [InlineData("O'Şahin", "O'Şahin")]
    [InlineData("007", "007")]
    [InlineData("a=b", "a=b")]
    [InlineData(null, "")]
    public void A_cell_is_never_a_formula(string? typed, string written) => Assert.Equal(written, CsvFile.Cell(typed));

    [Theory]
    [InlineData("+49 171 3920013", "0049 171 3920013")]
    [InlineData("+491713920013", "0049 1713920013")]
    [InlineData("0171 3920012", "0171 3920012")]
    [InlineData("01713920012", "0171 3920012")]
    [InlineData("(04471) 15-0", "(04471) 15-0")]
    [InlineData("-15 04471", "'-15 04471")]
    [InlineData(null, "")]
    public void A_phone_number_stays_a_text_that_can_be_dialled(string? typed, string written) => Assert.Equal(written, CsvFile.Phone(typed));

    [Fact]
    public async Task Every_field_is_quoted_and_lines_end_with_CRLF()
    {
        using var bytes = new MemoryStream();

        await CsvFile.WriteAsync(bytes, [new Column<string>("Frage", row => row)], Rows("Was heißt „\"so\"“; und\nwann?", "=1+1"), CancellationToken.None);

        var text = new UTF8Encoding(false).GetString(bytes.ToArray());
        Assert.Equal("\uFEFF\"Frage\"\r\n\"Was heißt „\"\"so\"\"“; und\nwann?\"\r\n\"'=1+1\"\r\n", text);
    }

    private static async IAsyncEnumerable<string> Rows(params string[] rows)
    {
        foreach (var row in rows)
        {
            await Task.Yield();
            yield return row;
        }
    }
}
