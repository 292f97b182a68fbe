using MimeKit;
using Netzwerk.Mail;
using Netzwerk.Tests.Mail.Kit;

namespace Netzwerk.Tests.Mail;

public sealed class FolderTransportTests
{
    [Fact]
    public async Task Each_message_becomes_one_complete_file_that_sorts_by_time()
    {
        using var folder = new TestFolder();
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new DateTimeOffset(2026, 11, 20, 8, 0, 0, TimeSpan.Zero));
        await using var kit = new OutboxKit(new FolderTransport(Path.Combine(folder.Path, "mails"), clock));
        var first = await kit.PutAsync();
        await kit.DeliverAsync(first);
        clock.Advance(TimeSpan.FromMinutes(1));
        var second = await kit.PutAsync();
        var row = await kit.DeliverAsync(second);

        Assert.Equal(MailState.Sent, row.State);
        var files = Directory.GetFiles(Path.Combine(folder.Path, "mails")).Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(2, files.Length);
        Assert.Equal($"20261120T080000000Z_{first.MessageId}.eml", Path.GetFileName(files[0]));
        Assert.Equal(second.MessageId, MimeMessage.Load(files[1]).MessageId);
        Assert.Equal("termin.ics", Assert.Single(MimeMessage.Load(files[1]).Attachments).ContentDisposition?.FileName);
        Assert.DoesNotContain(OutboxMail.LinkMarker, MimeMessage.Load(files[1]).TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_was_written_anew_is_forgotten_under_all_its_ids()
    {
        using var folder = new TestFolder();
        string[] ids = ["0a1b@netz.example", "0a1b.2@netz.example", "0a1b.3@netz.example", "0a1c@netz.example"];
        foreach (var id in ids) await File.WriteAllTextAsync(Path.Combine(folder.Path, $"20261120T080000000Z_{id}.eml"), "");

        FolderTransport.Forget(folder.Path, ["0a1b.3@netz.example"]);

        Assert.EndsWith($"_{ids[^1]}.eml", Assert.Single(Directory.GetFiles(folder.Path)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_leaves_the_message_waiting_with_the_reason()
    {
        using var folder = new TestFolder();
        var notAFolder = Path.Combine(folder.Path, "file");
        await File.WriteAllTextAsync(notAFolder, "");
        await using var kit = new OutboxKit(new FolderTransport(notAFolder, TimeProvider.System));

        var row = await kit.DeliverAsync(await kit.PutAsync());

        Assert.Equal(MailState.Waiting, row.State);
        Assert.StartsWith("Nachricht nicht in den Ordner geschrieben", row.LastAnswer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_personal_link_is_never_stored_in_the_row()
    {
        await using var kit = new OutboxKit();
        var row = await kit.DeliverAsync(await kit.PutAsync());

        Assert.Contains(OutboxMail.LinkMarker, row.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", row.TextBody + row.HtmlBody + row.LastAnswer, StringComparison.Ordinal);
    }
}
