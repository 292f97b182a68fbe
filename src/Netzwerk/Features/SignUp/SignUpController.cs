using FluentValidation;
using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Forms;
using Netzwerk.Features.Shared.Web;

namespace Netzwerk.Features.SignUp;

/// <summary>Steps 1 and 2. Each POST answers with the next page; nothing is stored. What was typed is checked once, as the whole journey.</summary>
public sealed class SignUpController(NetzwerkDb db, EventClock clock, Seal seal, IValidator<WhoForm> whoRules, IValidator<ChildrenForm> childrenRules)
    : StepController(db, clock, seal, whoRules, childrenRules)
{
    /// <summary>The empty form carries nothing of a person and no token, so it is the same for everybody.</summary>
    [HttpGet("")]
    [PublicPage]
    public async Task<IActionResult> Who(string slug)
    {
        if (await LoadAsync(slug) is not { } ev) return NotFound();
        return ev.WhyNot(Clock.Now, Party.Smallest) is { } refusal ? ShowClosed(ev, refusal) : ShowWho(ev, new WhoForm(), null);
    }

    /// <summary>The later steps have no page of their own to come back to.</summary>
    [HttpGet("kinder"), HttpGet("pruefen")]
    public IActionResult StartOver(string slug) => RedirectToAction(nameof(Who), new { slug });

    [HttpPost("")]
    [KeepsInput]
    public async Task<IActionResult> Who(string slug, [CustomizeValidator(Skip = true)] WhoForm form, string? journey)
    {
        if (await LoadAsync(slug) is not { } ev) return NotFound();
        form = form.Asked(ev.Questions);
        if (!ev.OffersChildcare) form = form with { Childcare = WhoForm.No };
        var arrival = Arrival.Of(HttpContext);
        var earlier = Open(journey, ev);
        var now = earlier is null ? Journey.Begin(slug, form) : earlier with { Who = form };

        if (TroubleOf(arrival) is { } trouble) return ShowWho(ev, form, earlier, trouble: trouble);
        if (FirstStepWithErrors(now) is Step.Who) return ShowWho(ev, form, earlier);
        ModelState.Clear();
        // How many children there are comes next; where there is no place for one, it is said before their names are asked for.
        (ev, var refusal) = await WhyNotAsync(ev, arrival.At, new Party(now.Party.Adults, form.WantsChildcare ? 1 : 0));
        if (TroubleOf(arrival) is { } down) return ShowWho(ev, form, now, trouble: down);
        if (refusal is not null) return ShowWho(ev, form, now, refusal);
        return form.WantsChildcare ? ShowChildren(ev, now) : ShowCheck(ev, now);
    }

    /// <param name="move">Which button: <c>next</c>, <c>back</c>, <c>add</c> or <c>remove-2</c>.</param>
    [HttpPost("kinder")]
    [KeepsInput]
    public async Task<IActionResult> Children(string slug, [CustomizeValidator(Skip = true)] ChildrenForm form, string? journey, string? move)
    {
        if (await LoadAsync(slug) is not { } ev) return NotFound();
        var arrival = Arrival.Of(HttpContext);
        if (Open(journey, ev) is not { } earlier) return ShowWho(ev, new WhoForm(), null, trouble: RequestTrouble.Broken);
        var now = earlier with { Children = form.Children.Count == 0 ? ChildrenForm.OneEmptyRow : form };

        if (TroubleOf(arrival) is { } trouble) return ShowChildren(ev, now, trouble: trouble);
        ModelState.Clear();
        if (move == "back") return ShowWho(ev, now.Who, now);
        if (ChildRows.After(move, now.Children.Children) is var (rows, focus)) return ShowChildren(ev, now with { Children = new ChildrenForm { Children = rows } }, focus);
        if (FirstStepWithErrors(now) is { } step) return ShowStep(step, ev, now);
        (ev, var refusal) = await WhyNotAsync(ev, arrival.At, now.Party);
        if (TroubleOf(arrival) is { } down) return ShowChildren(ev, now, trouble: down);
        return refusal is null ? ShowRight(ev, now) : ShowChildren(ev, now, refusal: refusal);
    }
}
