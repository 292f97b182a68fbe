namespace Netzwerk.Features.Operation;

/// <summary><c>dotnet Netzwerk.dll backup [--to FOLDER] [--recipient age1…]</c></summary>
public static class BackupCommand
{
    public static Task<int> RunAsync(Order order) => Task.FromResult(order.Failed("Noch nicht gebaut."));
}
