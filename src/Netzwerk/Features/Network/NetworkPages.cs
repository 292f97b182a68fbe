namespace Netzwerk.Features.Network;

/// <param name="Tips">Those that the network added to the flyer's own.</param>
public sealed record NetworkPage(IReadOnlyList<MemberRow> Members, IReadOnlyList<ConcernRow> Concerns, IReadOnlyList<TipRow> Tips);

public sealed record TipRow(string Title, string Text);

/// <summary>A member of the network; the two who began it are <see cref="Initiated"/>.</summary>
public sealed record MemberRow(string Name, string Institution, string? Function, string? PartInFounding)
{
    public bool Initiated => PartInFounding is not null;
}

/// <summary>A concern and who helps with it; without a member any institution passes you on.</summary>
public sealed record ConcernRow(string Slug, string Concern, string Reason, MemberRow? Member);
