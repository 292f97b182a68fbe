using System.Globalization;

namespace Netzwerk.Bench.Web;

/// <summary>How much is measured; the defaults take about three minutes.</summary>
/// <param name="Clients">Numbers of clients, each of them waiting for one answer before it asks again.</param>
/// <param name="Rounds">Every figure is the median over so many rounds, each of which measures everything.</param>
/// <param name="PageSeconds">How long one page is measured in one round.</param>
/// <param name="JourneySeconds">The same for the journey.</param>
public sealed record WebOptions(IReadOnlyList<int> Clients, int Rounds, double PageSeconds, double JourneySeconds, double WarmUpSeconds, int Port, string Engine, string? Published, int Registrations)
{
    public const string Usage = "web [--clients 1,8,32] [--rounds 3] [--page-seconds 2] [--journey-seconds 5] [--warm-up-seconds 8] [--port 5160] [--engine sqlite|postgres] [--published FOLDER] [--registrations 0]";

    /// <summary>How many journeys are taken up to the check page before their last forms are sent, measured.</summary>
    public int LastPosts => (int)(JourneySeconds * 2_000);

    public static WebOptions Parse(string[] args)
    {
        var options = new WebOptions([1, 8, 32], 3, 2, 5, 8, 5160, "sqlite", null, 0);
        foreach (var pair in args.Chunk(2))
        {
            var value = pair.Length == 2 ? pair[1] : throw new FormatException(Usage);
            options = pair[0] switch
            {
                "--clients" => options with { Clients = [.. value.Split(',').Select(Whole)] },
                "--rounds" => options with { Rounds = Whole(value) },
                "--page-seconds" => options with { PageSeconds = Seconds(value) },
                "--journey-seconds" => options with { JourneySeconds = Seconds(value) },
                "--warm-up-seconds" => options with { WarmUpSeconds = Seconds(value) },
                "--port" => options with { Port = Whole(value) },
                "--engine" when value is "sqlite" or "postgres" => options with { Engine = value },
                "--registrations" => options with { Registrations = Whole(value) },
                "--published" => options with { Published = value },
                _ => throw new FormatException(Usage),
            };
        }
        return options;
    }

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static double Seconds(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
