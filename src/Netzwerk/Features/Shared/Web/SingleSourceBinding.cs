using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Netzwerk.Features.Shared.Web;

/// <summary>
/// Each action parameter comes from one place: what the address names from the path, the rest from the query of a GET and from the form of a
/// POST. MVC alone asks the form first, then the path, then the query, so that a body could exchange what the authorization was asked about
/// (OWASP ASVS 5.0, V15.3.7).
/// </summary>
public sealed class SingleSourceBinding : IActionModelConvention
{
    public void Apply(ActionModel action)
    {
        var readsForm = action.Attributes.OfType<HttpPostAttribute>().Any();
        foreach (var parameter in action.Parameters.Where(parameter => parameter.ParameterType != typeof(CancellationToken)))
        {
            var name = parameter.BindingInfo?.BinderModelName ?? parameter.ParameterName;
            var source = IsInAddress(action, name) ? BindingSource.Path : readsForm ? BindingSource.Form : BindingSource.Query;
            parameter.BindingInfo ??= new BindingInfo();
            parameter.BindingInfo.BindingSource ??= source;
        }
    }

    private static bool IsInAddress(ActionModel action, string name) => action.Selectors
        .Select(selector => selector.AttributeRouteModel)
        .Concat(action.Controller.Selectors.Select(selector => selector.AttributeRouteModel))
        .Any(route => route?.Template is { } template && RoutePatternFactory.Parse(template).GetParameter(name) is not null);
}
