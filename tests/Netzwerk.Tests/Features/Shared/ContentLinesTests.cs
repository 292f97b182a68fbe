using System.Text;
using Netzwerk.Features.Shared;

namespace Netzwerk.Tests.Features.Shared;

/// <summary>RFC 5545, section 3.1.</summary>
public sealed class ContentLinesTests
{
    [Theory]
    [InlineData("SUMMARY:", "ä")]
    [InlineData("SUMMARY:", "😀")]
    [InlineData("SUMMARY: ", "😀")]
    [InlineData("SUMMARY:x", "👩‍👧‍👦")]
    [InlineData("SUMMARY:xy", "u\u0308")]
    public void Lines_are_folded_by_octets_and_between_characters(string start, string character)
    {
        for (var before = 0; before < 8; before++)
        {
            var line = start + new string('.', before) + string.Concat(Enumerable.Repeat(character, 60));

            var folded = ContentLines.Refold($"BEGIN:VEVENT\r\n{line}\r\nEND:VEVENT\r\n");

            var parts = folded.Split("\r\n");
            Assert.All(parts, part => Assert.InRange(Encoding.UTF8.GetByteCount(part), 0, 75));
            Assert.Equal(("BEGIN:VEVENT", "END:VEVENT", ""), (parts[0], parts[^2], parts[^1]));
            Assert.Equal(line, string.Concat(parts[1..^2].Select((part, index) => index == 0 ? part : part[1..])));
            // Each part is whole by itself, as for a reader that decodes before it unfolds.
            Assert.All(parts[2..^2], part => Assert.Matches($"^ (?:{character})+$", part));
        }
    }

    [Fact]
    public void What_was_folded_elsewhere_is_unfolded_first() =>
        Assert.Equal("SUMMARY:a😀b\r\n", ContentLines.Refold("SUMMARY:a\uD83D\r\n \uDE00b\r\n"));

    [Fact]
    public void A_character_that_is_longer_than_a_line_is_folded_between_code_points()
    {
        var letter = "a" + new string('\u0301', 100);

        var parts = ContentLines.Refold("X:" + letter).Split("\r\n ");

        Assert.All(parts, part => Assert.InRange(Encoding.UTF8.GetByteCount(part), 1, 75));
        Assert.Equal("X:" + letter, string.Concat(parts));
    }
}
