using System.Diagnostics;
using OpenTelemetry;

namespace Netzwerk.Features.Operation;

/// <summary>
/// Leaves in a trace what says how the site does, and nothing that says who was there: the address of a parent's own page is a key, and a query
/// may hold a name. A list of what may stay, so that whatever a later version adds stays out.
/// </summary>
public sealed class OnlyRoutes : BaseProcessor<Activity>
{
    private static readonly HashSet<string> MayStay =
        new(StringComparer.Ordinal) { "http.request.method", "http.route", "http.response.status_code", "error.type", "url.scheme", "network.protocol.version" };

    public override void OnEnd(Activity data)
    {
        foreach (var tag in data.TagObjects.Where(tag => !MayStay.Contains(tag.Key)).ToList()) data.SetTag(tag.Key, null);
        data.DisplayName = $"{data.GetTagItem("http.request.method") ?? "?"} {data.GetTagItem("http.route") ?? "unknown"}";
        data.TraceStateString = null;
        // Events and texts of errors cannot be taken out one by one.
        if (data.Events.Any()) data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
        if (data.StatusDescription is not null) data.SetStatus(data.Status);
    }
}
