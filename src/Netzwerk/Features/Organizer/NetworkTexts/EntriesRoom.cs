using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared;
using Netzwerk.Features.Shared.Access;

namespace Netzwerk.Features.Organizer.NetworkTexts;

/// <summary>What a list says of its entries, and how one is shown and stored.</summary>
public abstract class EntriesRoom<TEntry, TForm>(EntryStore store, SignedIn signedIn) : DeskController(signedIn)
    where TEntry : class, IListed
    where TForm : EntryForm
{
    protected override string Nav => "Einstellungen";

    protected NetzwerkDb Db => store.Db;

    protected Task<HeldTurn> TurnAsync() => store.TurnAsync();

    /// <summary>Names of the views, and last part of the address.</summary>
    protected abstract (string List, string Entry, string Path) Names { get; }

    protected abstract EntryRow RowOf(TEntry entry);

    /// <summary>The entry as typed; id and stamp are added here.</summary>
    protected abstract TForm TypedOf(TEntry entry);

    /// <summary>What a form holds, by label.</summary>
    protected abstract IReadOnlyList<(string Label, string? Text)> Fields(TForm form);

    protected abstract TEntry Make(TForm form, int position);

    protected abstract void Put(TForm form, TEntry entry);

    protected virtual Task<List<TEntry>> EntriesAsync() => Db.Set<TEntry>().OrderBy(entry => entry.Position).ToListAsync();

    /// <summary>What the form offers beyond what is typed.</summary>
    protected virtual Task OfferAsync(TForm form) => Task.CompletedTask;

    protected virtual Task<IReadOnlyList<EntryRow>> NeededByAsync(TEntry entry) => Task.FromResult<IReadOnlyList<EntryRow>>([]);

    protected async Task<TEntry?> FindAsync(Guid id) => (await EntriesAsync()).Find(entry => entry.Id == id);

    protected TForm FormOf(TEntry entry)
    {
        var form = TypedOf(entry);
        form.Id = entry.Id;
        form.Seen = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001F', Fields(form).Select(field => field.Text)))))[..16];
        return form;
    }

    /// <param name="stored">What somebody else made of the entry meanwhile.</param>
    protected async Task<IActionResult> ShowAsync(TForm form, IReadOnlyList<(string Label, string? Text)>? stored = null)
    {
        await OfferAsync(form);
        return View(Names.Entry, new EntryPage<TForm>(form, stored, stored is null ? null : await store.LastEditorAsync()));
    }

    protected async Task<IActionResult> StoreAsync(HeldTurn turn, Done done, IEnumerable<string> fields)
    {
        await store.SaveAsync(turn, await SignedIn.NameAsync(), fields);
        Tell(done);
        return Redirect("/verwaltung/einstellungen/" + Names.Path);
    }
}
