using System.Text;

namespace Netzwerk.Bench.Drills.Abuse;

/// <summary>One kind of request that costs its sender next to nothing.</summary>
/// <param name="SendAsync">Sends one and waits for its answer; says what it was.</param>
public sealed record AbuseKind(string Name, Func<Abuser, CancellationToken, Task<string>> SendAsync)
{
    private const string Form = "/veranstaltungen/jubilaeum-2022/anmeldung";
    private const string Desk = "/verwaltung/veranstaltungen/jubilaeum-2022";

    /// <summary>A MB, escaped as umlauts are: so each sign costs its reader most.</summary>
    private static readonly byte[] LargeForm = Encoding.ASCII.GetBytes("Form.GivenName=" + string.Concat(Enumerable.Repeat("%C3%A4", 160_000)));

    public static IReadOnlyList<AbuseKind> All { get; } =
    [
        new("sign-in", (abuser, cancel) => abuser.PostAsync("/konto/anmelden", cancel, ("Form.Email", Nobody(abuser)), ("Form.Password", "ein geratenes Passwort"), abuser.Token)),
        new("repeated sign-up", (abuser, cancel) => abuser.SignUpAgainAsync(cancel)),
        new("lost link", (abuser, cancel) => abuser.PostAsync("/anmeldung/link", cancel, ("Form.Email", OneOf(abuser, abuser.Target.Victim.Email, Nobody(abuser))))),
        new("lost password", (abuser, cancel) =>
            abuser.PostAsync("/konto/passwort-vergessen", cancel, ("Form.Email", OneOf(abuser, "organisation@demo.example", Nobody(abuser))), abuser.Token)),
        new("large body", (abuser, cancel) => abuser.PostAsync(Form, LargeForm, cancel)),
        new("slow body", (abuser, cancel) => SlowConnection.BodyAsync(abuser, Form, cancel)),
        new("slow header", (abuser, cancel) => SlowConnection.HeaderAsync(abuser, Form, cancel)),
        new("search", (abuser, cancel) => abuser.GetAsync($"{Desk}/anmeldungen?suche={OneOf(abuser, "canary", "kanaria%20c")}", cancel)) { IsOfStaff = true },
        new("export", (abuser, cancel) => abuser.GetAsync($"{Desk}/teilnehmerliste.xlsx", cancel)) { IsOfStaff = true },
    ];

    /// <summary>Sent by somebody who is signed in.</summary>
    public bool IsOfStaff { get; init; }

    private static string Nobody(Abuser abuser) => $"niemand{abuser.Next()}@example.org";

    private static string OneOf(Abuser abuser, string one, string other) => abuser.Next() % 2 == 0 ? one : other;
}
