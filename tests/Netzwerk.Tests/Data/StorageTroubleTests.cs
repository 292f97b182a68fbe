using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Npgsql;

namespace Netzwerk.Tests.Data;

/// <summary>What is the database's fault and what is ours.</summary>
public sealed class StorageTroubleTests
{
    [Theory]
    [InlineData("INSERT INTO t VALUES (-1)", false)]
    [InlineData("INSERT INTO t VALUES (NULL)", false)]
    [InlineData("INSERT INTO gone VALUES (1)", true)]
    public void A_row_that_breaks_a_rule_would_break_it_again(string sql, bool isPassing)
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "CREATE TABLE t (n INTEGER NOT NULL CHECK (n > 0))";
        command.ExecuteNonQuery();
        command.CommandText = sql;

        var trouble = new DbUpdateException("…", Assert.Throws<SqliteException>(() => command.ExecuteNonQuery()));

        Assert.True(StorageTrouble.Is(trouble));
        Assert.Equal(isPassing, StorageTrouble.IsPassing(trouble));
    }

    [Theory]
    [InlineData("23514", false)]
    [InlineData("53100", true)]
    [InlineData("57P01", true)]
    public void PostgreSQL_says_it_with_a_code(string code, bool isPassing) =>
        Assert.Equal(isPassing, StorageTrouble.IsPassing(new InvalidOperationException("…", new PostgresException("…", "ERROR", "ERROR", code))));

    [Fact]
    public void A_pattern_that_takes_too_long_is_no_trouble_of_the_database() => Assert.False(StorageTrouble.Is(new RegexMatchTimeoutException()));
}
