namespace Netzwerk.Mail;

/// <summary>
/// Waits in the process's line for writers; disposing the result lets the next one in. Without it a worker's small updates make
/// SQLite's other writers sleep for 150 ms each time they collide.
/// </summary>
public delegate ValueTask<IDisposable> WriteTurn(CancellationToken cancel);
