using System.Net;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Accounts;

public sealed class SignOutEverywhereTests
{
    [Fact]
    public async Task An_account_that_cannot_be_stored_is_given_up_after_a_few_tries()
    {
        await using var app = new TestApp();
        var browser = await app.EnteredAsync(Cast.Staff);
        var page = await browser.OpenAsync("/konto");
        // Identity refuses to store an account without a name, however often it is asked.
        await app.DbAsync(db => db.Users.ExecuteUpdateAsync(set => set.SetProperty(account => account.UserName, "")));

        var answer = await Forms.SubmitAsync(page, "Auf allen Geräten ausloggen").WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(HttpStatusCode.InternalServerError, answer.Status);
    }
}
