using Microsoft.AspNetCore.Mvc;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Access;

namespace Netzwerk.Features.Organizer.NetworkTexts;

/// <summary>A list that visitors see and organisers keep: add, change, move, remove. A change shows on the public pages with the next request.</summary>
public abstract class EntriesController<TEntry, TForm>(EntryStore store, SignedIn signedIn) : EntriesRoom<TEntry, TForm>(store, signedIn)
    where TEntry : class, IListed
    where TForm : EntryForm, new()
{
    [HttpGet("")]
    public async Task<IActionResult> Index() => View(Names.List, new ListPage([.. (await EntriesAsync()).Select(RowOf)], Names.Path, Told<Done>()));

    [HttpGet("neu")]
    public Task<IActionResult> New() => ShowAsync(new TForm());

    [HttpPost("")]
    public async Task<IActionResult> Create([Bind(Prefix = "Form")] TForm form)
    {
        if (!ModelState.IsValid) return await ShowAsync(form);
        await using var turn = await TurnAsync();
        var last = (await EntriesAsync()).Select(entry => entry.Position).DefaultIfEmpty().Max();
        Db.Add(Make(form, last + 1));
        return await StoreAsync(turn, Done.Added, Fields(form).Select(field => field.Label));
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Edit(Guid id) => await FindAsync(id) is { } entry ? await ShowAsync(FormOf(entry)) : NotFound();

    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Save(Guid id, [Bind(Prefix = "Form")] TForm form)
    {
        await using var turn = await TurnAsync();
        if (await FindAsync(id) is not { } entry) return NotFound();
        var now = FormOf(entry);
        form.Id = id;
        if (form.Seen is not null && form.Seen != now.Seen)
        {
            form.Seen = now.Seen;
            Response.StatusCode = StatusCodes.Status409Conflict;
            return await ShowAsync(form, Fields(now));
        }
        if (!ModelState.IsValid) return await ShowAsync(form);
        var changed = Fields(form).Zip(Fields(now)).Where(pair => TypedText.OrNull(pair.First.Text) != TypedText.OrNull(pair.Second.Text)).Select(pair => pair.First.Label).ToList();
        Put(form, entry);
        return await StoreAsync(turn, Done.Saved, changed);
    }

    [HttpPost("{id:guid}/verschieben")]
    public async Task<IActionResult> Move(Guid id, bool down)
    {
        await using var turn = await TurnAsync();
        var entries = await EntriesAsync();
        var at = entries.FindIndex(entry => entry.Id == id);
        if (at < 0) return NotFound();
        var moved = entries[at];
        entries.RemoveAt(at);
        entries.Insert(Math.Clamp(at + (down ? 1 : -1), 0, entries.Count), moved);
        for (var i = 0; i < entries.Count; i++) entries[i].Position = i + 1;
        return await StoreAsync(turn, Done.Moved, ["Reihenfolge"]);
    }

    [HttpGet("{id:guid}/entfernen")]
    public async Task<IActionResult> Remove(Guid id) =>
        await FindAsync(id) is { } entry ? View("Remove", new RemovalPage(id, RowOf(entry).Name, Names.Path, await NeededByAsync(entry))) : NotFound();

    [HttpPost("{id:guid}/entfernen")]
    public async Task<IActionResult> Removed(Guid id)
    {
        await using var turn = await TurnAsync();
        if (await FindAsync(id) is not { } entry) return NotFound();
        if ((await NeededByAsync(entry)).Count > 0) return await Remove(id);
        Db.Remove(entry);
        return await StoreAsync(turn, Done.Removed, ["Eintrag"]);
    }
}
