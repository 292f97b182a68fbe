namespace Netzwerk.Mail;

/// <summary>The steps of a trial, in their order.</summary>
public enum TrialStep
{
    Connection,
    Encryption,
    SignIn,
    Handover,
}

/// <summary>What stopped a trial.</summary>
public enum TrialTrouble
{
    HostUnknown,
    NoConnection,
    TooSlow,
    ServerBusy,
    Certificate,
    NoTls,
    NoStartTls,
    SignInRefused,
    SignInNotOffered,
    SignInWanted,
    SenderRefused,
    RecipientRefused,
    ContentRefused,
    BrokeOff,
    NoFolder,
}

/// <summary>What happened when the mail settings were tried.</summary>
/// <param name="Host">Null where the mail became a file.</param>
/// <param name="Encryption">„Tls13“; null where the connection was plain or did not come about.</param>
/// <param name="SignsIn">Was a login asked for?</param>
/// <param name="FailedAt">The steps before it went well; null when all did.</param>
/// <param name="Answer">The last words of the server, or of the runtime where no server spoke.</param>
public sealed record TrialReport(
    string? Host, int Port, MailSecurity Security, bool SignsIn, string? Encryption = null, TrialStep? FailedAt = null, TrialTrouble? Trouble = null, string? Answer = null)
{
    public bool IsAccepted => Trouble is null;
}
