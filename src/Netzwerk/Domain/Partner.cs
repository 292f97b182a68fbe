namespace Netzwerk.Domain;

/// <summary>One person of the network with the institution she stands for.</summary>
public sealed class Partner : IListed
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required int Position { get; set; }

    public required string Name { get; set; }

    public required string Institution { get; set; }

    /// <summary>What she does there; null where only the institution is known.</summary>
    public string? Function { get; set; }

    /// <summary>„Initiatorin“, „Initiatorin und Gründungsmitglied“; null for the others.</summary>
    public string? PartInFounding { get; set; }

    public List<GuideTopic> Topics { get; init; } = [];
}

/// <summary>One concern of the guide: which partner helps with it, and why this one. Without a partner: any of them passes you on.</summary>
public sealed class GuideTopic : IListed
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required int Position { get; set; }

    /// <summary>Anchor on the guide's page: <c>zurueck-in-den-beruf</c>.</summary>
    public required string Slug { get; init; }

    public required string Concern { get; set; }

    public required string Reason { get; set; }

    public Guid? PartnerId { get; set; }

    public Partner? Partner { get; set; }
}
