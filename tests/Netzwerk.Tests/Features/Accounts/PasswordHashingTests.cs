using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Netzwerk.Data;
using Netzwerk.Features.Accounts;
using Netzwerk.Features.Accounts.SecondFactor;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Accounts;

/// <summary>A password hash is the dearest thing that a stranger can ask for.</summary>
public sealed class PasswordHashingTests
{
    private const string Nobody = "niemand@netzwerk.test";

    [Fact]
    public async Task Two_passwords_are_hashed_at_once_and_no_more()
    {
        await using var app = new WatchedApp();
        await app.AccountAsync(Cast.Staff);
        var forms = new List<(FilledForm Form, HttpClient Browser)>();
        for (var i = 0; i < 24; i++)
        {
            var browser = app.Browser(from: $"203.0.{i}.7");
            forms.Add((await FormAsync(browser, i % 2 == 0 ? Cast.Staff.Email : Nobody, "falsch"), browser));
        }

        await Task.WhenAll(forms.Select(one => Task.Run(() => one.Form.SendAsync(one.Browser))));

        Assert.True(app.Hasher.Count >= 24);
        Assert.Equal(PasswordHashing.AtOnce, app.Hasher.MostAtOnce);
    }

    [Fact]
    public async Task Recovery_codes_and_new_passwords_wait_in_the_same_line()
    {
        await using var app = new TestApp();
        var account = await app.AccountAsync(Cast.Staff);
        var hashing = app.Services.GetRequiredService<PasswordHashing>();
        var end = new ManualResetEventSlim();
        var busy = Enumerable.Range(0, PasswordHashing.AtOnce).Select(_ => hashing.RunAsync(() => end.Wait(TimeSpan.FromMinutes(1)))).ToList();
        await using var scope = app.Services.CreateAsyncScope();

        var codes = Task.Run(() => scope.ServiceProvider.GetRequiredService<RecoveryCodes>().MakeAsync());
        var password = Task.Run(() => scope.ServiceProvider.GetRequiredService<IPasswordHasher<Account>>().HashPassword(new Account(), Colleague.Password));
        await Task.Delay(500);

        Assert.False(codes.IsCompleted || password.IsCompleted);
        end.Set();
        await Task.WhenAll(busy);
        Assert.Equal(RecoveryCodes.PerSheet, (await codes).Codes.Count);
        Assert.NotEmpty(await password);
    }

    [Theory]
    [InlineData("2001:db8:7:{0:x}00::", "2001:db8:8::")]
    [InlineData("203.0.113.{0}", "203.0.114.1")]
    public async Task Networks_next_to_each_other_take_no_more_than_their_share_of_the_places(string networks, string other)
    {
        using var hashing = new PasswordHashing();
        var leases = new List<RateLimitLease>();
        for (var i = 0; i < 80; i++) leases.Add(await hashing.EnterAsync(string.Format(CultureInfo.InvariantCulture, networks, i), CancellationToken.None));

        using var place = await hashing.EnterAsync(other, CancellationToken.None);

        Assert.True(place.IsAcquired);
        Assert.Equal(PasswordHashing.WaitingPerNeighbourhood, leases.Count(lease => lease.IsAcquired));
        leases.ForEach(lease => lease.Dispose());
        using var next = await hashing.EnterAsync(string.Format(CultureInfo.InvariantCulture, networks, 79), CancellationToken.None);
        Assert.True(next.IsAcquired);
    }

    [Fact]
    public async Task Neighbourhoods_of_one_provider_take_no_more_than_half_of_the_places()
    {
        using var hashing = new PasswordHashing();
        var leases = new List<RateLimitLease>();
        for (var i = 0; i < 80; i++)
            leases.Add(await hashing.EnterAsync(string.Create(CultureInfo.InvariantCulture, $"2001:db8:{i % 5}:{i}00::"), CancellationToken.None));

        using var place = await hashing.EnterAsync("2001:db9::", CancellationToken.None);

        Assert.True(place.IsAcquired);
        Assert.Equal(PasswordHashing.WaitingPerProvider, leases.Count(lease => lease.IsAcquired));
        leases.ForEach(lease => lease.Dispose());
    }

    [Fact]
    public async Task A_flood_from_one_network_is_turned_away_and_the_others_get_in()
    {
        await using var app = new WatchedApp();
        await app.AccountAsync(Cast.Staff);
        var flooder = app.Browser(from: "203.0.113.7");
        var staff = app.Browser(from: "198.51.100.1");
        var flood = new List<FilledForm>();
        for (var i = 0; i < 60; i++) flood.Add(await FormAsync(flooder, $"wer{i}@netzwerk.test", "falsch"));
        var right = await FormAsync(staff, Cast.Staff.Email, Colleague.Password);

        var refused = flood.Select(form => Task.Run(() => form.SendAsync(flooder))).ToList();
        var entered = await right.SendAsync(staff);
        var answers = await Task.WhenAll(refused);

        Assert.NotEqual(Door.Path, entered.Url.AbsolutePath);
        var turnedAway = answers.Where(answer => answer.Status == HttpStatusCode.TooManyRequests).ToList();
        Assert.NotEmpty(turnedAway);
        Assert.All(turnedAway, answer => Assert.Contains("zu viele Anmeldungen von Ihrem Anschluss", answer.Text, StringComparison.Ordinal));
        Assert.All(turnedAway, answer => Assert.EndsWith("@netzwerk.test", answer.ValueOf("E-Mail-Adresse"), StringComparison.Ordinal));
        Assert.Equal(60 - turnedAway.Count + 1, app.Hasher.Count);
    }

    [Fact]
    public async Task While_a_name_is_closed_nothing_is_hashed_whether_anybody_has_it_or_not()
    {
        await using var app = new WatchedApp();
        await app.AccountAsync(Cast.Staff);
        var stranger = app.Browser(from: "203.0.113.7");
        var answers = new List<Page>();
        foreach (var email in (string[])[Cast.Staff.Email, Nobody])
        {
            for (var i = 0; i < SignInAttempts.PerRound; i++) await stranger.EnterAsync(email, "falsch");
            var before = app.Hasher.Count;
            answers.Add(await stranger.EnterAsync(email, Colleague.Password));
            Assert.Equal(before, app.Hasher.Count);
        }

        Assert.Equal(2 * SignInAttempts.PerRound, app.Hasher.Count);
        Assert.Equal(answers[0].Status, answers[1].Status);
        Assert.Equal(answers[0].Text, answers[1].Text);
        Assert.Contains("hat nicht geklappt", answers[0].Text, StringComparison.Ordinal);
    }

    private static async Task<FilledForm> FormAsync(HttpClient browser, string email, string password) => Forms.Fill(
        await browser.OpenAsync(Door.Path), new Dictionary<string, string>(StringComparer.Ordinal) { ["E-Mail-Adresse"] = email, ["Passwort"] = password }, "Anmelden");

    private sealed class WatchedApp : TestApp
    {
        public WatchedHasher Hasher { get; } = new();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.RemoveAll<PasswordHasher<Account>>().AddSingleton<PasswordHasher<Account>>(Hasher));
        }
    }

    private sealed class WatchedHasher : PasswordHasher<Account>
    {
        private readonly ConcurrentBag<int> _seen = [];
        private int _now;

        public int Count => _seen.Count;

        public int MostAtOnce => _seen.Max();

        public override PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
        {
            _seen.Add(Interlocked.Increment(ref _now));
            Thread.Sleep(20);
            try
            {
                return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
            }
            finally
            {
                Interlocked.Decrement(ref _now);
            }
        }
    }
}
