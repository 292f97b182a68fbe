using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;

namespace Netzwerk.Features.Shared.Access;

/// <summary>The account behind this request, with its roles; asked of the database once per request.</summary>
public sealed class SignedIn(IHttpContextAccessor http, NetzwerkDb db)
{
    private IReadOnlyList<RoleAssignment>? _roles;
    private string? _name;

    public Guid? AccountId => Guid.TryParse(http.HttpContext?.User.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;

    public async Task<IReadOnlyList<RoleAssignment>> RolesAsync() => _roles ??= AccountId is { } id
        ? await db.RoleAssignments.AsNoTracking().Where(assignment => assignment.AccountId == id).ToListAsync()
        : [];

    public async Task<bool> IsAsync(Role role, Guid? eventId) =>
        (await RolesAsync()).Any(assignment => assignment.Role == role && assignment.Covers(eventId));

    /// <summary>The name that history shows beside what this account did.</summary>
    public async Task<string> NameAsync() => _name ??= await db.Users.Where(account => account.Id == AccountId).Select(account => account.DisplayName).SingleAsync();
}
