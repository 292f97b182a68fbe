using Microsoft.AspNetCore.Mvc;
using Netzwerk.Features.Shared;
using Netzwerk.Features.Shared.Access;

namespace Netzwerk.Features.Organizer.Settings;

/// <summary>A page of settings that the configuration holds too.</summary>
public abstract class SectionController<T>(Sections sections, SignedIn signedIn) : DeskController(signedIn)
    where T : SettingsForm, new()
{
    protected override string Nav => "Einstellungen";

    protected Sections Sections { get; } = sections;

    /// <summary>Name of the view, and last part of the address.</summary>
    protected abstract (string View, string Path) Page { get; }

    protected abstract IReadOnlyList<SettingField<T>> Fields { get; }

    protected virtual IReadOnlyList<EditedSetting> Edited => Sections.Edited(Fields);

    [HttpGet("")]
    public IActionResult Edit() => Show(Sections.Read(Fields), done: Told<Done>());

    [HttpPost("")]
    public async Task<IActionResult> Save([Bind(Prefix = "Form")] T form)
    {
        if (await Sections.MeanwhileAsync(Fields, form) is { } meanwhile)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Show(form, meanwhile);
        }
        var changes = Sections.Changes(Fields, form);
        var labels = Fields.Where(field => changes.ContainsKey(field.Key)).Select(field => field.Label).Concat(ChangeMore(form, changes)).ToList();
        if (!ModelState.IsValid) return Show(form);
        if (changes.Count > 0) await Sections.SaveAsync(changes, labels);
        Tell(changes.Count > 0 ? Done.Saved : Done.Nothing);
        return Redirect("/verwaltung/einstellungen/" + Page.Path);
    }

    /// <summary>For what is more than a field; says what is wrong in the model state.</summary>
    /// <returns>Labels of what it added.</returns>
    protected virtual IEnumerable<string> ChangeMore(T form, Dictionary<string, string?> changes) => [];

    private ViewResult Show(T form, MeantimeEdit? meanwhile = null, Done? done = null) =>
        View(Page.View, new SectionPage<T>(form, Edited, meanwhile, done));
}
