using System.Globalization;
using Netzwerk.Bench.Peers;
using Netzwerk.Bench.Web;

CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
var commands = new Dictionary<string, (string What, Func<string[], Task<int>> Run)>
{
    ["web"] = ("rates and waiting times of the event page, the form and the whole sign-up", WebCommand.RunAsync),
    ["bare"] = ("Kestrel with constant answers; started by web as its peer", BareServer.RunAsync),
};

if (args.Length > 0 && commands.TryGetValue(args[0], out var command)) return await command.Run(args[1..]);

Console.Error.WriteLine("dotnet run -c Release --project tests/Netzwerk.Bench -- <command> [options]");
foreach (var (name, (what, _)) in commands) Console.Error.WriteLine($"  {name,-6} {what}");
return 2;
