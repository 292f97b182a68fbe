using System.Globalization;

namespace Netzwerk.Domain;

/// <summary>
/// A count that stayed when the people were erased. Below five it could still point at a family, so the number is not told.
/// </summary>
public static class SmallCount
{
    public const int Smallest = 5;

    public static string Of(int count, bool isAnonymous = true) =>
        isAnonymous && count is > 0 and < Smallest ? $"weniger als {Smallest}" : count.ToString(CultureInfo.InvariantCulture);
}
