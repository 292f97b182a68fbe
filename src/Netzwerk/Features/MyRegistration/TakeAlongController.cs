using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared;
using Netzwerk.Features.Shared.Mails;
using Netzwerk.Mail;

namespace Netzwerk.Features.MyRegistration;

/// <summary>All that is stored about a family, as a file for machines and people (Art. 15 and 20 GDPR). Noted before it leaves.</summary>
[AllowAnonymous]
[PersonalPage]
[Route("anmeldung/{token}/daten.json")]
public sealed class TakeAlongController(NetzwerkDb db, TurnGate gate, EventClock clock) : Controller
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        // A file, not a page: letters stay letters.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new BerlinInstants() },
    };

    [HttpGet("")]
    public async Task<IActionResult> Show(string token)
    {
        if (await OwnRegistration.FindAsync(db, token) is not var (registration, ev)) return this.DeadLink();
        using (await gate.WaitAsync(HttpContext.RequestAborted))
        {
            db.Add(new AuditEntry { At = clock.Now, Act = AuditAct.DataTakenAlong, EventId = ev.Id, RegistrationId = registration.Id });
            await db.SaveChangesAsync();
        }
        var mails = await db.Set<OutboxMail>().Where(mail => mail.RegistrationId == registration.Id).OrderBy(mail => mail.CreatedAt).ThenBy(mail => mail.Id)
            .Select(mail => new TakenMail(NamesOfMails.Of(mail.Kind), mail.Subject, mail.ToAddress, mail.CreatedAt, mail.SentAt)).ToListAsync();
        var history = await db.Audit.Where(entry => entry.RegistrationId == registration.Id).OrderBy(entry => entry.At).ThenBy(entry => entry.Id)
            .Select(entry => new TakenStep(entry.At, AuditWords.Of(entry.Act), entry.Fields)).ToListAsync();
        var others = await db.RepeatedSignUps.Where(again => again.RegistrationId == registration.Id).OrderBy(again => again.ArrivedAt)
            .Select(again => new TakenReference(again.Reference, again.ArrivedAt)).ToListAsync();
        var bytes = JsonSerializer.SerializeToUtf8Bytes(TakenAlong.Of(registration, ev, clock.Now, others, mails, history), Readable);
        return File(bytes, "application/json; charset=utf-8", $"anmeldung-{registration.Reference}.json");
    }

    /// <summary>2022-10-24T10:00:00+02:00: what people see elsewhere, and still one moment for machines.</summary>
    private sealed class BerlinInstants : JsonConverter<DateTime>
    {
        public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset().UtcDateTime;

        public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options)
        {
            var local = DateTime.SpecifyKind(BerlinTime.FromUtc(value), DateTimeKind.Unspecified);
            writer.WriteStringValue(new DateTimeOffset(local, local - value).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
        }
    }
}
