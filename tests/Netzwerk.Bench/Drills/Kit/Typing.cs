using System.Globalization;

namespace Netzwerk.Bench.Drills.Kit;

/// <summary>What a family's browser sends for each step.</summary>
public static class Typing
{
    public static (string Name, string Value)[] Who(Family family, string? journey = null) =>
    [
        .. journey is null ? Array.Empty<(string, string)>() : [("journey", journey)],
        ("Form.GivenName", family.GivenName), ("Form.FamilyName", family.FamilyName), ("Form.Email", family.Email), ("Form.Phone", family.Phone ?? ""),
        ("Form.FurtherAdults", Number(family.FurtherAdults)), ("Form.Childcare", family.Kids.Count > 0 ? "ja" : "nein"), ("Form.Question", family.Question ?? ""),
    ];

    public static (string Name, string Value)[] Children(Family family, string journey) =>
    [
        ("journey", journey),
        .. family.Kids.Index().SelectMany(row => new[]
        {
            ($"Form.Children[{row.Index}].FirstName", row.Item.FirstName),
            ($"Form.Children[{row.Index}].Age", Number(row.Item.Age)),
            ($"Form.Children[{row.Index}].CallRequested", row.Item.CallRequested ? "true" : "false"),
        }),
        ("move", "next"),
    ];

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
