using System.Globalization;

namespace Netzwerk.Features.Organizer.Events.Editing;

/// <summary>The rows of the programme; the server adds, removes and moves them.</summary>
public static class ProgrammeRows
{
    /// <param name="move">The button: <c>add</c>, or <c>remove-2</c>, <c>up-2</c>, <c>down-2</c>, counted from 1 as the page does.</param>
    /// <returns>The rows afterwards and the one that takes the focus; null for every other button.</returns>
    public static (List<ProgrammeForm> Rows, int? Focus)? After(string? move, IReadOnlyList<ProgrammeForm> rows)
    {
        if (move == "add") return rows.Count >= EventForm.MostPoints ? ([.. rows], rows.Count - 1) : ([.. rows, new ProgrammeForm()], rows.Count);
        if (move?.Split('-') is not [var verb, var number] || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var at)) return null;
        var index = at - 1;
        var after = rows.ToList();
        if (index < 0 || index >= rows.Count) return (after, null);
        switch (verb)
        {
            case "remove":
                after.RemoveAt(index);
                return (after, after.Count == 0 ? null : Math.Min(index, after.Count - 1));
            case "up" or "down":
                var to = Math.Clamp(verb == "up" ? index - 1 : index + 1, 0, after.Count - 1);
                (after[index], after[to]) = (after[to], after[index]);
                return (after, to);
            default:
                return null;
        }
    }
}
