using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Netzwerk.Bench.Drills.Kit;

/// <summary>A family fills in the form and sends it. Where no page comes it tries again, as people do, for a while.</summary>
/// <param name="patience">How long it tries to get one page.</param>
public sealed partial class SignUp(Browser browser, Ledger ledger, TimeSpan? patience = null)
{
    public const string FormPath = "/veranstaltungen/jubilaeum-2022/anmeldung";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private readonly TimeSpan _patience = patience ?? TimeSpan.FromSeconds(60);

    /// <summary>The whole way. <paramref name="insists"/>: sends the last form again when no answer came; who does not never learns the outcome.</summary>
    public async Task<Told> ComeAsync(Family family, bool insists = true) => await SendAsync(family, await FillInAsync(family), insists);

    /// <summary>To the page „Prüfen und absenden“.</summary>
    /// <returns>Its sealed journey, which any process takes at any later time.</returns>
    public async Task<string> FillInAsync(Family family)
    {
        var page = await InsistAsync(() => browser.PostAsync(FormPath,
            ("Form.GivenName", family.GivenName), ("Form.FamilyName", family.FamilyName), ("Form.Email", family.Email), ("Form.Phone", family.Phone ?? ""),
            ("Form.FurtherAdults", Number(family.FurtherAdults)), ("Form.Childcare", family.Kids.Count > 0 ? "ja" : "nein"), ("Form.Question", family.Question ?? "")));
        if (family.Kids.Count > 0)
        {
            var journey = Journey(page, "Kinder");
            page = await InsistAsync(() => browser.PostAsync(FormPath + "/kinder", [("journey", journey), .. family.Kids.Index().SelectMany(Fields), ("move", "next")]));
        }
        return Journey(page, "Prüfen und absenden");
    }

    /// <summary>„Jetzt anmelden“, and what came of it goes into the ledger.</summary>
    public async Task<Told> SendAsync(Family family, string journey, bool insists = true)
    {
        Told told;
        try
        {
            var start = Stopwatch.GetTimestamp();
            Task<Seen> Send()
            {
                start = Stopwatch.GetTimestamp();
                return browser.PostAsync(FormPath + "/pruefen", ("journey", journey), ("move", "send"));
            }
            var seen = insists ? await InsistAsync(Send) : await Send();
            told = Understand(family, seen, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        catch (NoAnswerException)
        {
            told = new Told(family, What.Unanswered);
        }
        ledger.Note(told);
        return told;
    }

    /// <summary>Opens the last page and keeps the reference that it shows.</summary>
    public async Task<Told> LookAsync(Told told)
    {
        if (told is not { What: What.Acknowledged, Why: { } address }) return told;
        var page = await InsistAsync(() => browser.GetAsync(address));
        if (page.Between("<p class=\"nw-reference\">", "</p>") is not { } reference || !Reference().IsMatch(reference)) throw new InvalidDataException($"no reference on the page „{page.Heading}“");
        told = told with { Reference = reference };
        ledger.Note(told);
        return told;
    }

    private static Told Understand(Family family, Seen seen, double milliseconds) => seen switch
    {
        { Status: 302, Location: { } address } when address.Contains("/fertig/", StringComparison.Ordinal) => new Told(family, What.Acknowledged, null, address, milliseconds),
        { Status: 503 } => new Told(family, What.Refused, null, "503", milliseconds),
        { Status: >= 500 } => throw new InvalidDataException($"status {seen.Status} after „Jetzt anmelden“"),
        { Status: 200, Alert: { } alert } => new Told(family, What.Refused, null, alert, milliseconds),
        _ => throw new InvalidDataException($"status {seen.Status} and the page „{seen.Heading}“ after „Jetzt anmelden“"),
    };

    private async Task<Seen> InsistAsync(Func<Task<Seen>> ask)
    {
        var start = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                var seen = await ask();
                if (seen.Status != 503 || Stopwatch.GetElapsedTime(start) > _patience) return seen;
            }
            catch (NoAnswerException) when (Stopwatch.GetElapsedTime(start) < _patience)
            {
            }
            await Task.Delay(Pause);
        }
    }

    private static string Journey(Seen page, string heading) => page.Status == 200 && page.Heading == heading
        ? page.Field("journey")
        : throw new InvalidDataException($"status {page.Status} and the page „{page.Heading}“ instead of „{heading}“: {page.Alert}");

    private static IEnumerable<(string, string)> Fields((int Index, Kid Kid) row)
    {
        yield return ($"Form.Children[{row.Index}].FirstName", row.Kid.FirstName);
        yield return ($"Form.Children[{row.Index}].Age", Number(row.Kid.Age));
        if (row.Kid.CallRequested) yield return ($"Form.Children[{row.Index}].CallRequested", "true");
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("^NW-[A-Z0-9]{6}$")]
    private static partial Regex Reference();
}
