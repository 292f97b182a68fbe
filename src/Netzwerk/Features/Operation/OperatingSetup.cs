using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Netzwerk.Features.Operation;

/// <summary>What operators and their tools ask the site: is it well, and how much does it do.</summary>
public static class OperatingSetup
{
    public static IServiceCollection AddOperating(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ClockCheck>().AddSingleton<DatabaseCheck>();
        services.AddHealthChecks()
            .AddCheck<DatabaseCheck>(Checks.Database)
            .AddCheck<MailWorkerCheck>(Checks.MailWorker)
            .AddCheck<OutboxCheck>(Checks.Outbox)
            .AddCheck<DiskCheck>(Checks.Disk)
            .AddCheck<BackupCheck>(Checks.Backup)
            .AddCheck<ClockCheck>(Checks.Clock)
            .AddCheck<RetentionCheck>(Checks.Retention);
        // A tool that asks every few seconds would have the same lines written every few seconds; HealthLog says what changed.
        services.AddLogging(logging => logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None));
        services.Configure<HealthCheckPublisherOptions>(options => (options.Delay, options.Period) = (TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)));
        services.AddSingleton<HealthLog>().AddSingleton<IHealthCheckPublisher>(provider => provider.GetRequiredService<HealthLog>());
        return services.AddTelemetry(configuration);
    }

    /// <summary>
    /// For everybody one word and a status. What wants a person's eye keeps the 200: a load balancer that took the site away for an old backup
    /// would help nobody.
    /// </summary>
    public static void MapHealth(this WebApplication app)
    {
        static Task OneWord(HttpContext http, HealthReport report)
        {
            http.Response.ContentType = "text/plain";
            return http.Response.WriteAsync(report.Status == HealthStatus.Unhealthy ? "Unhealthy" : "Healthy");
        }
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = OneWord }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = OneWord }).AllowAnonymous();
    }
}
