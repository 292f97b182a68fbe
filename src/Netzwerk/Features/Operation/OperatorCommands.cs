using Netzwerk.Features.Shared.Web;

namespace Netzwerk.Features.Operation;

/// <summary>What the program does instead of running the site: <c>dotnet Netzwerk.dll backup</c>.</summary>
public static class OperatorCommands
{
    private static readonly SortedDictionary<string, Func<Order, Task<int>>> All = new(StringComparer.Ordinal)
    {
        ["backup"] = BackupCommand.RunAsync,
        ["doctor"] = DoctorCommand.RunAsync,
        ["move"] = MoveCommand.RunAsync,
        ["restore"] = RestoreCommand.RunAsync,
    };

    /// <returns>The exit code (see <see cref="Order"/>); null when the arguments name no command, so that the site runs.</returns>
    public static async Task<int?> RunAsync(string[] args, WebApplicationBuilder builder)
    {
        // „--Mail:Port 25“, „/Mail:Port 25“ and „Mail:Port=25“ are settings.
        if (args is not [var name, ..] || name.StartsWith('-') || name.StartsWith('/') || name.Contains('=', StringComparison.Ordinal)) return null;
        var order = new Order(args[1..], builder.Configuration, builder.Environment, Console.Out, Console.Error);
        if (!All.TryGetValue(name, out var command)) return order.Misused($"Den Befehl „{name}“ gibt es nicht. Es gibt: {string.Join(", ", All.Keys)}. Ohne Befehl läuft die Seite.");
        try
        {
            return await command(order);
        }
        catch (Exception trouble) when (StartTrouble.Explain(trouble) is { } sentence)
        {
            return order.Failed(sentence);
        }
    }
}
