namespace Netzwerk.Bench.Drills.Kit;

/// <summary>What one invented family types. All that points to a person says so with a canary, which no log may ever sing of.</summary>
public sealed record Family(int Number, string GivenName, string FamilyName, string Email, string? Phone, int FurtherAdults, IReadOnlyList<Kid> Kids, string? Question)
{
    /// <summary>Looked for in every log, whatever the case.</summary>
    public static readonly IReadOnlyList<string> Canaries = ["canary", "kanari"];

    private static int _last;

    public int Seats => 1 + FurtherAdults + Kids.Count;

    /// <summary>The next one, with two children at most.</summary>
    public static Family Next(Random random)
    {
        var number = Interlocked.Increment(ref _last);
        var kids = random.Next(3);
        return Alone(number) with
        {
            Phone = kids == 0 && random.Next(2) == 0 ? null : $"0171 39200{number % 100:00}",
            FurtherAdults = random.Next(3),
            Kids = [.. Enumerable.Range(1, kids).Select(kid => new Kid($"Kanari {kid}-{number}", random.Next(15), random.Next(4) == 0))],
            Question = random.Next(3) == 0 ? $"Was kostet ein Kanarienvogel für {number} Kinder?" : null,
        };
    }

    /// <summary>The next one, which takes one seat.</summary>
    public static Family NextAlone() => Alone(Interlocked.Increment(ref _last));

    private static Family Alone(int number) => new(number, "Kanaria", $"Canary-{number}", $"canary-{number}@familie.example", null, 0, [], null);
}

public sealed record Kid(string FirstName, int Age, bool CallRequested);
