using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;

namespace Netzwerk.Tests.Kit;

/// <summary>
/// The programs of Debian's package, or those on the PATH. The server listens on a socket in its own folder and on no port: nobody else can
/// have taken it, and nobody else on the machine gets in. It forgets what a power cut would; nothing here outlives the run anyway.
/// </summary>
internal sealed class PostgresProcess
{
    private const string Prefix = "netzwerk-postgres-";

    /// <summary>Held as long as this process lives, so that a later run sees whether the folder still has an owner.</summary>
    private readonly FileStream _owner;

    /// <summary>Kept, and with it the end of the pipe that must stay open.</summary>
    private Process? _cleaner;

    private PostgresProcess(string folder)
    {
        Folder = folder;
        _owner = OwnerOf(folder);
    }

    public string Folder { get; }

    private string Data => Path.Combine(Folder, "data");

    private string Log => Path.Combine(Folder, "log");

    /// <exception cref="InvalidOperationException">It did not start; says why.</exception>
    public static PostgresProcess Start()
    {
        SweepLeftovers();
        var process = new PostgresProcess(Directory.CreateTempSubdirectory(Prefix).FullName);
        if (Environment.IsPrivilegedProcess) Run("chown", "postgres", process.Folder);
        process.EndWithThisProcess();
        Run(AsPostgres("initdb", "-D", process.Data, "-U", "postgres", "-A", "trust", "--no-sync", "-E", "UTF8", "--locale=C.UTF-8"));
        var settings = $"-k '{process.Folder}' -c listen_addresses= -c max_connections=400 -c fsync=off -c full_page_writes=off";
        try
        {
            Run(AsPostgres("pg_ctl", "-D", process.Data, "-l", process.Log, "-o", settings, "-w", "-t", "60", "start"));
        }
        catch (InvalidOperationException trouble)
        {
            throw new InvalidOperationException($"PostgreSQL does not start. {trouble.Message} Its log says: {(File.Exists(process.Log) ? File.ReadAllText(process.Log) : "nothing")}", trouble);
        }
        return process;
    }

    /// <summary>
    /// A shell reads from this process until there is nothing more to read, however that came about; then it cleans up. It is nobody's child,
    /// so that who kills a run with all its children leaves it alone.
    /// </summary>
    private void EndWithThisProcess()
    {
        var stop = string.Join(' ', AsPostgres("pg_ctl", "-D", Data, "-m", "immediate", "stop"));
        var script = $"exec 3<&0; (cat <&3; {stop}; rm -rf '{Folder}') >/dev/null 2>&1 &";
        _cleaner = Process.Start(new ProcessStartInfo("sh", ["-c", script]) { RedirectStandardInput = true });
    }

    /// <summary>Folders of runs that were killed together with the shell that cleans up.</summary>
    private static void SweepLeftovers()
    {
        foreach (var folder in Directory.GetDirectories(Path.GetTempPath(), Prefix + "*"))
        {
            try
            {
                if (!File.Exists(Path.Combine(folder, "owner"))) continue;
                using (OwnerOf(folder)) { }
                if (IsAnswering(folder)) Run(AsPostgres("pg_ctl", "-D", Path.Combine(folder, "data"), "-m", "immediate", "stop"));
                Directory.Delete(folder, recursive: true);
            }
            catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or InvalidOperationException)
            {
                // Still somebody's.
            }
        }
    }

    /// <summary>The number in its file may long be another program's.</summary>
    private static bool IsAnswering(string folder)
    {
        try
        {
            using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            socket.Connect(new UnixDomainSocketEndPoint(Path.Combine(folder, ".s.PGSQL.5432")));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static FileStream OwnerOf(string folder) => new(Path.Combine(folder, "owner"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    /// <summary>The server refuses to run as root.</summary>
    private static string[] AsPostgres(string program, params string[] arguments) =>
        [.. Environment.IsPrivilegedProcess ? ["runuser", "-u", "postgres", "--"] : Array.Empty<string>(), Find(program), .. arguments];

    private static string Find(string program)
    {
        const string Debian = "/usr/lib/postgresql";
        var versions = Directory.Exists(Debian) ? Directory.GetDirectories(Debian) : [];
        return versions.OrderByDescending(version => double.TryParse(Path.GetFileName(version), CultureInfo.InvariantCulture, out var number) ? number : 0)
                .Select(version => Path.Combine(version, "bin", program))
                .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, program)))
                .FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException($"PostgreSQL is not installed: no {program} in {Debian} or on the PATH. tests/run installs it (Debian: apt install postgresql).");
    }

    private static void Run(params string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath() };
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync();
        var complaint = process.StandardError.ReadToEndAsync();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{string.Join(' ', command)} ended with {process.ExitCode}: {said.Result} {complaint.Result}");
    }
}
