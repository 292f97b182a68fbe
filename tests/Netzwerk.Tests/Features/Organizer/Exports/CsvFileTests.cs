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
    [InlineData("a=b", "a=b")]
    [InlineData("﹦1", "'﹦1")]
    [InlineData("⁺1", "'⁺1")]
    [InlineData("−5", "'−5")]
    [InlineData(" =1+1", "' =1+1")]
    [InlineData("\u200B=1+1", "'\u200B=1+1")]
    [InlineData(null, "")]
    public void A_cell_is_never_a_formula(string? typed, string written) => Assert.Equal(written, CsvFile.Cell(typed));

    [Theory]
    [InlineData("01067")]
    [InlineData("007")]
    [InlineData("00")]
    [InlineData("1E5")]
    [InlineData("1,5e-3")]
    [InlineData("1.000")]
    [InlineData("5,50")]
    [InlineData("5 €")]
    [InlineData("5%")]
    [InlineData("(5)")]
    [InlineData(".5")]
    [InlineData("123456789012")]
    [InlineData("０１０６７")]
    [InlineData("٠١٠")]
    [InlineData("3/4")]
    [InlineData("1 1/2")]
    [InlineData("1-2")]
    [InlineData("1.2.")]
    [InlineData("11.11.2022")]
    [InlineData("2022-11-11")]
    [InlineData("2022-11-11T15:00:00Z")]
    [InlineData("11.11.2022 15:00")]
    [InlineData("Fr, 11.11.2022")]
    [InlineData("1. Mai")]
    [InlineData("Mai 22")]
    [InlineData("MAR1")]
    [InlineData("DEC-1")]
    [InlineData("10:30")]
    [InlineData("5 pm")]
    [InlineData("wahr")]
    [InlineData("FALSE")]
    [InlineData("#NV")]
    [InlineData("#DIV/0!")]
    public void What_a_spreadsheet_would_convert_stays_what_it_is(string typed) => Assert.Equal("'" + typed, CsvFile.Cell(typed));

    [Theory]
    [InlineData("3")]
    [InlineData("0")]
    [InlineData("12345678901")]
    [InlineData("Aus Löningen")]
    [InlineData("3 Kinder")]
    [InlineData("Mai")]
    [InlineData("Marie 2")]
    [InlineData("0171 3920012")]
    [InlineData("NW-2E5")]
    [InlineData("Mia + Ben, 4 und 6")]
    [InlineData("#")]
    [InlineData("Kommt 1/2 Stunde später")]
    public void What_no_spreadsheet_converts_has_no_apostrophe(string typed) => Assert.Equal(typed, CsvFile.Cell(typed));

    [Theory]
    [InlineData("+49 171 3920013", "0049 171 3920013")]
    [InlineData("+491713920013", "0049 1713920013")]
    [InlineData("0171 3920012", "0171 3920012")]
    [InlineData("01713920012", "0171 3920012")]
    [InlineData("(04471) 15-0", "(04471) 15-0")]
    [InlineData("-15 04471", "'-15 04471")]
    [InlineData("0110", "'0110")]
    [InlineData("11.11.22", "'11.11.22")]
    [InlineData(null, "")]
    public void A_phone_number_stays_a_text_that_can_be_dialled(string? typed, string written) => Assert.Equal(written, CsvFile.Phone(typed));

    [Fact]
    public async Task Every_field_is_quoted_and_lines_end_with_CRLF()
    {
        using var bytes = new MemoryStream();

        await CsvFile.WriteAsync(bytes, [Column.OfText<string>("Frage", row => row)], Rows("Was heißt „\"so\"“; und\nwann?", "=1+1"), CancellationToken.None);

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
