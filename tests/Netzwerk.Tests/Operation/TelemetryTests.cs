using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Netzwerk.Tests.Kit;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Netzwerk.Tests.Operation;

/// <summary>What leaves over OTLP: how the site does, and nothing of anybody.</summary>
public sealed class TelemetryTests
{
    private static readonly Parent Canary = new("Kanarina", "Vogelsang", "kanarina.vogelsang@example.org", "0171 5550199");
    private static readonly string[] Traces = ["anarina", "ogelsang", "5550199", "Piepmatz", "Futterfrage", "203.0.113.77", "Zwitscherbrowser", "Nestkram", "NW-"];

    [Fact]
    public async Task Routes_and_numbers_leave_and_nothing_of_a_person()
    {
        using var receiver = new OtlpReceiver();
        await using var app = new LiveApp([("Proxy:Known", "127.0.0.1"), .. receiver.Settings]);
        using var family = new HttpClient { BaseAddress = app.Address };
        foreach (var (name, value) in ((string, string)[])[("X-Forwarded-For", "203.0.113.77"), ("User-Agent", "Zwitscherbrowser/1"), ("baggage", "wer=Nestkram"),
            ("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"), ("tracestate", "wer=Nestkram"), ("Referer", "https://nest.example/Nestkram")])
            family.DefaultRequestHeaders.Add(name, value);

        await app.SignUpAsync(Canary, family, "Futterfrage", new Netzwerk.Domain.ChildInCare("Piepmatz", 3, true));
        await app.DeliverMailAsync();
        var link = app.Inbox.SingleTo(Canary.Email).PersonalLink!;
        await family.OpenAsync(link);
        await family.OpenAsync(link + "x");
        await family.OpenAsync("/verwaltung/veranstaltungen/jubilaeum-2022/anmeldungen?suche=Vogelsang");
        await family.OpenAsync("/gibt-es/Vogelsang?wer=Kanarina");
        await app.DbAsync(db => db.Database.ExecuteSqlAsync($"DROP TABLE \"Children\""));
        await family.OpenAsync(link);
        await PublishHealthAsync(app);
        Send(app);

        var (traces, metrics) = (receiver.Texts("traces"), receiver.Texts("metrics"));
        Assert.All((string[])["GET anmeldung/{token}", "http.response.status_code", "POST veranstaltungen/{slug}/anmeldung/pruefen"], word => Assert.Contains(word, traces, StringComparison.OrdinalIgnoreCase));
        Assert.All((string[])["netzwerk.sign_ups", "Admitted", "netzwerk.mails", "Accepted", "netzwerk.acts", "SignedUp", "netzwerk.turn.wait", "netzwerk.outbox.depth", "netzwerk.outbox.age", "netzwerk.health", "database", "http.server.request.duration"],
            word => Assert.Contains(word, metrics, StringComparison.Ordinal));
        foreach (var trace in Traces.Append(link.Split('/')[^1]))
        {
            Assert.DoesNotContain(trace, traces, StringComparison.Ordinal);
            Assert.DoesNotContain(trace, metrics, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Without_an_endpoint_nobody_measures()
    {
        await using var app = new TestApp();
        await app.OpenAsync("/");

        Assert.Null(app.Services.GetService<MeterProvider>());
        Assert.Null(app.Services.GetService<TracerProvider>());
    }

    private static async Task PublishHealthAsync(LiveApp app) =>
        await app.Services.GetRequiredService<IHealthCheckPublisher>().PublishAsync(await app.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(), CancellationToken.None);

    private static void Send(LiveApp app)
    {
        Assert.True(app.Services.GetRequiredService<TracerProvider>().ForceFlush(10_000));
        Assert.True(app.Services.GetRequiredService<MeterProvider>().ForceFlush(10_000));
    }
}
