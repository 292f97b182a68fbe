using Microsoft.Extensions.Options;

namespace Netzwerk.Tests.Mail.Kit;

/// <summary>Options that a test sets; a new value is what an organiser's edit is to the site.</summary>
internal sealed class Fixed<T>(T value) : IOptionsMonitor<T>
{
    public T CurrentValue { get; set; } = value;

    public T Get(string? name) => CurrentValue;

    public IDisposable? OnChange(Action<T, string?> listener) => null;
}
