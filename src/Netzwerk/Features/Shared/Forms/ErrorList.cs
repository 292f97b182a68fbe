using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Netzwerk.Features.Shared.Forms;

/// <summary>The errors of a form in the order in which its fields stand; the model state itself sorts them by name.</summary>
public static class ErrorList
{
    private static readonly char[] Separators = ['.', '[', ']'];

    public static IReadOnlyList<(string Field, string Message)> Of(ViewDataDictionary viewData) =>
        [.. viewData.ModelState
            .Where(entry => entry.Value!.Errors.Count > 0)
            .OrderBy(entry => PositionOf(entry.Key, viewData.ModelMetadata), StringComparer.Ordinal)
            .Select(entry => (entry.Key, entry.Value!.Errors[0].ErrorMessage))];

    /// <summary>The declared positions of all parts of a field's name: <c>Form.Children[1].Age</c> becomes <c>00100 00000 00001 00001</c>.</summary>
    private static string PositionOf(string field, ModelMetadata? metadata)
    {
        var position = new List<int>();
        foreach (var part in field.Split(Separators, StringSplitOptions.RemoveEmptyEntries))
        {
            if (int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
            {
                position.Add(index);
                metadata = metadata?.ElementMetadata;
                continue;
            }
            var properties = metadata?.Properties.ToList() ?? [];
            var at = properties.FindIndex(property => string.Equals(property.PropertyName, part, StringComparison.OrdinalIgnoreCase));
            position.Add(at < 0 ? 99_999 : at);
            metadata = at < 0 ? null : properties[at];
        }
        return string.Join(' ', position.Select(number => number.ToString("D5", CultureInfo.InvariantCulture)));
    }
}
