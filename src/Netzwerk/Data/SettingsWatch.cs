using Microsoft.AspNetCore.DataProtection;

namespace Netzwerk.Data;

/// <summary>What an organiser edited in another process counts in this one within a second: settings, legal texts, and with them whether sign-ups are open.</summary>
public sealed class SettingsWatch(IServiceScopeFactory scopes, StoredSettings stored, IDataProtectionProvider protection, EventChanges changes, TimeProvider system, ILogger<SettingsWatch> log) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(500);

    private bool _isStuck;

    public async Task LookAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        if (await stored.LoadAsync(scope.ServiceProvider.GetRequiredService<NetzwerkDb>(), protection)) changes.Announce();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Poll, system, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                if (!stoppingToken.IsCancellationRequested) await LookAsync();
                _isStuck = false;
            }
            catch (Exception failed)
            {
                // What leaves here would stop the whole site. Told once.
                if (!_isStuck) log.LogWarning(failed, "The stored settings could not be looked at; those that are known go on to count");
                _isStuck = true;
            }
        }
    }
}
