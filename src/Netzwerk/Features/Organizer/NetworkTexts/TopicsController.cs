using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Access;
using Netzwerk.Features.Shared.Forms;

namespace Netzwerk.Features.Organizer.NetworkTexts;

/// <summary>The guide: who helps with what. An entry keeps its address on the page, whatever it is called later.</summary>
[Allow(Role.Organizer, Everywhere = true)]
[Route("/verwaltung/einstellungen/wegweiser")]
public sealed class TopicsController(EntryStore store, SignedIn signedIn) : EntriesController<GuideTopic, TopicForm>(store, signedIn)
{
    protected override (string List, string Entry, string Path) Names => ("Topics", "Topic", "wegweiser");

    protected override Task<List<GuideTopic>> EntriesAsync() => Db.GuideTopics.Include(topic => topic.Partner).OrderBy(topic => topic.Position).ToListAsync();

    protected override EntryRow RowOf(GuideTopic topic) => new(topic.Id, topic.Concern, topic.Partner is { } partner ? $"{partner.Name}, {partner.Institution}" : topic.Reason);

    protected override TopicForm TypedOf(GuideTopic topic) => new() { Concern = topic.Concern, Partner = topic.PartnerId?.ToString() ?? "", Reason = topic.Reason };

    protected override IReadOnlyList<(string Label, string? Text)> Fields(TopicForm form) =>
        [("Anliegen", form.Concern), ("Wer hilft", form.Partner), ("Begründung", form.Reason)];

    protected override GuideTopic Make(TopicForm form, int position)
    {
        var topic = new GuideTopic { Position = position, Slug = TopicForm.SlugOf(form.Concern, new([.. Db.GuideTopics.Select(other => other.Slug), "inhalt"], StringComparer.Ordinal)), Concern = "", Reason = "" };
        Put(form, topic);
        return topic;
    }

    protected override void Put(TopicForm form, GuideTopic topic) => (topic.Concern, topic.Reason, topic.PartnerId) =
        (TypedText.Clean(form.Concern), TypedText.Clean(form.Reason), Guid.TryParse(form.Partner, out var id) && Db.Partners.Any(partner => partner.Id == id) ? id : null);

    protected override async Task OfferAsync(TopicForm form) => ViewData["Partners"] = await Db.Partners.OrderBy(partner => partner.Position)
        .Select(partner => new Choice(partner.Id.ToString(), partner.Name + ", " + partner.Institution)).ToListAsync();
}
