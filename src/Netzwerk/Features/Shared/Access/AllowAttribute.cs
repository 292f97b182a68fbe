using Microsoft.AspNetCore.Authorization;
using Netzwerk.Domain;

namespace Netzwerk.Features.Shared.Access;

/// <summary>
/// Who may call this. With an event in the address (<c>{slug}</c>) the role must cover that event; with <see cref="Everywhere"/> it must
/// be a role for all events; otherwise any event will do.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class AllowAttribute(params Role[] roles) : AuthorizeAttribute, IAuthorizationRequirement, IAuthorizationRequirementData
{
    public IReadOnlyList<Role> AnyOf { get; } = roles;

    public bool Everywhere { get; init; }

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}
