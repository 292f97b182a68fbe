using Netzwerk.Bench.Drills.Kit;

namespace Netzwerk.Bench.Drills.Abuse;

/// <summary>What abusers know of the site before they begin.</summary>
/// <param name="Port">The first process; those that share the database suffer with it.</param>
/// <param name="Victim">A family that is registered and signed up again and again by others.</param>
/// <param name="Session">Cookies of a colleague who is signed in.</param>
public sealed record AbuseTarget(int Port, Family Victim, string Session)
{
    public static async Task<AbuseTarget> PrepareAsync(Drill drill)
    {
        var victim = Family.NextAlone();
        await drill.CrowdAsync(1, 1, signUp => signUp.ComeAsync(victim));
        var port = drill.Site.Doors[0];
        using var colleague = new Colleague(port);
        if (!await colleague.SignInAsync()) throw new InvalidDataException("the demo's organiser could not sign in");
        return new AbuseTarget(port, victim, colleague.Cookies);
    }
}
