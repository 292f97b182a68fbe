using System.Runtime.Versioning;
using Netzwerk.Data;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Data;

[UnsupportedOSPlatform("windows")]
public class DataDirectoryTests
{
    [Fact]
    public async Task Only_the_owner_may_look_into_the_folder_and_the_files_in_it()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna);

        const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
        foreach (var path in Directory.EnumerateFileSystemEntries(app.DataFolder, "*", SearchOption.AllDirectories).Append(app.DataFolder))
            Assert.True((File.GetUnixFileMode(path) & others) == 0, $"{path}: {File.GetUnixFileMode(path)}");
    }

    [Fact]
    public void A_folder_that_was_there_before_is_closed_to_others()
    {
        var folder = Directory.CreateTempSubdirectory("netzwerk-test-");
        try
        {
            File.SetUnixFileMode(folder.FullName, (UnixFileMode)0b111_101_101);

            _ = new DataDirectory(folder.FullName);

            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_lock_that_cannot_be_written_is_an_error_and_one_that_is_held_is_waited_for()
    {
        var folder = Directory.CreateTempSubdirectory("netzwerk-test-");
        try
        {
            using var directory = new DataDirectory(folder.FullName);

            await Assert.ThrowsAsync<DirectoryNotFoundException>(() => directory.LockAsync("missing/a.lock").WaitAsync(TimeSpan.FromSeconds(10)));
            var held = await directory.LockAsync("a.lock");
            var second = directory.LockAsync("a.lock");
            await Task.Delay(300);
            Assert.False(second.IsCompleted);
            await held.DisposeAsync();
            await (await second.WaitAsync(TimeSpan.FromSeconds(10))).DisposeAsync();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_key_is_made_once_and_stays()
    {
        var folder = Directory.CreateTempSubdirectory("netzwerk-test-");
        try
        {
            var first = new DataDirectory(folder.FullName).LoadOrMakeKey("links.key");

            Assert.Equal(32, first.Length);
            Assert.Equal(first, new DataDirectory(folder.FullName).LoadOrMakeKey("links.key"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
