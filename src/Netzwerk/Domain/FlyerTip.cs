namespace Netzwerk.Domain;

/// <summary>A tip on the flyer that the network added to the site's own.</summary>
public sealed class FlyerTip : IListed
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required int Position { get; set; }

    public required string Title { get; set; }

    public required string Text { get; set; }
}
