using Microsoft.Extensions.DependencyInjection;
using Netzwerk.Features.Accounts.SecondFactor;

namespace Netzwerk.Tests.Kit;

/// <summary>The app with one-time codes on a colleague's phone.</summary>
public static class Authenticator
{
    private static readonly byte[] Key = "a key that all tests know"u8.ToArray();

    /// <summary>The account gets the app, past the pages. Codes that were used are forgotten, so that a test may sign in as often as it likes.</summary>
    public static async Task GiveAuthenticatorAsync(this TestApp app, Guid accountId)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var authenticator = scope.ServiceProvider.GetRequiredService<AuthenticatorApp>();
        // The code before the present one, so that the present one is still good; again when the next one began meanwhile.
        if (!await authenticator.AddAsync(accountId, Key, app.Code(stepsFromNow: -1))) await authenticator.AddAsync(accountId, Key, app.Code(stepsFromNow: -1));
    }

    /// <summary>What the app shows now.</summary>
    public static string Code(this TestApp app, int stepsFromNow = 0) => CodeOf(app, Key, stepsFromNow);

    public static string CodeOf(TestApp app, byte[] key, int stepsFromNow = 0) =>
        Totp.Code(key, Totp.StepAt(app.Services.GetRequiredService<TimeProvider>().GetUtcNow()) + stepsFromNow);

    /// <summary>The second half of a sign-in, when the site asks for it.</summary>
    public static async Task<Page> ConfirmAsync(this TestApp app, Page page) =>
        page.HasField("Code") ? await Forms.SubmitAsync(page, new Dictionary<string, string>(StringComparer.Ordinal) { ["Code"] = app.Code() }, "Weiter") : page;
}
