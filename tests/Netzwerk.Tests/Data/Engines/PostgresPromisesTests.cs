using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Netzwerk.Data;
using Netzwerk.Data.Engines;
using Netzwerk.Domain;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Data.Engines;

[Trait("Engine", "PostgreSql")]
public sealed class PostgresPromisesTests
{
    private const string Secret = "a secret for tests that is long enough";

    [Fact]
    public async Task The_keys_lie_in_the_database_closed_with_the_secret_and_not_in_files()
    {
        await using var app = new TestApp();
        await app.SignUpAsync(Cast.Anna);

        var keys = await app.DbAsync(db => db.DataProtectionKeys.Select(key => key.Xml!).ToListAsync());
        Assert.NotEmpty(keys);
        Assert.All(keys, key => Assert.Contains("<wrapped", key, StringComparison.Ordinal));
        Assert.All(keys, key => Assert.DoesNotContain("masterKey", key, StringComparison.Ordinal));
        Assert.StartsWith("wrapped:", await app.DbAsync(db => db.Settings.Where(setting => setting.Key == StoredSetting.LinksKey).Select(setting => setting.Value).SingleAsync()), StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.EnumerateFiles(app.DataFolder, "*", SearchOption.AllDirectories), file => file.Contains("key", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_secret_opens_nothing_and_says_what_to_do()
    {
        await using var app = new TestApp();
        await app.SignUpAsync(Cast.Anna);
        using var db = app.Services.GetRequiredService<Engine>().Open();

        Assert.Equal(32, SharedKey.LoadOrMake(db, new KeyWrap(Secret)).Length);
        Assert.Contains("Database:Secret", Assert.Throws<DataDirectoryException>(() => SharedKey.LoadOrMake(db, new KeyWrap(Secret + "."))).Message, StringComparison.Ordinal);
        Assert.Contains("Database:Secret", Assert.Throws<DataDirectoryException>(() => SharedKey.LoadOrMake(db, null)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_erasure_is_done_also_where_the_cleaning_behind_it_fails()
    {
        await using var app = new TestApp();
        await using var db = app.Services.GetRequiredService<Engine>().Open();
        Assert.True(await app.Services.GetRequiredService<Engine>().ForgetDeletedAsync(db));
        await db.Database.ExecuteSqlAsync($"""ALTER TABLE "AskedMails" RENAME TO "Elsewhere" """);

        Assert.False(await app.Services.GetRequiredService<Engine>().ForgetDeletedAsync(db));
    }

    [Fact]
    public void A_wrapped_key_cannot_be_changed_unseen()
    {
        var wrap = new KeyWrap(Secret);
        var wrapped = Convert.FromBase64String(wrap.Wrap("geheim"u8));
        Assert.Equal("geheim", Encoding.UTF8.GetString(wrap.Unwrap(Convert.ToBase64String(wrapped))));
        for (var i = 0; i < wrapped.Length; i++)
        {
            var changed = (byte[])wrapped.Clone();
            changed[i] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => wrap.Unwrap(Convert.ToBase64String(changed)));
        }
        Assert.ThrowsAny<CryptographicException>(() => wrap.Unwrap(Convert.ToBase64String(wrapped[..20])));
    }

    [Theory]
    [InlineData("ENCODING 'LATIN1' LOCALE 'C'", "", "server_encoding=LATIN1")]
    [InlineData("", "SET synchronous_commit = off", "synchronous_commit=off")]
    public async Task A_database_that_cannot_keep_the_promises_is_refused(string options, string change, string said)
    {
        var connection = PostgresServer.NewDatabase(empty: true, options);
        try
        {
            var engine = new PostgresEngine(connection);
            await using var db = engine.Open();
            if (change.Length > 0) PostgresServer.Alter(connection, change);

            Assert.Contains(said, (await Assert.ThrowsAsync<DataDirectoryException>(() => engine.AssertAsync(db))).Message, StringComparison.Ordinal);
        }
        finally
        {
            PostgresServer.Drop(connection);
        }
    }
}
