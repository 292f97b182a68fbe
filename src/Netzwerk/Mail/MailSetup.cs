using Microsoft.Extensions.Options;
using Netzwerk.Domain;

namespace Netzwerk.Mail;

/// <summary>The outbox, its worker and the way out. The words, the links and the line for writers come from those who have them.</summary>
public static class MailSetup
{
    /// <param name="folder">Where mails lie while no server is named.</param>
    public static IServiceCollection AddMail(this IServiceCollection services, string folder)
    {
        services.AddOptions<MailOptions>().BindConfiguration(MailOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<MailOptions>, MailOptionsCheck>();
        services.AddOptions<MailLimits>().BindConfiguration(MailLimits.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddKeyedSingleton<TimeProvider>("event", (provider, _) => provider.GetRequiredService<EventClock>());
        services.AddSingleton<IMailTransport>(provider => new ChosenTransport(provider.GetRequiredService<IOptionsMonitor<MailOptions>>(), folder, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new MailTrial(provider.GetRequiredService<IOptionsMonitor<MailOptions>>(), folder, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<OutboxSignal>().AddSingleton<OutboxClaims>().AddSingleton<MessageComposer>().AddSingleton<Outbox>();
        services.AddScoped<RecipientLimit>();
        // Long enough for a slow server's last word; cutting it off would make a second copy.
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(90));
        return services.AddSingleton<OutboxWorker>().AddHostedService(provider => provider.GetRequiredService<OutboxWorker>());
    }
}
