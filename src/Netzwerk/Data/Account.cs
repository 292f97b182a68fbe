using Microsoft.AspNetCore.Identity;

namespace Netzwerk.Data;

/// <summary>Somebody who signs in: organiser, staff or carer. What the account may do stands in its role assignments.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public Account() => Id = Guid.CreateVersion7();

    public string DisplayName { get; set; } = "";
}
