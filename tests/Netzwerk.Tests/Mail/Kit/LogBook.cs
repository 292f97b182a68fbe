using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Netzwerk.Tests.Mail.Kit;

/// <summary>Keeps every log line, exceptions included, so that a test can look for what must not be in there.</summary>
internal sealed class LogBook
{
    public ConcurrentQueue<string> Lines { get; } = new();

    public ILogger<T> For<T>() => new Writer<T>(Lines);

    private sealed class Writer<T>(ConcurrentQueue<string> lines) : ILogger<T>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{formatter(state, exception)} {exception}");
    }
}
