using Netzwerk.Bench.Load;

namespace Netzwerk.Bench.Web;

/// <summary>Collects the rounds and prints their medians.</summary>
/// <param name="eventBytes">Size of the event page's answer as it travels, which the bare server's answer has too.</param>
public sealed class WebReport(int eventBytes, int formBytes)
{
    public const string Bare = "Bare Kestrel";
    public const string Journey = "Journey";
    public const string LastPost = "Last POST";

    private readonly Dictionary<(string What, int Clients), List<Sample>> _samples = [];
    private readonly List<double> _commits = [];
    private readonly List<double> _freshCommits = [];

    /// <summary>What was not as it must be; empty is good.</summary>
    public List<string> Wrong { get; } = [];

    public void Add(string what, int clients, Sample sample)
    {
        if (!_samples.TryGetValue((what, clients), out var rounds)) _samples[(what, clients)] = rounds = [];
        rounds.Add(sample);
        Check(sample);
    }

    /// <param name="rate">On one context that stays open.</param>
    /// <param name="fresh">With a context for each row, as a request has.</param>
    public void AddCommits(double rate, double fresh)
    {
        _commits.Add(rate);
        _freshCommits.Add(fresh);
    }

    public void Check(Sample sample)
    {
        if (sample.Wrong is { } wrong) Wrong.Add(wrong);
    }

    /// <summary>Is exactly that stored, and on its way by mail, that families were told of?</summary>
    public void Check(StoredSignUps database)
    {
        if (!database.WaitUntilSent()) Wrong.Add($"{database.MailsToSend} mails were not sent");
        var (told, stored, confirmed) = (Told.Families, database.Registrations, database.Confirmations);
        if (told != stored || told != confirmed) Wrong.Add($"{told} journeys were acknowledged, {stored} registrations and {confirmed} confirmations are stored");
    }

    public void Print(TextWriter to)
    {
        var commits = Median(_commits);
        to.WriteLine();
        to.WriteLine($"Event page {eventBytes:N0} bytes on the wire, form page {formBytes:N0}; medians of {_commits.Count} rounds; times in ms, server CPU in µs per request.");
        to.WriteLine();
        to.WriteLine("| what         | clients | visits/s | requests/s | request p50 |    p99 | visit p50 |    p99 | server CPU | load gen. CPU | of its limit |");
        to.WriteLine("| ------------ | ------: | -------: | ---------: | ----------: | -----: | --------: | -----: | ---------: | ------------: | -----------: |");
        foreach (var ((what, clients), rounds) in _samples.OrderBy(entry => entry.Key.Clients))
        {
            double Of(Func<Sample, double> figure) => Median(rounds.Select(figure));
            var ratio = what switch
            {
                Bare => "",
                Journey or LastPost or Journey + ", many" => $"{Of(s => s.VisitRate) / commits:0.00} commits",
                _ => $"{Of(s => s.RequestRate) / Median(_samples[(Bare, clients)].Select(s => s.RequestRate)):0.00} bare",
            };
            to.WriteLine(
                $"| {what,-12} | {clients,7} | {Of(s => s.VisitRate),8:N0} | {Of(s => s.RequestRate),10:N0} | {Of(s => Sample.Quantile(s.Requests, 0.5)),11:0.00} | {Of(s => Sample.Quantile(s.Requests, 0.99)),6:0.00} | {Of(s => Sample.Quantile(s.Visits, 0.5)),9:0.00} | {Of(s => Sample.Quantile(s.Visits, 0.99)),6:0.00} | {Of(s => s.ServerMicrosecondsPerRequest),10:0} | {Of(s => s.GeneratorShare),13:P0} | {ratio,12} |");
        }
        to.WriteLine();
        to.WriteLine($"Durable single-row EF commits, one thread: {commits:N0} a second; with a context for each, as a request has: {Median(_freshCommits):N0}.");
        to.WriteLine($"{Told.Families:N0} families were told that they are registered.");
        foreach (var wrong in Wrong) to.WriteLine($"WRONG: {wrong}");
        if (Wrong.Count == 0) to.WriteLine("Every answer was right, and exactly these registrations are stored, with one confirmation each.");
    }

    private static double Median(IEnumerable<double> values) => Sample.Quantile([.. values.Order()], 0.5);
}
