using Netzwerk.Domain;

namespace Netzwerk.Tests.Kit;

/// <summary>Events for tests that need no host.</summary>
public static class Events
{
    /// <summary>The anniversary: 11 November 2022, 15:00 to 16:30 in Berlin, registration until 4 November.</summary>
    public static Event Anniversary(DateTime? deadlineBound = null) => Anniversary(TestApp.Anniversary, deadlineBound);

    public static Event Anniversary(string slug, DateTime? deadlineBound = null, Guid? id = null) => new()
    {
        Id = id ?? Guid.CreateVersion7(),
        Slug = slug,
        Title = "Jubiläumsfeier",
        ShortTitle = "Jubiläumsfeier",
        Lead = "",
        Audience = "",
        Host = "",
        Place = "Kreishaus Cloppenburg",
        Price = "Keine",
        Date = new DateOnly(2022, 11, 11),
        StartsAt = new TimeOnly(15, 0),
        EndsAt = new TimeOnly(16, 30),
        DeadlineBound = deadlineBound ?? BerlinTime.EndOfDay(new DateOnly(2022, 11, 4)),
        OffersChildcare = true,
        ContactName = "Karin Probe",
        ContactEmail = "karin@netzwerk.test",
    };
}
