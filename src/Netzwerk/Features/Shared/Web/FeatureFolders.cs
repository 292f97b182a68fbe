using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Razor;

namespace Netzwerk.Features.Shared.Web;

/// <summary>A view lies beside its controller: the folder follows from the namespace.</summary>
public sealed class FeatureFolders : IViewLocationExpander
{
    private const string Key = "feature";

    public void PopulateValues(ViewLocationExpanderContext context) =>
        context.Values[Key] = context.ActionContext.ActionDescriptor is ControllerActionDescriptor action
            ? action.ControllerTypeInfo.Namespace!["Netzwerk.".Length..].Replace('.', '/')
            : "Features/Shared";

    public IEnumerable<string> ExpandViewLocations(ViewLocationExpanderContext context, IEnumerable<string> viewLocations) =>
        [$"/{context.Values[Key]}/{{0}}.cshtml", "/Features/Shared/{0}.cshtml"];
}
