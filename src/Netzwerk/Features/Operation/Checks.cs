namespace Netzwerk.Features.Operation;

/// <summary>The names of the checks, as metrics carry them.</summary>
public static class Checks
{
    public const string Database = "database";
    public const string MailWorker = "mail-worker";
    public const string Outbox = "outbox";
    public const string Disk = "disk";
    public const string Backup = "backup";
    public const string Clock = "clock";
    public const string Retention = "retention";
}
