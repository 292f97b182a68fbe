namespace Netzwerk.Features.Operation;

/// <summary><c>dotnet Netzwerk.dll restore FILE [--identity FILE]</c></summary>
public static class RestoreCommand
{
    public static Task<int> RunAsync(Order order) => Task.FromResult(order.Failed("Noch nicht gebaut."));
}
