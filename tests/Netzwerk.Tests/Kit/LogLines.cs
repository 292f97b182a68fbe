using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Netzwerk.Tests.Kit;

/// <summary>Keeps every line that the site logs, scopes and exceptions included, so that a test can look for what must not be in there.</summary>
public sealed class LogLines : ILoggerProvider, ISupportExternalScope
{
    private IExternalScopeProvider? _scopes;

    public ConcurrentQueue<string> Lines { get; } = new();

    public string All => string.Join('\n', Lines);

    public ILogger CreateLogger(string categoryName) => new Writer(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose()
    {
    }

    private sealed class Writer(LogLines book, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => book._scopes?.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var scopes = new List<object?>();
            book._scopes?.ForEachScope((scope, all) => all.Add(scope), scopes);
            book.Lines.Enqueue($"{logLevel} {category}: {formatter(state, exception)} {exception} {string.Join(" | ", scopes)}");
        }
    }
}
