namespace Netzwerk.Tests.Mail.Kit;

internal sealed class TestFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("netzwerk-mail-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
