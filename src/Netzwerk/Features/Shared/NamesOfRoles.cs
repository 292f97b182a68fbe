using Netzwerk.Domain;

namespace Netzwerk.Features.Shared;

/// <summary>How a role is called wherever people read of it.</summary>
public static class NamesOfRoles
{
    public static string Of(Role role) => role switch { Role.Organizer => "Organisation", Role.Staff => "Mitarbeit", _ => "Betreuung" };
}
