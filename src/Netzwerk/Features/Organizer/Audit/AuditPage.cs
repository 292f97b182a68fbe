using Netzwerk.Domain;
using Netzwerk.Features.Shared.Forms;

namespace Netzwerk.Features.Organizer.Audit;

/// <param name="Page">From 1.</param>
public sealed record AuditPage(AuditQuery Query, IReadOnlyList<AuditRow> Rows, int Found, int Page, IReadOnlyList<Choice> Events, IReadOnlyList<string> Colleagues)
{
    public const int PageSize = 100;

    public int Pages => Math.Max(1, (Found + PageSize - 1) / PageSize);

    public int First => ((Page - 1) * PageSize) + 1;
}

/// <param name="Fields">Names of fields; of what the retention erased, how many.</param>
/// <param name="Reference">Of the registration it is about; null when there is none.</param>
/// <param name="Account">Name of the colleague it is about; null when it is about none.</param>
public sealed record AuditRow(DateTime At, AuditAct Act, string? By, string? Fields, string? EventSlug, string? Event, Guid? RegistrationId, string? Reference, string? Account)
{
    /// <summary>Stands for a name that went with its account.</summary>
    public const string RemovedAccount = "";
}
