using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Accounts;

/// <summary>In through the real sign-in page, as a browser.</summary>
internal static class Door
{
    public const string Path = "/konto/anmelden";

    public static async Task<Page> EnterAsync(this HttpClient browser, string email, string password, string path = Path) =>
        await Forms.SubmitAsync(await browser.OpenAsync(path), new Dictionary<string, string>(StringComparer.Ordinal) { ["E-Mail-Adresse"] = email, ["Passwort"] = password }, "Anmelden");

    /// <summary>See <see cref="Arrange.SignInAsync"/>.</summary>
    public static Task<HttpClient> EnteredAsync(this TestApp app, Colleague colleague) => app.SignInAsync(colleague);
}
