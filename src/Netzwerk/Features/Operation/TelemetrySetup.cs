using Netzwerk.Domain;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Netzwerk.Features.Operation;

/// <summary>Metrics and traces over OTLP, for whoever names an endpoint. Without one nothing listens and nothing is measured.</summary>
public static class TelemetrySetup
{
    public const string Setting = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        if (string.IsNullOrWhiteSpace(configuration[Setting])) return services;
        services.AddSingleton<Gauges>().ConfigureOpenTelemetryMeterProvider((provider, _) => provider.GetRequiredService<Gauges>());
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("netzwerk", serviceVersion: typeof(Program).Assembly.GetName().Version?.ToString(), autoGenerateServiceInstanceId: false))
            .WithMetrics(metrics => metrics.AddMeter(Measures.Name, "System.Runtime", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel").AddOtlpExporter())
            // The order counts: what is not on the list is gone before the exporter sees the trace.
            .WithTracing(traces => traces.AddAspNetCoreInstrumentation().AddProcessor(new OnlyRoutes()).AddOtlpExporter());
        return services;
    }
}
