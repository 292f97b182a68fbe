using System.Globalization;
using Netzwerk.Bench.Drills;
using Netzwerk.Bench.Drills.Abuse;
using Netzwerk.Bench.Drills.Fuzz;
using Netzwerk.Bench.Drills.Storage;
using Netzwerk.Bench.Peers;
using Netzwerk.Bench.Rooms;
using Netzwerk.Bench.Start;
using Netzwerk.Bench.Web;

CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
var commands = new Dictionary<string, (string What, Func<string[], Task<int>> Run)>
{
    ["web"] = ("rates and waiting times of the event page, the form and the whole sign-up", WebCommand.RunAsync),
    ["kill"] = ("SIGKILL at random moments, start-up and migration included: nothing acknowledged is lost", KillDrill.RunAsync),
    ["mail"] = ("how fast the outbox empties into a mail server on this machine", MailCommand.RunAsync),
    ["start"] = ("time to the first page, and memory after a crowd", StartCommand.RunAsync),
    ["rooms"] = ("list, search and exports with 100,000 registrations", RoomsCommand.RunAsync),
    ["term"] = ("SIGTERM while mails are being sent: none twice", TermDrill.RunAsync),
    ["smtp"] = ("a mail server that fails in every way: no family waits, each mail arrives or says why not", SmtpDrill.RunAsync),
    ["race"] = ("a rush for too few seats, through one process and two: exactly so many come in", RaceDrill.RunAsync),
    ["burst"] = ("ten times the sustained rate across the deadline: nobody late is in, nobody timely is out", BurstDrill.RunAsync),
    ["invariants"] = ("breaks each invariant once and sees whether the drills would notice", InvariantsDrill.RunAsync),
    ["bare"] = ("Kestrel with constant answers; started by web as its peer", BareServer.RunAsync),
    ["storage"] = ("locks, a full disk, read-only, a damaged page, a cut log, a server that goes: never a false „angemeldet“", StorageDrill.RunAsync),
    ["clock"] = ("the bound to the millisecond, both nights that shift the clocks, jumps of an hour", ClockDrill.RunAsync),
    ["double"] = ("double click, two tabs, back button, changed content: one registration each", DoubleDrill.RunAsync),
    ["fuzz"] = ("whatever is typed is stored as sent, or a sentence names what is wrong", FuzzDrill.RunAsync),
    ["access"] = ("every endpoint, method and role (tests of the product)", SuiteDrill.AccessAsync),
    ["headers"] = ("every header on every endpoint, errors and assets included (tests of the product)", SuiteDrill.HeadersAsync),
    ["backup"] = ("backup under load, destroy, restore: every row, every link, every sign-in", BackupDrill.RunAsync),
    ["abuse"] = ("cheap requests from one address and from eight: others' sign-ups and mails do not wait, memory stays small", AbuseDrill.RunAsync),
    ["soak"] = ("a day of traffic and jobs, compressed: memory, handles, log and outbox stay small", SoakDrill.RunAsync),
};

if (args.Length > 0 && commands.TryGetValue(args[0], out var command))
{
    try
    {
        return await command.Run(args[1..]);
    }
    catch (FormatException usage)
    {
        Console.Error.WriteLine(usage.Message);
        return 2;
    }
    catch (Exception wrong) when (wrong is InvalidDataException or HttpRequestException)
    {
        Console.Error.WriteLine($"WRONG: {wrong.Message}");
        return 1;
    }
}

Console.Error.WriteLine("dotnet run -c Release --project tests/Netzwerk.Bench -- <command> [options]");
foreach (var (name, (what, _)) in commands) Console.Error.WriteLine($"  {name,-10} {what}");
return 2;
