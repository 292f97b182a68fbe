using Microsoft.EntityFrameworkCore;
using Netzwerk.Domain;

namespace Netzwerk.Data;

/// <summary>What a new installation starts with: the anniversary and the network's partners, as the network announced them.</summary>
public static class FirstContents
{
    public static async Task AddAsync(NetzwerkDb db)
    {
        if (!await db.Events.AnyAsync()) db.Add(Anniversary());
        if (!await db.Settings.AnyAsync(setting => setting.Key == StoredSetting.PartnersCame))
        {
            db.Add(new StoredSetting { Key = StoredSetting.PartnersCame, Value = "", ChangedAt = TimeProvider.System.GetUtcNow().UtcDateTime, ChangedBy = "" });
            // A database from before this note was filled by its first start.
            if (!await db.Partners.AnyAsync()) AddPartners(db);
        }
        await db.SaveChangesAsync();
    }

    public static Event Anniversary() => new()
    {
        Slug = "jubilaeum-2022",
        Title = "Jubiläumsfeier: 11 Jahre Netzwerk „Wirksame Hilfen für Alleinerziehende“",
        ShortTitle = "Jubiläumsfeier",
        Lead = "Das Netzwerk wird elf, am 11.\u00A011. Feiern Sie mit uns – und sagen Sie, was Alleinerziehende brauchen.",
        Audience = "Alleinerziehende Mütter und Väter aus dem Landkreis Cloppenburg, Netzwerkpartner und alle, die sich dafür interessieren",
        Host = "Netzwerk „Wirksame Hilfen für Alleinerziehende“, vertreten durch den Landkreis Cloppenburg",
        Place = "Kreishaus Cloppenburg",
        Date = new DateOnly(2022, 11, 11),
        StartsAt = new TimeOnly(15, 0),
        EndsAt = new TimeOnly(16, 30),
        DeadlineBound = BerlinTime.EndOfDay(new DateOnly(2022, 11, 4)),
        OffersChildcare = true,
        IsFestive = true,
        ContactName = "Karin kl.\u00A0Holthaus",
        ContactEmail = "kl.holthaus@lkclp.de",
        Programme =
        [
            new("Die Ziele des Netzwerks", "Was das Netzwerk für Alleinerziehende erreichen will."),
            new("Ihre Herausforderungen, Ihre Wünsche", "Fachleute sprechen mit Ihnen über das, was Alleinerziehende bewegt. Eine Frage können Sie schon mit der Anmeldung schicken."),
            new("Besonders: die „Bunten Frauen Visbek“", "Sie zeigen die Rückkehr in den Beruf aus einer anderen Perspektive.", IsHighlight: true),
        ],
    };

    private static void AddPartners(NetzwerkDb db)
    {
        var komossa = Person(1, "Anja Komossa", "Jobcenter Cloppenburg", "Beauftragte für Chancengleichheit am Arbeitsmarkt", "Initiatorin und Gründungsmitglied");
        var neumann = Person(2, "Dr. Christina Neumann", "Landkreis Cloppenburg", "ehemalige Gleichstellungsbeauftragte", "Initiatorin");
        var flerlage = Person(3, "Ivonne Flerlage", "Diakonisches Werk", "Schwangerenberatung");
        var luthmann = Person(4, "Ines Luthmann", "Sozialdienst katholischer Frauen Cloppenburg", "Geschäftsführerin");
        var kessens = Person(5, "Elisabeth Kessens", "Caritas-Sozialwerk Cloppenburg");
        var stueve = Person(6, "Sandra kl.\u00A0Stüve", "Stadt Friesoythe", "Gleichstellungsbeauftragte");
        var hitz = Person(7, "Renate Hitz", "Koordinierungsstelle Frauen und Wirtschaft, Oldenburger Münsterland");
        db.AddRange(komossa, neumann, flerlage, luthmann, kessens, stueve, hitz);
        db.AddRange(
            Topic(1, "zurueck-in-den-beruf", "Zurück in den Beruf", "Sie ist im Jobcenter für Chancengleichheit am Arbeitsmarkt zuständig.", komossa),
            Topic(2, "schwangerschaft", "Schwangerschaft", "Sie berät Schwangere.", flerlage),
            Topic(3, "beruf-und-familie", "Beruf und Familie vereinbaren", "Die Koordinierungsstelle verbindet Frauen und Wirtschaft im Oldenburger Münsterland.", hitz),
            Topic(4, "gleichstellung", "Gleichstellung", "Sie ist die Gleichstellungsbeauftragte der Stadt Friesoythe.", stueve),
            Topic(5, "wer-ist-zustaendig", "Ich weiß nicht, wer zuständig ist", "Fragen Sie eine beliebige Stelle im Netzwerk. Jede vermittelt Sie an die passende."));
    }

    private static Partner Person(int position, string name, string institution, string? function = null, string? founding = null) =>
        new() { Position = position, Name = name, Institution = institution, Function = function, PartInFounding = founding };

    private static GuideTopic Topic(int position, string slug, string concern, string reason, Partner? partner = null) =>
        new() { Position = position, Slug = slug, Concern = concern, Reason = reason, Partner = partner };
}
