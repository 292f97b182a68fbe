using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;

namespace Netzwerk.Features.Network;

/// <summary>All that the network's pages show.</summary>
public sealed class NetworkContents(NetzwerkDb db)
{
    /// <param name="change">For a preview: on copies, nothing is stored.</param>
    public async Task<NetworkPage> AskAsync(Action<Drafts>? change = null)
    {
        var drafts = new Drafts(
            await db.Partners.AsNoTracking().OrderBy(partner => partner.Position).ToListAsync(),
            await db.GuideTopics.AsNoTracking().OrderBy(topic => topic.Position).ToListAsync(),
            await db.FlyerTips.AsNoTracking().OrderBy(tip => tip.Position).ToListAsync());
        change?.Invoke(drafts);
        var members = drafts.Partners.ToDictionary(partner => partner.Id, partner => new MemberRow(partner.Name, partner.Institution, partner.Function, partner.PartInFounding));
        return new(
            [.. members.Values],
            [.. drafts.Topics.Select(topic => new ConcernRow(topic.Slug, topic.Concern, topic.Reason, topic.PartnerId is { } id ? members.GetValueOrDefault(id) : null))],
            [.. drafts.Tips.Select(tip => new TipRow(tip.Title, tip.Text))]);
    }

    public sealed record Drafts(List<Partner> Partners, List<GuideTopic> Topics, List<FlyerTip> Tips);
}
