namespace Netzwerk.Features.Shared;

/// <summary>The grey bar of an event in the organiser's area: which event, and its rooms in the order of <see cref="All"/>.</summary>
/// <param name="Day">„Fr., 11. November 2022“.</param>
/// <param name="Hours">„15:00–16:30 Uhr“.</param>
/// <param name="Current">The path of the room that is open: "" is the overview.</param>
/// <param name="Open">Paths of the rooms that this account may enter.</param>
public sealed record RoomBar(string Slug, string Title, string Day, string Hours, bool IsOneDay, string Place, string Current, IReadOnlyCollection<string> Open)
{
    public const string Overview = "";
    public const string Attendees = "/anmeldungen";
    public const string Lists = "/listen";
    public const string Mails = "/e-mails";
    public const string Edit = "/bearbeiten";

    public static IReadOnlyList<string> All { get; } = [Overview, Attendees, Lists, Mails, Edit];
}
