using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Organizer.Events;

/// <summary>Makes events through the real form.</summary>
internal static class Drafts
{
    public const string New = "/verwaltung/veranstaltungen/neu";
    public const string Room = "/verwaltung/veranstaltungen/elternfruehstueck-2022";
    public const string Slug = "elternfruehstueck-2022";
    public const string Public = "/veranstaltungen/" + Slug;

    /// <summary>All that has to be typed.</summary>
    public static Dictionary<string, string> Values => new(StringComparer.Ordinal)
    {
        ["Titel"] = "Elternfrühstück: Zusammen in den Tag",
        ["Kurztitel"] = "Elternfrühstück",
        ["Tag"] = "2022-12-03",
        ["Anmeldeschluss"] = "2022-11-26",
        ["Kurz gesagt"] = "Ein Vormittag mit Brötchen und Zeit zum Reden.",
    };

    /// <returns>The draft's page.</returns>
    public static async Task<Page> MakeAsync(HttpClient desk) => await Forms.SubmitAsync(await desk.OpenAsync(New), Values, "Entwurf anlegen");

    public static async Task<Page> PublishAsync(HttpClient desk, string room = Room) => await Forms.SubmitAsync(await desk.OpenAsync(room + "/veroeffentlichen"), "Jetzt veröffentlichen");
}
