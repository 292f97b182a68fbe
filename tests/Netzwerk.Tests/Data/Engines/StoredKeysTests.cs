using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Netzwerk.Data;
using Netzwerk.Data.Engines;
using Netzwerk.Domain;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Data.Engines;

/// <summary>A site that began without Database:Secret and gets one later.</summary>
[Trait("Engine", "PostgreSql")]
public sealed class StoredKeysTests
{
    [Fact]
    public async Task A_secret_set_later_closes_the_keys_that_were_there()
    {
        await using var before = new TestApp(("Database:Secret", ""));
        var sealedBefore = before.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Protect("geheim");
        var link = before.Services.GetRequiredService<PersonalLinks>().Token(Guid.Empty, 1);
        Assert.All(await KeysAsync(before), key => Assert.Contains("masterKey", key, StringComparison.Ordinal));

        await using var after = new TestApp(("Site:DataDirectory", before.DataFolder));

        Assert.Equal("geheim", after.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Unprotect(sealedBefore));
        Assert.Equal(link, after.Services.GetRequiredService<PersonalLinks>().Token(Guid.Empty, 1));
        var keys = await KeysAsync(after);
        Assert.NotEmpty(keys);
        Assert.All(keys, key => Assert.DoesNotContain("masterKey", key, StringComparison.Ordinal));
        Assert.StartsWith("wrapped:", await after.DbAsync(db => db.Settings.Where(setting => setting.Key == StoredSetting.LinksKey).Select(setting => setting.Value).SingleAsync()), StringComparison.Ordinal);
        await using var again = new TestApp(("Site:DataDirectory", before.DataFolder));
        Assert.Equal("geheim", again.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Unprotect(sealedBefore));
        Assert.Equal(keys, await KeysAsync(again));
    }

    [Fact]
    public async Task A_wrong_secret_is_noticed_by_any_key_and_changes_nothing()
    {
        await using var app = new TestApp();
        using var db = app.Services.GetRequiredService<Engine>().Open();
        await StoredKeys.AssertAsync(db, new KeyWrap(TestApp.Secret));
        var row = await db.Settings.SingleAsync(setting => setting.Key == StoredSetting.LinksKey);
        row.Value = "plain:" + Convert.ToBase64String(SharedKey.Load(db, new KeyWrap(TestApp.Secret))!);
        await db.SaveChangesAsync();
        var keys = await KeysAsync(app);

        foreach (var wrong in new[] { new KeyWrap(TestApp.Secret + "."), null })
            Assert.Contains("Database:Secret", (await Assert.ThrowsAsync<DataDirectoryException>(() => StoredKeys.AssertAsync(db, wrong))).Message, StringComparison.Ordinal);
        await using var other = new TestApp(("Site:DataDirectory", app.DataFolder), ("Database:Secret", TestApp.Secret + "."));
        Assert.ThrowsAny<Exception>(() => other.Services);
        Assert.Equal(keys, await KeysAsync(app));
        Assert.Equal(1, await StoredKeys.CountOpenAsync(db));
    }

    private static Task<List<string>> KeysAsync(TestApp app) => app.DbAsync(db => db.DataProtectionKeys.OrderBy(key => key.Id).Select(key => key.Xml!).ToListAsync());
}
