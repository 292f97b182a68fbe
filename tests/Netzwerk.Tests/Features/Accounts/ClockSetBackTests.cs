using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Netzwerk.Data;
using Netzwerk.Features.Accounts;
using Netzwerk.Features.Accounts.SecondFactor;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Accounts;

/// <summary>What was dated by a clock that was ahead does not outlive its correction.</summary>
public sealed class ClockSetBackTests
{
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(200);

    [Fact]
    public async Task A_passkey_shown_while_the_clock_was_ahead_signs_in_after_it_and_each_question_is_answered_once()
    {
        await using var app = new ClockedApp();
        await app.AccountAsync(Cast.Staff);
        var right = app.SystemClock.GetUtcNow();
        await using var scope = app.Services.CreateAsyncScope();
        var account = await scope.ServiceProvider.GetRequiredService<NetzwerkDb>().Users.SingleAsync();
        var passkeys = ActivatorUtilities.CreateInstance<Passkeys>(scope.ServiceProvider, new AcceptingHandler(account));

        app.SystemClock.AdjustTime(right + Ahead);
        var early = await AskAsync();
        Assert.NotNull(await passkeys.TakeAsync(early, new DefaultHttpContext()));

        app.SystemClock.AdjustTime(right);
        var asked = await AskAsync();
        Assert.NotNull(await passkeys.TakeAsync(asked, new DefaultHttpContext()));
        Assert.Null(await passkeys.TakeAsync(asked, new DefaultHttpContext()));
        Assert.Null(await passkeys.TakeAsync(early, new DefaultHttpContext()));

        async Task<PasskeyForm> AskAsync() => new() { Credential = "{}", State = (await passkeys.OfferProofAsync(null, new DefaultHttpContext())).State };
    }

    [Fact]
    public async Task A_session_begun_while_the_clock_was_ahead_is_over_once_it_is_right()
    {
        await using var app = new ClockedApp();
        var right = app.SystemClock.GetUtcNow();
        app.SystemClock.AdjustTime(right + Ahead);
        var browser = await app.EnteredAsync(Cast.Staff);
        Assert.Equal("Mein Konto", (await browser.OpenAsync("/konto")).Heading);

        app.SystemClock.AdjustTime(right);

        Assert.Equal(Door.Path, (await browser.OpenAsync("/konto")).Url.AbsolutePath);
    }

    [Theory]
    [InlineData(120, false)]
    [InlineData(4, true)]
    public async Task A_session_renewed_while_the_clock_was_ahead_goes_on_only_within_the_skew(int minutes, bool goesOn)
    {
        await using var app = new ClockedApp();
        var right = app.SystemClock.GetUtcNow();
        var browser = await app.EnteredAsync(Cast.Staff);
        app.SystemClock.AdjustTime(right.AddMinutes(minutes));
        Assert.Equal("Mein Konto", (await browser.OpenAsync("/konto")).Heading);

        app.SystemClock.AdjustTime(right);

        Assert.Equal(goesOn, (await browser.OpenAsync("/konto")).Url.AbsolutePath != Door.Path);
    }

    [Fact]
    public async Task A_password_shown_and_a_page_sealed_while_the_clock_was_ahead_count_for_nothing_once_it_is_right()
    {
        await using var app = new ClockedApp();
        var (ends, seal) = (app.Services.GetRequiredService<SessionEnds>(), app.Services.GetRequiredService<PageSeal>());
        var right = app.SystemClock.GetUtcNow();
        app.SystemClock.AdjustTime(right + Ahead);
        var ticket = new AuthenticationProperties();
        ends.Prove(ticket);
        var letter = seal.Close(new PasskeyForm());
        Assert.True(ends.IsRecent(ticket));
        Assert.NotNull(seal.Open<PasskeyForm>(letter, SessionEnds.Recent));

        app.SystemClock.AdjustTime(right);

        Assert.False(ends.IsRecent(ticket));
        Assert.Null(seal.Open<PasskeyForm>(letter, SessionEnds.Recent));
    }

    /// <summary>Takes whatever the browser answers for this account's passkey.</summary>
    private sealed class AcceptingHandler(Account account) : IPasskeyHandler<Account>
    {
        public Task<PasskeyCreationOptionsResult> MakeCreationOptionsAsync(PasskeyUserEntity userEntity, HttpContext httpContext) => throw new NotSupportedException();

        public Task<PasskeyAttestationResult> PerformAttestationAsync(PasskeyAttestationContext context) => throw new NotSupportedException();

        public Task<PasskeyRequestOptionsResult> MakeRequestOptionsAsync(Account? user, HttpContext httpContext) =>
            Task.FromResult(new PasskeyRequestOptionsResult { RequestOptionsJson = "{}", AssertionState = "{}" });

        public Task<PasskeyAssertionResult<Account>> PerformAssertionAsync(PasskeyAssertionContext context) =>
            Task.FromResult(PasskeyAssertionResult.Success(new UserPasskeyInfo([1], [2], default, 0, [], true, true, true, [3], [4]), account));
    }
}
