using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;
using Netzwerk.Domain;

namespace Netzwerk.Features.Shared.Web;

/// <summary>
/// Every text of a form, an address or a query goes through <see cref="TypedText.Received"/>, so that no form can forget it. Passwords are
/// taken as they are typed.
/// </summary>
internal sealed class TextBinderProvider(SimpleTypeModelBinderProvider simple) : IModelBinderProvider
{
    private static readonly HashSet<string> Passwords = new(StringComparer.Ordinal) { "Password", "Again", "Current" };

    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.ModelType == typeof(string) && !Passwords.Contains(context.Metadata.PropertyName ?? "") ? new TextBinder(simple.GetBinder(context)!) : null;

    /// <summary>In the place of the binder that would take it as it comes.</summary>
    public static void Insert(IList<IModelBinderProvider> providers)
    {
        var simple = providers.OfType<SimpleTypeModelBinderProvider>().Single();
        providers.Insert(providers.IndexOf(simple), new TextBinderProvider(simple));
    }

    private sealed class TextBinder(IModelBinder simple) : IModelBinder
    {
        public async Task BindModelAsync(ModelBindingContext bindingContext)
        {
            await simple.BindModelAsync(bindingContext);
            if (bindingContext.Result is not { IsModelSet: true, Model: string text }) return;
            // Of a field with nothing in it MVC makes a null, too.
            bindingContext.Result = ModelBindingResult.Success(TypedText.Received(text) is { Length: > 0 } received ? received : null);
        }
    }
}
