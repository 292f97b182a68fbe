using System.Collections.Concurrent;
using Netzwerk.Bench.Drills.Kit;
using Netzwerk.Bench.Site.Databases;

namespace Netzwerk.Bench.Drills;

/// <summary>Whatever is sent twice is stored once: double clicks, two tabs, the back button; and who changed something meanwhile is told what counts.</summary>
public static class DoubleDrill
{
    private const string Done = "Sie sind angemeldet";
    private const string Explained = "Sie haben sich schon angemeldet";

    public static Task<int> RunAsync(string[] args)
    {
        var options = new DrillOptions("double", args, ("--cases", "5000"), ("--clients", "8"));
        return Drill.RunAsync(options, async drill =>
        {
            using var browser = drill.Browser();
            var ways = new Way[] { new("double clicks", ClickTwiceAsync), new("two tabs", TwoTabsAsync), new("the back button", GoBackAsync), new("changed content", ChangeAsync) };
            var left = options.Whole("--cases");
            await Task.WhenAll(Enumerable.Range(0, options.Whole("--clients")).Select(_ => Task.Run(async () =>
            {
                while (Interlocked.Decrement(ref left) is >= 0 and var number)
                {
                    var way = ways[number % ways.Length];
                    var family = Family.Next(Random.Shared);
                    var answers = await way.TryAsync(browser, family);
                    drill.Ledger.Note(new Told(family, What.Acknowledged));
                    way.Cases.Enqueue((family, answers));
                }
            })));
            using var connection = drill.Database.Open();
            var stored = Stored.Read(connection).Registrations.ToLookup(registration => registration.Email);
            var repeated = connection.Rows("""SELECT "RegistrationId", "Reference" FROM "RepeatedSignUps" """, row => (Of: row.GetGuid(0), Reference: row.GetString(1))).ToLookup(row => row.Of, row => row.Reference);
            foreach (var way in ways) Judge(drill.Verdict, way, stored, repeated);
        });
    }

    /// <summary>The same form two to five times at once.</summary>
    private static async Task<string[]> ClickTwiceAsync(Browser browser, Family family)
    {
        var journey = await FillInAsync(browser, family);
        return await Task.WhenAll(Enumerable.Range(0, Random.Shared.Next(2, 6)).Select(_ => SendAsync(browser, journey)));
    }

    /// <summary>Filled in twice, sent at once or one after the other.</summary>
    private static async Task<string[]> TwoTabsAsync(Browser browser, Family family)
    {
        var (left, right) = (await FillInAsync(browser, family), await FillInAsync(browser, family));
        if (Random.Shared.Next(2) == 0) return await Task.WhenAll(SendAsync(browser, left), SendAsync(browser, right));
        return [await SendAsync(browser, left), await SendAsync(browser, right)];
    }

    /// <summary>Back from the last page to the form, and sent again: as it stands, and filled in once more.</summary>
    private static async Task<string[]> GoBackAsync(Browser browser, Family family)
    {
        var journey = await FillInAsync(browser, family);
        var first = await SendAsync(browser, journey);
        var again = await SendAsync(browser, journey);
        var back = await browser.PostAsync(SignUp.FormPath + "/pruefen", ("journey", journey), ("move", "change-who"));
        return [first, again, await SendAsync(browser, await FillInAsync(browser, family, Journey(back, "Wer kommt?")))];
    }

    /// <summary>Back, one adult more, and sent again: the first one holds, and the answer says so.</summary>
    private static async Task<string[]> ChangeAsync(Browser browser, Family family)
    {
        var journey = await FillInAsync(browser, family);
        var first = await SendAsync(browser, journey);
        return [first, await SendAsync(browser, await FillInAsync(browser, family with { FurtherAdults = family.FurtherAdults + 1 }, journey))];
    }

    private static void Judge(Verdict verdict, Way way, ILookup<string?, StoredRegistration> stored, ILookup<Guid, string> repeated)
    {
        string? Wrong(Family family, string[] answers)
        {
            if (stored[family.Email].ToList() is not [var registration]) return $"{family.FamilyName} is stored {stored[family.Email].Count()} times";
            if (!registration.Is(family)) return $"{family.FamilyName} is stored with other content";
            var known = way.Name == "two tabs" ? [registration.Reference, .. repeated[registration.Id]] : way.Name == "changed content" ? [registration.Reference, Explained] : new[] { registration.Reference };
            return answers.ToHashSet().SetEquals(known) ? null : $"{family.FamilyName} was shown {string.Join(", ", answers)} and not {string.Join(", ", known)}";
        }
        var wrong = way.Cases.Select(one => Wrong(one.Family, one.Answers)).OfType<string>().ToList();
        verdict.Add(way.Name, wrong.Count == 0, wrong.Count == 0 ? $"{way.Cases.Count:N0} cases, one registration each, {way.Cases.Sum(one => one.Answers.Length):N0} answers with the right words" : $"{wrong.Count:N0} of {way.Cases.Count:N0} cases wrong, the first: {wrong[0]}");
    }

    /// <param name="journey">Of an earlier pass through the form, whose key stays.</param>
    private static async Task<string> FillInAsync(Browser browser, Family family, string? journey = null)
    {
        var page = await browser.PostAsync(SignUp.FormPath, Typing.Who(family, journey));
        if (family.Kids.Count > 0) page = await browser.PostAsync(SignUp.FormPath + "/kinder", Typing.Children(family, Journey(page, "Kinder")));
        return Journey(page, "Prüfen und absenden");
    }

    /// <returns>The reference on the last page, or the heading of whatever else came.</returns>
    private static async Task<string> SendAsync(Browser browser, string journey)
    {
        var seen = await browser.PostAsync(SignUp.FormPath + "/pruefen", ("journey", journey), ("move", "send"));
        if (seen is { Status: 302, Location: { } address }) seen = await browser.GetAsync(address);
        return seen.Heading == Done ? seen.Between("<p class=\"nw-reference\">", "</p>") ?? "no reference" : seen.Heading;
    }

    private static string Journey(Seen page, string heading) => page.Heading == heading ? page.Field("journey") : throw new InvalidDataException($"status {page.Status} and the page „{page.Heading}“ instead of „{heading}“");

    private sealed record Way(string Name, Func<Browser, Family, Task<string[]>> TryAsync)
    {
        public ConcurrentQueue<(Family Family, string[] Answers)> Cases { get; } = new();
    }
}
