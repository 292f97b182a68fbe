using Netzwerk.Bench.Site;

namespace Netzwerk.Bench.Drills.Storage;

/// <summary>A disk of a known size at a folder, in memory; only root can make one.</summary>
public sealed class SmallDisk(string folder)
{
    public static bool IsPossible => OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess;

    private string Filler => Path.Combine(folder, "filler");

    /// <param name="options">As mount takes them, for example <c>size=64m</c>.</param>
    public Task MountAsync(string options) => ChildProcess.RunAsync("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder);

    public Task TurnAsync(bool readOnly) => ChildProcess.RunAsync("mount", "-o", readOnly ? "remount,ro" : "remount,rw", folder);

    /// <summary>Lazily, because somebody may still look at it.</summary>
    public Task UnmountAsync() => ChildProcess.RunAsync("umount", "-l", folder);

    /// <summary>To the last byte.</summary>
    public void Fill()
    {
        using var filler = new FileStream(Filler, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        for (var piece = 1024 * 1024; piece > 0; piece /= 2)
        {
            var bytes = new byte[piece];
            try
            {
                while (true) filler.Write(bytes);
            }
            catch (IOException)
            {
                // It does not fit any more; a smaller piece may.
            }
        }
    }

    public void MakeRoom() => File.Delete(Filler);
}
