using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Netzwerk.Domain;
using Netzwerk.Features.Organizer.Reminders;
using Netzwerk.Mail;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Data.Backup;

/// <summary>What the lost database may have mailed since the backup is marked when the restored one mails it.</summary>
public sealed class RestoredMailTests
{
    [Fact]
    public async Task What_waited_in_the_backup_and_what_was_due_since_then_may_be_a_copy()
    {
        using var shelf = new Shelf();
        string file;
        await using (var app = new TestApp())
        {
            await app.RegisterAsync(Cast.Anna);
            await app.DeliverMailAsync();
            await app.RegisterAsync(Cast.Bernd);
            file = (await app.Backups().MakeAsync(Netzwerk.Data.Backup.BackupReason.Command, shelf.Path)).File;
        }
        await using var again = new TestApp();
        await again.RestoreAsync(file);
        // Afterwards somebody new, who is told for the first time.
        await again.RegisterAsync(Cast.Dilan);
        again.Clock.SetUtcNow(new DateTimeOffset(2022, 11, 9, 10, 0, 0, TimeSpan.FromHours(1)));
        await RemindAsync(again);
        await again.DeliverMailAsync();

        var marks = await again.DbAsync(db => db.Set<OutboxMail>().Where(mail => mail.State == MailState.Sent).Select(mail => new { mail.Kind, mail.ToAddress, mail.PossiblyDuplicate }).ToListAsync());
        bool MarkOf(Parent parent, string kind) => marks.Single(mail => mail.ToAddress == parent.Email && mail.Kind == kind).PossiblyDuplicate;
        Assert.False(MarkOf(Cast.Anna, MailKind.Confirmation));
        Assert.True(MarkOf(Cast.Bernd, MailKind.Confirmation));
        Assert.False(MarkOf(Cast.Dilan, MailKind.Confirmation));
        Assert.True(MarkOf(Cast.Anna, MailKind.Reminder));

        // What is due only later cannot have been sent by the lost database.
        await again.DbAsync(db => db.Settings.Where(setting => setting.Key == StoredSetting.Restored).ExecuteUpdateAsync(set => set.SetProperty(setting => setting.ChangedAt, new DateTime(2022, 11, 8, 9, 0, 0, DateTimeKind.Utc))));
        await again.DbAsync(db => db.Set<OutboxMail>().Where(mail => mail.Kind == MailKind.Reminder).ExecuteDeleteAsync());
        await again.ChangeEventAsync(ev => ev.RemindedAt = null);
        await RemindAsync(again);
        Assert.All(await again.DbAsync(db => db.Set<OutboxMail>().AsNoTracking().Where(mail => mail.Kind == MailKind.Reminder).ToListAsync()), mail => Assert.False(mail.PossiblyDuplicate));
    }

    private static async Task RemindAsync(TestApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        Assert.True(await scope.ServiceProvider.GetRequiredService<DueReminders>().SendDueAsync() > 0);
    }
}
