using Netzwerk.Domain;

namespace Netzwerk.Tests.Kit;

/// <summary>The people in the tests. Nobody here exists.</summary>
public static class Cast
{
    /// <summary>Comes alone with two children, writes at half past ten at night on a phone.</summary>
    public static readonly Parent Anna = new("Anna", "Öztürk", "anna.oeztuerk@example.org", "0171 3920012");

    /// <summary>Single father, has a question to the experts, brings nobody.</summary>
    public static readonly Parent Bernd = new("Bernd", "Müller-Voß", "bernd@example.com", null);

    /// <summary>Signs up friends from the same address as Anna's.</summary>
    public static readonly Parent Canan = new("Canan", "Öztürk", "anna.oeztuerk@example.org", "+49 171 3920013");

    /// <summary>A name of one letter and an apostrophe in the other.</summary>
    public static readonly Parent Dilan = new("Đ", "O'Şahin", "dilan@example.net", "(04471) 15-0");

    /// <summary>Karin runs the event: plans, exports, prints, gives roles.</summary>
    public static readonly Colleague Organizer = new("Karin Probe", "karin@netzwerk.test", Role.Organizer);

    /// <summary>Stefan answers the phone: opens and closes, sees the list, takes in, cancels.</summary>
    public static readonly Colleague Staff = new("Stefan Probe", "stefan@netzwerk.test", Role.Staff);

    /// <summary>Clara looks after the children and sees their sheet, nothing else.</summary>
    public static readonly Colleague Carer = new("Clara Probe", "clara@netzwerk.test", Role.Carer);
}

public sealed record Parent(string GivenName, string FamilyName, string Email, string? Phone)
{
    public string FullName => $"{GivenName} {FamilyName}";
}

/// <summary>Somebody with an account; the role holds for all events.</summary>
public sealed record Colleague(string Name, string Email, Role Role)
{
    public const string Password = "ein langes Testpasswort, 2022";
}
