namespace Netzwerk.Domain;

/// <summary>
/// How many carers a group of children needs: a planning aid, not a rule of law (care during an event lies outside the NKiTaG).
/// None without children, else at least two: <c>max(2, ⌈n₀₋₂/3 + n₃₋₅/7 + n₆₋₁₃/10⌉)</c>; older children count as the last group.
/// </summary>
public static class CarersNeeded
{
    public static int For(IReadOnlyCollection<int> ages)
    {
        if (ages.Count == 0) return 0;
        var groups = AgeGroups.Of(ages);
        var exact = (groups.UpTo2 / 3m) + (groups.From3To5 / 7m) + (groups.From6 / 10m);
        // Thirds and sevenths do not end in decimals; without rounding, 3 children of 3 would need a second carer.
        return Math.Max(2, (int)Math.Ceiling(decimal.Round(exact, 9)));
    }
}

public readonly record struct AgeGroups(int UpTo2, int From3To5, int From6)
{
    public static AgeGroups Of(IReadOnlyCollection<int> ages) =>
        new(ages.Count(age => age <= 2), ages.Count(age => age is >= 3 and <= 5), ages.Count(age => age >= 6));
}
